package game

import "strings"

// An Order is one decision of the player, checked by Game.Do when it is given. Fields that its kind does not use
// are ignored; ParseOrder sets them to None.
type Order struct {
	Kind    OrderKind
	Item    Item
	Analyst int
	App     int
	Team    int
	Model   int
	Choice  Choice
}

// OrderKind is what an Order asks for.
type OrderKind uint8

// The orders. Their words are in orderForms; each is described there once, for help and for parsing.
const (
	NoOrder    OrderKind = iota
	Read                 // read a request or message; a request that is read is in the plan and before the board
	Link                 // say which application an alert belongs to
	Dismiss              // say that an alert is noise
	Assign               // give an alert to an analyst
	Deploy               // give a release request to an analyst
	RollBack             // have an analyst roll back an application's last deployment
	Workaround           // have an analyst restore with a workaround, which leaves debt
	Escalate             // ask a Delivery team for help with an alert
	First                // move an item to the front of its analyst's queue
	Drop                 // take an item off its analyst's queue
	Sync                 // have an analyst hold a knowledge synchronisation session with an application's team
	Runbook              // have an analyst write or refresh an application's runbook
	Tune                 // have an analyst tune an application's alerts
	Instrument           // have an analyst add telemetry to an application together with its team
	Chaos                // have an analyst hold a chaos day with an application's team
	Move                 // move an application to another support model
	Rest                 // give an analyst a working day off
	OnStandby            // put an analyst on standby, until the rota's next change
	Duty                 // have an idle analyst take waiting alerts by herself, or not
	Freeze               // stop deployments, or let them go on
	Answer               // answer a message from management
	orderKinds
)

// Choice is the last word of some orders.
type Choice uint8

// Choices.
const (
	NoChoice  Choice = iota
	On               // duty, freeze
	Off              // duty, freeze
	Report           // answer: an analyst writes a status report
	Refuse           // answer: not now
	Scope            // answer: cut scope
	People           // answer: another analyst
	Overtime         // answer: longer days
	Unchanged        // answer: keep the goal as it is
	choices
)

var choiceWords = [choices]string{"", "on", "off", "report", "refuse", "scope", "people", "overtime", "unchanged"}

// String is the word for the choice, empty for none.
func (c Choice) String() string {
	if c >= choices {
		return ""
	}
	return choiceWords[c]
}

// form says how an order is written.
type form struct {
	word string
	args string // i item, a analyst, p application, t team, m support model, c choice; capitals for optional
	help string
}

var orderForms = [orderKinds]form{
	Read:       {"read", "i", "read a release request or a message; a request you have read is planned and goes before the board"},
	Link:       {"link", "ip", "say which application an alert belongs to; wrong costs the time until someone notices"},
	Dismiss:    {"noise", "i", "dismiss an alert as noise; a real one comes back, later and dearer"},
	Assign:     {"assign", "ia", "give an alert to an analyst, who investigates it, or diagnoses and mends it once it is linked"},
	Deploy:     {"deploy", "ia", "give a release request to an analyst"},
	RollBack:   {"rollback", "pa", "have an analyst roll back the last deployment of an application"},
	Workaround: {"workaround", "ia", "have an analyst restore with a workaround: quick, and it comes back"},
	Escalate:   {"escalate", "it", "ask a Delivery team for help with an alert; the wrong team sends it back"},
	First:      {"first", "i", "move an item to the front of its analyst's queue; unfinished work is interrupted"},
	Drop:       {"drop", "i", "take an item off its analyst's queue"},
	Sync:       {"sync", "ap", "knowledge synchronisation: an analyst sits down with the team that builds an application"},
	Runbook:    {"runbook", "ap", "have an analyst write or refresh the runbook of an application"},
	Tune:       {"tune", "ap", "have an analyst tune the alerts of an application: less noise, a little slower detection"},
	Instrument: {"instrument", "ap", "have an analyst add telemetry to an application together with its team"},
	Chaos:      {"chaos", "ap", "hold a chaos day with the team of an application: break it on purpose, and learn"},
	Move:       {"move", "pm", "move an application to another support model: it costs training, toolchain and time, and wants evidence"},
	Rest:       {"rest", "a", "give an analyst a working day off"},
	OnStandby:  {"standby", "a", "put an analyst on standby out of hours"},
	Duty:       {"duty", "ac", "on: an idle analyst takes waiting alerts by herself; off: only what you assign"},
	Freeze:     {"freeze", "c", "on: no new deployment is begun; off: they go on"},
	Answer:     {"answer", "icA", "answer management: report ANALYST, refuse; or scope, people, overtime, unchanged"},
}

// OrderHelp is one line about an order for a help page.
type OrderHelp struct{ Usage, What string }

// OrderHelps lists all orders in the order in which they are declared.
func OrderHelps() []OrderHelp {
	argNames := map[byte]string{'i': "ITEM", 'a': "ANALYST", 'p': "APPLICATION", 't': "TEAM", 'm': "MODEL", 'c': "CHOICE", 'A': "[ANALYST]"}
	var list []OrderHelp
	for k := Read; k < orderKinds; k++ {
		f := orderForms[k]
		usage := f.word
		for i := range len(f.args) {
			usage += " " + argNames[f.args[i]]
		}
		list = append(list, OrderHelp{usage, f.help})
	}
	return list
}

// String is the order's word, such as "assign".
func (k OrderKind) String() string {
	if k == NoOrder || k >= orderKinds {
		return "no order"
	}
	return orderForms[k].word
}

// ParseOrder reads an order as the player types it and as journals and bots write it: a word and its arguments,
// such as "assign A-113 Asha". Names match without regard to case, and by a beginning that fits only one.
func (l *Level) ParseOrder(text string) (Order, error) {
	o := Order{Analyst: None, App: None, Team: None, Model: None}
	words := strings.Fields(text)
	if len(words) == 0 {
		return o, refuse(refusedMissing, "who", l.exampleAnalyst())
	}
	for k := Read; k < orderKinds; k++ {
		if strings.EqualFold(orderForms[k].word, words[0]) {
			o.Kind = k
		}
	}
	if o.Kind == NoOrder {
		return o, refuse(refusedOrder, "typed", typed(words[0]), "orders", orderWords())
	}
	f, rest := orderForms[o.Kind], words[1:]
	for i := range len(f.args) {
		arg := f.args[i]
		if len(rest) == 0 {
			if arg == 'A' {
				break
			}
			return o, refuse(refusedShort, "order", f.word, "usage", OrderHelps()[o.Kind-1].Usage)
		}
		var err error
		switch arg {
		case 'i':
			o.Item, err = ParseItem(rest[0])
		case 'a', 'A':
			o.Analyst, err = match(refusedNamelessAnalyst, refusedManyAnalysts, rest[0], len(l.Analysts), func(i int) string { return l.Analysts[i].Name })
		case 'p':
			o.App, err = match(refusedNamelessApplication, refusedManyApplications, rest[0], len(l.Applications), func(i int) string { return l.Applications[i].Name })
		case 't':
			o.Team, err = match(refusedNamelessTeam, refusedManyTeams, rest[0], len(l.Teams), func(i int) string { return l.Teams[i].Name })
		case 'm':
			o.Model, err = match(refusedNamelessModel, refusedManyModels, rest[0], len(l.Models), func(i int) string { return l.Models[i].Name })
		case 'c':
			o.Choice, err = parseChoice(rest[0])
		}
		if err != nil {
			return o, err
		}
		rest = rest[1:]
	}
	if len(rest) > 0 {
		return o, refuse(refusedLong, "order", f.word, "typed", typed(rest[0]), "usage", OrderHelps()[o.Kind-1].Usage)
	}
	return o, nil
}

// FormatOrder writes an order so that ParseOrder reads it back.
func (l *Level) FormatOrder(o Order) string {
	if o.Kind == NoOrder || o.Kind >= orderKinds {
		return ""
	}
	f := orderForms[o.Kind]
	b := []byte(f.word)
	for i := range len(f.args) {
		switch arg := f.args[i]; arg {
		case 'i':
			b = append(b, ' ')
			b = append(b, o.Item.String()...)
		case 'a', 'A':
			if o.Analyst >= 0 && o.Analyst < len(l.Analysts) {
				b = append(b, ' ')
				b = append(b, l.Analysts[o.Analyst].Name...)
			}
		case 'p':
			if o.App >= 0 && o.App < len(l.Applications) {
				b = append(b, ' ')
				b = append(b, l.Applications[o.App].Name...)
			}
		case 't':
			if o.Team >= 0 && o.Team < len(l.Teams) {
				b = append(b, ' ')
				b = append(b, l.Teams[o.Team].Name...)
			}
		case 'm':
			if o.Model >= 0 && o.Model < len(l.Models) {
				b = append(b, ' ')
				b = append(b, l.Models[o.Model].Name...)
			}
		case 'c':
			if o.Choice < choices {
				b = append(b, ' ')
				b = append(b, choiceWords[o.Choice]...)
			}
		}
	}
	return string(b)
}

func (l *Level) exampleAnalyst() string {
	if len(l.Analysts) > 0 {
		return l.Analysts[0].Name
	}
	return "ANALYST"
}

func orderWords() string {
	var words []string
	for k := Read; k < orderKinds; k++ {
		words = append(words, orderForms[k].word)
	}
	return strings.Join(words, ", ")
}

// listed is choices as they are typed.
func listed(choices []Choice) string {
	var words []string
	for _, c := range choices {
		words = append(words, c.String())
	}
	return strings.Join(words, ", ")
}

func parseChoice(s string) (Choice, error) {
	for c := On; c < choices; c++ {
		if strings.EqualFold(choiceWords[c], s) {
			return c, nil
		}
	}
	return NoChoice, refuse(refusedChoice, "typed", typed(s), "choices", strings.Join(choiceWords[1:], ", "))
}

// match finds the one name that s is, or begins. It refuses what begins none of them, or more than one.
func match(nameless, many RefusalKind, s string, n int, name func(int) string) (int, error) {
	found, count := None, 0
	for i := range n {
		if strings.EqualFold(name(i), s) {
			return i, nil
		}
		if len(s) <= len(name(i)) && strings.EqualFold(name(i)[:len(s)], s) {
			found, count = i, count+1
		}
	}
	if count == 1 {
		return found, nil
	}
	var names []string
	for i := range min(n, 12) {
		names = append(names, name(i))
	}
	if n > 12 {
		names = append(names, "…")
	}
	if count > 1 {
		return None, refuse(many, "typed", typed(s), "names", strings.Join(names, ", "))
	}
	return None, refuse(nameless, "typed", typed(s), "names", strings.Join(names, ", "))
}

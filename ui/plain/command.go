package plain

import (
	"fmt"
	"slices"
	"strings"

	"callout/game"
	"callout/game/words"
)

// A verb is a command that is not an order.
type verb struct {
	usage, what string
	run         func(t *table, args []string)
}

// verbs are the commands beside the orders, in the order of the help. It is a function because help lists it.
func verbs() []verb {
	return []verb{
		{"look [THING]", words.Say("plain.command.look", "lists", strings.Join(lists, ", ")), (*table).look},
		{"end", words.Say("plain.command.end"), (*table).end},
		{"continue", words.Say("plain.command.continue"), (*table).goOn},
		{"undo", words.Say("journal.undo.help"), (*table).undo},
		{"hint", words.Say("plain.command.hint"), (*table).hint},
		{"coach", words.Say("coach.plain.what"), (*table).turnCoach},
		{"predict NUMBER SURE", words.Say("predict.what"), (*table).predict},
		{"gloss [TERM]", words.Say("plain.command.gloss"), (*table).gloss},
		{"help [WORD]", words.Say("plain.command.help"), (*table).help},
		{"debrief [PAGE]", words.Say("debriefscreen.plain.help"), (*table).debrief},
		{"incident N", words.Say("debriefscreen.plain.help-incident"), (*table).incident},
		{"quit", words.Say("plain.command.quit"), (*table).quit},
	}
}

// command does what one line of input says. A line that cannot be understood gets a sentence.
func (t *table) command(line string) {
	if len(line) > maxLine {
		t.line(words.Say("plain.long", "n", len(line), "most", maxLine))
		return
	}
	said := strings.Fields(line)
	if len(said) == 0 || strings.HasPrefix(said[0], "#") {
		return
	}
	if t.view.Over && !slices.Contains(afterwards, strings.ToLower(said[0])) {
		t.over()
		return
	}
	for _, v := range verbs() {
		if word, _, _ := strings.Cut(v.usage, " "); strings.EqualFold(word, said[0]) {
			v.run(t, said[1:])
			return
		}
	}
	if !isOrder(said[0]) {
		t.line(words.Say("plain.no_command", "word", fmt.Sprintf("%.20q", said[0]), "meant", didYouMean(said[0])))
		return
	}
	t.order(line)
}

// order gives an order, and says what came of it.
func (t *table) order(line string) {
	o, err := t.level.ParseOrder(line)
	if err == nil {
		err = t.session.Do(o)
	}
	if err != nil {
		t.fail(err)
		return
	}
	t.refresh()
	t.line(words.Say("plain.done", "order", t.level.FormatOrder(o)))
	t.after(o)
	t.coach(false)
}

// undo takes the last order back.
func (t *table) undo([]string) {
	if !t.session.CanUndo() {
		t.say("%s", words.Say("journal.undo.nothing"))
		return
	}
	o, err := t.session.Undo()
	if err != nil {
		t.fail(err)
		return
	}
	t.refresh()
	t.say("%s", words.Say("journal.undo.done", "order", t.level.FormatOrder(o)))
	t.coach(false)
}

// refuse tells why something was not done.
func (t *table) refuse(err error) {
	t.say("%s.", strings.TrimSuffix(sentence(words.Refusal(err)), "."))
}

// fail tells why something was not done, and ends where the game cannot go on.
func (t *table) fail(err error) {
	t.refuse(err)
	t.broken = t.session.Err()
	t.done = t.broken != nil
}

// after shows what an order brought to light.
func (t *table) after(o game.Order) {
	if o.Kind == game.Read {
		t.detailItem(o.Item)
	}
}

// afterwards are the commands that work when the game is over. Any other one leaves.
var afterwards = []string{"debrief", "incident", "look", "gloss", "help", "quit"}

// over leaves a game that is over.
func (t *table) over() {
	t.say("%s", words.Say("debriefscreen.plain.over"))
	t.done = true
}

func (t *table) quit([]string) {
	t.farewell()
	t.done = true
}

// isOrder tells whether a word begins an order.
func isOrder(word string) bool {
	return slices.ContainsFunc(game.OrderHelps(), func(h game.OrderHelp) bool { return strings.EqualFold(first(h.Usage), word) })
}

func first(usage string) string {
	word, _, _ := strings.Cut(usage, " ")
	return word
}

// sentence is s with a capital at its beginning, unless that would change a quoted or special word.
func sentence(s string) string {
	if s != "" && s[0] >= 'a' && s[0] <= 'z' {
		return strings.ToUpper(s[:1]) + s[1:]
	}
	return s
}

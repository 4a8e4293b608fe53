package words

import (
	"strings"

	"callout/game"
)

// Phrases are the texts of a language that stand for the things of a game. They are looked up once, when the language
// is read, because a screen needs hundreds of them each time it is drawn. Placeholders are in braces: {app}, {team},
// {who} (an analyst), {item}, {n:one|many}, {?:yes|no} and so on, see blanks.value.
type phrases struct {
	numbers
	times

	noApp, noTeam, noAnalyst, noItem, everyApp string
	until                                      string // when work is likely to end; follows a sentence

	events    []string
	something string // an event of a kind that is not known

	alerts, alertsShort []string
	onHost, names       string
	clues               []string
	ticketStates        []string
	ticketLines         []string
	messageKinds        []string
	messages            []string
	choices             []string

	requestStates                                                        []string
	requestUnread, requestRead, requestBy, requestAfter, requestAfterApp string
	requestApproved, requestLate, requestPressed                         string

	faults, incidentStates, healths, presences, works, goodwill []string

	metrics, units   map[string]string
	goalAtMost       string
	goalAtLeast      string
	goalRelaxed      string
	nothingToMeasure string

	orders
}

// Orders are the phrases about orders: what they do and cost, and hints at them.
type orders struct {
	helps    []string // by kind
	about    string
	between  string
	takes    string
	offers   map[game.OrderKind]offerText
	answers  []string
	hints    map[game.OrderKind]hintText
	hintElse hintText // of orders that have no hint of their own
	hintMove string

	investigate, diagnose, callout, morning string // of assign
	noted                                   string // of read
}

// offerText says what an order does and costs: usually, and in the other case that it has. Beside the usual placeholders
// there are {work} (time), {callout} (money), {wrong} (share of a diagnosis) and {risk} (of failure). Orders that have
// none are told as in the help.
type offerText struct{ usual, other string }

func (t offerText) choose(other bool) string {
	if other {
		return t.other
	}
	return t.usual
}

// hintText says where to look for a move, and why. {order} is the move as it is typed.
type hintText struct{ where, why string }

// phrasesOf looks the phrases up by their keys. It asks for every one of them, so that a test can see which there are.
func phrasesOf(text func(key string) string) *phrases {
	row := func(table string, names []string) []string {
		texts := make([]string, len(names))
		for i, name := range names {
			texts[i] = text(table + "." + name)
		}
		return texts
	}
	p := &phrases{
		numbers: numbersOf(text), times: timesOf(text, row),

		noApp: text("thing.no_app"), noTeam: text("thing.no_team"), noAnalyst: text("thing.no_analyst"),
		noItem: text("thing.no_item"), everyApp: text("thing.every_app"), until: text("thing.until"),

		events: row("event", eventNames), something: text("event.something"),

		alerts: row("alert.text", alertNames), alertsShort: row("alert.short", alertNames),
		onHost: text("alert.on_host"), names: text("alert.names"), clues: row("clue", clueNames),
		ticketStates: row("alert.state", ticketNames), ticketLines: row("alert.line", ticketNames),
		messageKinds: row("message.kind", messageNames), messages: row("message.line", messageNames),
		choices: row("choice", choiceNames),

		requestStates: row("request.state", requestNames), requestUnread: text("request.unread"),
		requestRead: text("request.read"), requestBy: text("request.by"), requestAfter: text("request.after"),
		requestAfterApp: text("request.after_app"), requestApproved: text("request.approved"),
		requestLate: text("request.late"), requestPressed: text("request.pressed"),

		faults: row("fault", faultNames), incidentStates: row("incident.state", incidentNames),
		healths: row("health", healthNames), presences: row("person.presence", presenceNames),
		works: row("person.work", workNames), goodwill: row("team.goodwill", goodwillNames),

		metrics: map[string]string{}, units: map[string]string{},
		goalAtMost: text("metric.goal.at_most"), goalAtLeast: text("metric.goal.at_least"),
		goalRelaxed: text("metric.goal.relaxed"), nothingToMeasure: text("metric.nothing"),
	}
	for _, name := range game.MetricNames() {
		p.metrics[name] = text("metric.title." + name)
	}
	for _, unit := range unitNames {
		p.units[unit] = text("metric.unit." + unit)
	}
	p.orders = ordersOf(text)
	return p
}

func ordersOf(text func(key string) string) orders {
	o := orders{
		about: text("order.about"), between: text("order.between"), takes: text("order.takes"),
		offers: map[game.OrderKind]offerText{}, hints: map[game.OrderKind]hintText{},
		hintElse: hintText{text("hint.else.where"), text("hint.else.why")}, hintMove: text("hint.move"),
		investigate: text("order.investigate"), diagnose: text("order.diagnose"), callout: text("order.callout"),
		morning: text("order.morning"), noted: text("order.noted"),
		helps: make([]string, game.Read, int(game.Read)+len(game.OrderHelps())),
	}
	for _, help := range game.OrderHelps() {
		word, _, _ := strings.Cut(help.Usage, " ")
		o.helps = append(o.helps, text("order.help."+word))
	}
	for _, kind := range offered {
		t := offerText{usual: text("order.offer." + kind.String())}
		if kind == game.Escalate || kind == game.Read || kind == game.Deploy || kind == game.Duty {
			t.other = text("order.offer_else." + kind.String())
		}
		o.offers[kind] = t
	}
	for _, kind := range hinted {
		name := kind.String()
		if kind == game.NoOrder {
			name = "nothing"
		}
		o.hints[kind] = hintText{text("hint." + name + ".where"), text("hint." + name + ".why")}
	}
	for _, name := range choiceNames {
		if c := game.Choice(len(o.answers)); c < game.Report {
			o.answers = append(o.answers, "")
		} else {
			o.answers = append(o.answers, text("order.answer."+name))
		}
	}
	return o
}

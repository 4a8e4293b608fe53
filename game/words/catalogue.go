package words

import "callout/game"

// A catalogue is everything that depends on the language. Placeholders are in braces: {app}, {team}, {who} (an
// analyst), {item}, {n:one|many}, {?:yes|no} and so on, see blanks.value.
type catalogue struct {
	currency, thousands, point, percent string
	minutes, hours, days                string
	weekdays                            [7]string
	week, never, before, justNow, ago   string
	noApp, noTeam, noAnalyst, noItem    string
	everyApp                            string

	events    map[game.EventKind]string
	something string // an event of a kind that this catalogue does not know

	alerts      [game.AlertMetrics]string
	alertsShort [game.AlertMetrics]string
	onHost      string
	names       string
	clues       []string

	ticketStates   []string
	ticketLines    []string
	requestStates  []string
	presences      []string
	works          []string
	faults         []string
	incidentStates [game.IncidentStates]string
	healths        []string
	messageKinds   []string
	messages       []string
	choices        []string
	goodwill       []string

	requestUnread, requestRead, requestBy, requestAfter, requestAfterApp string
	requestApproved, requestLate, requestPressed                         string

	metrics          map[string]string
	units            map[string]string
	atMost, atLeast  string
	goal             string
	goalRelaxed      string
	nothingToMeasure string
	rate             string

	orderTexts // about orders
}

// orderTexts are the texts about orders: what they do and cost, and hints at them.
type orderTexts struct {
	about, to, takes string // about 20 min; 20 min to 1 h; the work that an order takes
	offers           map[game.OrderKind]offerText
	answers          []string

	hints     map[game.OrderKind]hintText
	hintOther hintText // of orders that have no hint of their own
	hintMove  string

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

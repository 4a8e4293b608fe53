package coach

import "callout/game"

// A step is one idea: when it applies, what it points at, and what there is to try. Its sentences stand in the catalogue
// under its name. A step is done when it no longer applies: by the order that it asks for, or by anything else.
type step struct {
	name  string
	at    hours
	when  func(v *game.View) (thing, bool)
	point Panel
	order game.OrderKind // what to try, or game.NoOrder
	pace  Pace           // how to go on where there is no order
}

// A thing is what a step is about. The order's kind is the step's.
type thing struct {
	order game.Order
	at    game.Minute
	n     int32
	pence game.Pence
}

// hours are when a step may apply.
type hours uint8

const (
	always hours = iota
	byDay
	byNight
)

func (h hours) holds(v *game.View) bool {
	return h == always || (h == byDay) == v.Now.InHours()
}

// steps are all steps, the most pressing first: what customers feel, what must be decided, what waits, the people, and
// then what there is to know while nothing waits.
var steps = [...]step{
	{"clues", always, firstPage, Inbox, game.Link, 0},
	{"whose", always, unlinkedPage, Inbox, game.Link, 0},
	{"unclear", byDay, unclearPage, Inbox, game.Assign, 0},
	{"mend", byDay, linkedPage, Inbox, game.Assign, 0},
	{"callout", byNight, nightPage, Inbox, game.Assign, 0},
	{"code", byDay, needsTeam, Inbox, game.Escalate, 0},
	{"rollback", byDay, needsRollback, Inbox, game.RollBack, 0},
	{"pressed", byDay, pressed, Inbox, game.Answer, 0},
	{"offer", byDay, offered, Inbox, game.Answer, 0},
	{"noise", byDay, quietAlert, Inbox, game.Dismiss, 0},
	{"doubt", byDay, repeatedAlert, Inbox, game.Assign, 0},
	{"stranded", byDay, strandedAlert, Inbox, game.Assign, 0},
	{"request", byDay, unread, Inbox, game.Read, 0},
	{"message", byDay, unanswered, Inbox, game.Read, 0},
	{"deploy", byDay, deployable, Inbox, game.Deploy, 0},
	{"tired", byDay, tired, People, game.Rest, 0},
	{"standby", byDay, tonight, People, game.OnStandby, 0},

	{"codenight", byNight, codeByNight, Keys, game.NoOrder, UntilDue},
	{"awake", byNight, working, People, game.NoOrder, UntilDue},
	{"night", byNight, anything, Keys, game.NoOrder, UntilDue},
	{"gauges", byDay, firstTurn, Gauges, game.NoOrder, OneTurn},
	{"asked", byDay, withTeam, Keys, game.NoOrder, UntilDue},
	{"working", byDay, working, People, game.NoOrder, OneTurn},
	{"end", byDay, lastHour, Keys, game.NoOrder, OneTurn},
	{"evening", byDay, evening, People, game.NoOrder, OneTurn},
	{"words", byDay, quietHour(0), Keys, game.NoOrder, OneTurn},
	{"hints", byDay, quietHour(1), Keys, game.NoOrder, UntilDue},
	{"board", byDay, beforeBoard, Inbox, game.NoOrder, UntilDue},
	{"quiet", byDay, anything, Keys, game.NoOrder, UntilDue},
}

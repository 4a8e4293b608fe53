package words

import "callout/game"

// pick is the text at i, or a question mark for a value that the catalogue does not know.
func pick(texts []string, i int) string {
	if i < 0 || i >= len(texts) {
		return "?"
	}
	return texts[i]
}

// TicketState is where an alert stands, in a word or two; AlertState is the whole sentence.
func TicketState(s game.TicketState) string { return pick(inUse().ticketStates, int(s)) }

// RequestState is where a release request stands.
func RequestState(s game.RequestState) string { return pick(inUse().requestStates, int(s)) }

// Presence is where an analyst is.
func Presence(p game.Presence) string { return pick(inUse().presences, int(p)) }

// Work is what an analyst does, with what it is done to: "deploying R-041".
func Work(v *game.View, a *game.AnalystView) string { return doing(v, a.Work, a.Item, a.App) }

// Task is a piece of work that waits in an analyst's queue, worded as Work.
func Task(v *game.View, t game.Task) string { return doing(v, t.Work, t.Item, t.App) }

func doing(v *game.View, w game.Work, item game.Item, app int) string {
	f := blanks{v: v, item: item, app: app, team: game.None, analyst: game.None}
	return fill(pick(inUse().works, int(w)), f.value)
}

// FaultKind is the cause of an incident.
func FaultKind(k game.FaultKind) string { return pick(inUse().faults, int(k)) }

// IncidentState is what an incident waited for.
func IncidentState(s game.IncidentState) string { return pick(inUse().incidentStates, int(s)) }

// Health is how an application seems to be.
func Health(h game.Health) string { return pick(inUse().healths, int(h)) }

// MessageKind is what a message is about, in a word.
func MessageKind(k game.MessageKind) string { return pick(inUse().messageKinds, int(k)) }

// Choice is an answer to management.
func Choice(c game.Choice) string { return pick(inUse().choices, int(c)) }

// Goodwill is how a team sounds, from 0, icy, to 4, warm.
func Goodwill(level int32) string { return pick(inUse().goodwill, int(level)) }

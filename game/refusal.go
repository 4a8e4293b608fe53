package game

import (
	"fmt"
	"strings"
)

// A Refusal is why an order was not done, or could not be read; nothing has changed. It is a reason and what the sentence
// about it is filled from, so that it can be said in any language: package words does. Error is the sentence in English,
// which programs, journals and logs read.
type Refusal struct {
	Kind RefusalKind

	// Pairs are names of placeholders, each followed by its value: a name or a code, what was typed, a number, or a Minute.
	Pairs []any
}

// Error is the English sentence, without a capital at its beginning or a full stop.
func (r *Refusal) Error() string {
	var b strings.Builder
	for text := r.Kind.English(); ; {
		before, rest, found := strings.Cut(text, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, after, _ := strings.Cut(rest, "}")
		for i := 0; i+1 < len(r.Pairs); i += 2 {
			if r.Pairs[i] == name {
				fmt.Fprint(&b, r.Pairs[i+1])
			}
		}
		text = after
	}
}

func refuse(kind RefusalKind, pairs ...any) error { return &Refusal{kind, pairs} }

// typed is what somebody typed, as it may be shown: quoted, and not long.
func typed(s string) string { return fmt.Sprintf("%.20q", s) }

// RefusalKind is the reason for a Refusal.
type RefusalKind uint8

const (
	refusedOver RefusalKind = iota
	refusedKind
	refusedNoAnalyst
	refusedNoApplication
	refusedNoModel
	refusedNoTeam
	refusedNotAlert
	refusedNotRequest
	refusedUnknownAlert
	refusedUnknownRequest
	refusedUnknownMessage
	refusedClosed
	refusedRead
	refusedGlance
	refusedResting
	refusedOnStandby
	refusedAway
	refusedDuty
	refusedFreeze
	refusedFrozen
	refusedUnfrozen
	refusedUnanswered
	refusedAnswer
	refusedReport
	refusedWithTeam
	refusedLinked
	refusedRuledOut
	refusedReal
	refusedChain
	refusedDiagnosed
	refusedUnlinked
	refusedFull
	refusedOnIt
	refusedOwnTeam
	refusedUnread
	refusedUndeployed
	refusedNobody
	refusedWaiting
	refusedMoving
	refusedModel
	refusedEvidence
	refusedEntry
	refusedItem
	refusedMissing
	refusedOrder
	refusedShort
	refusedLong
	refusedChoice
	refusedNamelessAnalyst
	refusedNamelessApplication
	refusedNamelessTeam
	refusedNamelessModel
	refusedManyAnalysts
	refusedManyApplications
	refusedManyTeams
	refusedManyModels
	refusalKinds
)

// refusals are the keys that the catalogue of words has the sentences by, and the sentences in English.
var refusals = [refusalKinds]struct{ key, english string }{
	refusedOver: {"over", "the game is over: no order can be given any more"},
	refusedKind: {"kind", "order {n} is not an order: use one of {orders}"},

	refusedNoAnalyst:     {"no_analyst", "{order} needs an analyst who works here"},
	refusedNoApplication: {"no_application", "{order} needs an application that is live"},
	refusedNoModel:       {"no_model", "{order} needs a support model that this level knows"},
	refusedNoTeam:        {"no_team", "{order} needs a Delivery team that is here"},

	refusedNotAlert:       {"not_alert", "{order} is about an alert, and {item} is not one: write it as A-001"},
	refusedNotRequest:     {"not_request", "{order} is about a release request, and {item} is not one: write it as R-001"},
	refusedUnknownAlert:   {"unknown_alert", "there is no alert {item} in the inbox"},
	refusedUnknownRequest: {"unknown_request", "there is no release request {item} in the inbox"},
	refusedUnknownMessage: {"unknown_message", "there is no message {item} in the inbox: write it as M-001"},
	refusedClosed:         {"closed", "{item} is closed already"},
	refusedRead:           {"read", "{item} has been read and is in the plan"},
	refusedGlance:         {"glance", "read is about a release request or a message: an alert is read at a glance"},

	refusedResting:    {"resting", "{who} is away already"},
	refusedOnStandby:  {"on_standby", "{who} is on standby already"},
	refusedAway:       {"away", "{who} is away until {when}"},
	refusedDuty:       {"duty", `duty is on or off: write "duty {who} on"`},
	refusedFreeze:     {"freeze", `a freeze is on or off: write "freeze on"`},
	refusedFrozen:     {"frozen", "the freeze is on already"},
	refusedUnfrozen:   {"unfrozen", "the freeze is off already"},
	refusedUnanswered: {"unanswered", "{item} needs no answer: read it"},
	refusedAnswer:     {"answer", "{item} cannot be answered with {choice}: use one of {choices}"},
	refusedReport:     {"report", `a report needs an analyst to write it: "answer {item} report {who}"`},

	refusedWithTeam:   {"with_team", "{item} is with {team}: wait for their answer"},
	refusedLinked:     {"linked", "{item} is known to be {app}"},
	refusedRuledOut:   {"ruled_out", "somebody has looked: {item} is not {app}"},
	refusedReal:       {"real", "{item} is known to be real"},
	refusedChain:      {"chain", "{model}'s support chain ends with you: there is no Delivery team to ask"},
	refusedDiagnosed:  {"diagnosed", "{item} is diagnosed and not Operations' to mend: escalate it, or work around"},
	refusedUnlinked:   {"unlinked", "{item} is not linked to an application: there is nothing to work around yet"},
	refusedFull:       {"full", "{who} has {n} things waiting already: nobody can keep more in mind"},
	refusedOnIt:       {"on_it", "{who} is on {item} already"},
	refusedOwnTeam:    {"own_team", "{item} is deployed by its own team"},
	refusedUnread:     {"unread", "{item} has not been read: read it first, so that it is planned"},
	refusedUndeployed: {"undeployed", "{app} has no deployment that could be rolled back"},
	refusedNobody:     {"nobody", "nobody has {item}: assign it first"},
	refusedWaiting:    {"waiting", "{who} has that waiting already"},

	refusedMoving:   {"moving", "{app} is on the move already"},
	refusedModel:    {"model", "{app} is run by {model} already"},
	refusedEvidence: {"evidence", "management wants evidence before {app} moves to {model}: incidents of it written up, at least {n}; so far {written}"},
	refusedEntry:    {"entry", "{app} does not pass the entry review of {model}: its operability is too low for that"},

	refusedItem:    {"item", "{typed} is not an item: write an alert as A-113, a release request as R-041, a message as M-007"},
	refusedMissing: {"missing", `an order is missing: write for example "assign A-001 {who}"`},
	refusedOrder:   {"order", "{typed} is not an order: use one of {orders}"},
	refusedShort:   {"short", "{order} needs more: {usage}"},
	refusedLong:    {"long", "{order} takes no {typed}: {usage}"},
	refusedChoice:  {"choice", "{typed} is not a choice: use one of {choices}"},

	refusedNamelessAnalyst:     {"nameless.analyst", "no analyst is called {typed}: there are {names}"},
	refusedNamelessApplication: {"nameless.application", "no application is called {typed}: there are {names}"},
	refusedNamelessTeam:        {"nameless.team", "no Delivery team is called {typed}: there are {names}"},
	refusedNamelessModel:       {"nameless.model", "no support model here is called {typed}: there are {names}"},
	refusedManyAnalysts:        {"many.analysts", "{typed} could be more than one analyst: write more of it ({names})"},
	refusedManyApplications:    {"many.applications", "{typed} could be more than one application: write more of it ({names})"},
	refusedManyTeams:           {"many.teams", "{typed} could be more than one Delivery team: write more of it ({names})"},
	refusedManyModels:          {"many.models", "{typed} could be more than one support model here: write more of it ({names})"},
}

// RefusalKinds are all reasons that there are.
func RefusalKinds() []RefusalKind {
	list := make([]RefusalKind, refusalKinds)
	for i := range list {
		list[i] = RefusalKind(i)
	}
	return list
}

// Key is what the reason is called in the catalogue of words; empty where there is no such reason.
func (k RefusalKind) Key() string {
	if k >= refusalKinds {
		return ""
	}
	return refusals[k].key
}

// English is the sentence in English, its placeholders in braces.
func (k RefusalKind) English() string {
	if k >= refusalKinds {
		return "refused"
	}
	return refusals[k].english
}

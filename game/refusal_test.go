package game

import (
	"errors"
	"maps"
	"regexp"
	"slices"
	"testing"
)

var refusalPlaceholder = regexp.MustCompile(`\{(\w+)\}`)

// Every refusal that there is can be provoked, and fills exactly what its sentence asks for.
func TestRefusals(t *testing.T) {
	seen := map[RefusalKind]bool{}
	for _, c := range []struct {
		kind  RefusalKind
		order string
		first func(g *Game, a *alert) // what makes it wrong
	}{
		{refusedOver, "freeze on", func(g *Game, _ *alert) { g.over = true }},
		{refusedNoAnalyst, "rest Vera", nil},
		{refusedNoApplication, "sync Ines middle", func(g *Game, _ *alert) { g.apps[1].live = false }},
		{refusedNoTeam, "escalate A-1 rook", func(g *Game, _ *alert) { g.teams[0].joined = false }},

		{refusedNotAlert, "link R-1 front", nil},
		{refusedNotRequest, "deploy A-1 Ines", nil},
		{refusedUnknownAlert, "link A-9 front", nil},
		{refusedUnknownRequest, "read R-9", nil},
		{refusedUnknownMessage, "answer M-9 refuse", nil},
		{refusedClosed, "noise A-1", func(_ *Game, a *alert) { a.closed = true }},
		{refusedClosed, "read R-1", func(g *Game, _ *alert) { g.requests[0].closed = true }},
		{refusedClosed, "read M-1", func(g *Game, _ *alert) { g.messages[0].closed = true }},
		{refusedRead, "read R-1", func(g *Game, _ *alert) { must(g, "read R-1") }},
		{refusedGlance, "read A-1", nil},

		{refusedResting, "rest Ines", sick},
		{refusedOnStandby, "standby Ines", nil},
		{refusedAway, "standby Ines", func(g *Game, a *alert) { sick(g, a); must(g, "standby Omar") }},
		{refusedAway, "assign A-1 Ines", sick},
		{refusedDuty, "duty Ines people", nil},
		{refusedFreeze, "freeze people", nil},
		{refusedFrozen, "freeze on", func(g *Game, _ *alert) { must(g, "freeze on") }},
		{refusedUnfrozen, "freeze off", nil},
		{refusedUnanswered, "answer M-2 refuse", nil},
		{refusedAnswer, "answer M-1 scope", nil},
		{refusedReport, "answer M-1 report", nil},

		{refusedWithTeam, "assign A-1 Ines", func(_ *Game, a *alert) { a.state, a.team = WithTeam, 0 }},
		{refusedLinked, "link A-1 back", func(_ *Game, a *alert) { a.linked, a.confirmed = 0, true }},
		{refusedRuledOut, "link A-1 back", func(_ *Game, a *alert) { a.ruled[0], a.nRuled = 2, 1 }},
		{refusedReal, "noise A-1", func(_ *Game, a *alert) { a.confirmed = true }},
		{refusedChain, "escalate A-1 rook", func(g *Game, _ *alert) { g.level.Models[0].Chain = g.level.Models[0].Chain[:2] }},
		{refusedDiagnosed, "assign A-1 Ines", func(_ *Game, a *alert) { a.state = NeedsDecision }},
		{refusedUnlinked, "workaround A-1 Ines", func(_ *Game, a *alert) { a.linked = None }},
		{refusedFull, "assign A-1 Ines", func(g *Game, _ *alert) { g.analysts[0].nQueue = maxTasks }},
		{refusedOnIt, "assign A-1 Ines", func(g *Game, _ *alert) { must(g, "assign A-1 Ines") }},
		{refusedOnIt, "first A-1", func(g *Game, _ *alert) { must(g, "assign A-1 Ines") }},
		{refusedOwnTeam, "deploy R-1 Ines", func(g *Game, _ *alert) { g.apps[1].model = 1 }},
		{refusedUnread, "deploy R-1 Ines", nil},
		{refusedUndeployed, "rollback front Ines", nil},
		{refusedNobody, "first R-1", nil},
		{refusedWaiting, "sync Ines back", func(g *Game, _ *alert) { must(g, "sync Ines front", "sync Ines back") }},

		{refusedMoving, "move front own-pager", func(g *Game, _ *alert) { g.apps[0].moving = true }},
		{refusedModel, "move front small-model", nil},
		{refusedEvidence, "move front own-pager", nil},
		{refusedEntry, "move front sre", func(g *Game, _ *alert) { g.apps[0].operability = 1 }},

		{refusedItem, "read 113", nil},
		{refusedMissing, " ", nil},
		{refusedOrder, "launch A-1", nil},
		{refusedShort, "link A-1", nil},
		{refusedLong, "link A-1 front back", nil},
		{refusedChoice, "freeze maybe", nil},
		{refusedNamelessAnalyst, "rest nobody", nil},
		{refusedNamelessApplication, "link A-1 ledger", nil},
		{refusedNamelessTeam, "escalate A-1 \x1b[31mred", nil},
		{refusedNamelessModel, "move front {typed}", nil},
		{refusedManyAnalysts, "rest I", func(g *Game, _ *alert) { g.level.Analysts[1].Name = "Inge" }},
		{refusedManyApplications, "link A-1 fro", func(g *Game, _ *alert) { g.level.Applications[1].Name = "frost" }},
		{refusedManyTeams, "escalate A-1 ro", func(g *Game, _ *alert) { g.level.Teams[1].Name = "robin" }},
		{refusedManyModels, "move front s", nil},
	} {
		g, a := inbox()
		if c.first != nil {
			c.first(g, a)
		}
		seen[c.kind] = true
		checkRefusal(t, c.order, c.kind, order(g, c.order))
	}
	g, _ := inbox()
	for kind, o := range map[RefusalKind]Order{refusedKind: {Kind: orderKinds}, refusedNoModel: {Kind: Move, Model: 99}} {
		seen[kind] = true
		checkRefusal(t, "an order that nobody types", kind, g.Do(o))
	}
	for _, kind := range RefusalKinds() {
		if !seen[kind] {
			t.Errorf("nothing provokes %q: %s", kind.Key(), kind.English())
		}
	}
}

// inbox is a small game with the alert A-1, the request R-1 of middle, the message M-1 that presses and M-2 that chases.
func inbox() (*Game, *alert) {
	g, a := play(0, DataFault)
	for i := range g.level.Models {
		g.level.Models[i].Title = g.level.Models[i].Name
	}
	g.apps[1].waiting = 1
	g.newRequest(1, g.now, 0)
	g.newMessage(message{kind: PressMessage, app: None, team: None, goal: None})
	g.newMessage(message{kind: ChaseMessage, app: None, team: None, goal: None})
	return g, a
}

func sick(g *Game, _ *alert) { g.analysts[0].presence, g.analysts[0].back = Sick, g.now+Day }

// checkRefusal holds that err is a refusal of a kind with a value for each placeholder, and no others.
func checkRefusal(t *testing.T, what string, kind RefusalKind, err error) {
	t.Helper()
	var r *Refusal
	if !errors.As(err, &r) || r.Kind != kind {
		t.Errorf("%q: %v, want the refusal %q", what, err, kind.Key())
		return
	}
	asked, given := map[string]bool{}, map[string]bool{}
	for _, m := range refusalPlaceholder.FindAllStringSubmatch(kind.English(), -1) {
		asked[m[1]] = true
	}
	for pair := range slices.Chunk(r.Pairs, 2) {
		given[pair[0].(string)] = true
		switch v := pair[1].(type) {
		case int, int32, Minute, Item, OrderKind:
		case string:
			if v == "" {
				t.Errorf("%q: %s is empty", what, pair[0])
			}
		default:
			t.Errorf("%q: %s is a %T, which has no place in a sentence of another language", what, pair[0], v)
		}
	}
	if !maps.Equal(asked, given) {
		t.Errorf("%q: its sentence asks for %v and is given %v", what, asked, given)
	}
}

// What was typed is not read as a template.
func TestRefusalTellsWhatWasTyped(t *testing.T) {
	_, err := smallLevel().ParseOrder("rest {names}")
	if want := `no analyst is called "{names}": there are Ines, Omar, Vera`; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}

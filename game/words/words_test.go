package words

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"strings"
	"testing"

	"callout/game"
)

// constants are the names of the exported constants of a type's iota block in the source of package game, as keys write
// names: AtWork is at_work. A kind that is added there without words here is noticed.
func constants(t *testing.T, file, typeName string) []string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), "../../game/"+file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, d := range f.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.CONST || len(g.Specs) == 0 {
			continue
		}
		first := g.Specs[0].(*ast.ValueSpec)
		if id, ok := first.Type.(*ast.Ident); !ok || id.Name != typeName {
			continue
		}
		for _, s := range g.Specs {
			if name := s.(*ast.ValueSpec).Names[0]; name.IsExported() && name.Name != "AlertMetrics" && name.Name != "IncidentStates" {
				names = append(names, strings.ToLower(capital.ReplaceAllString(name.Name, "${1}_$2")))
			}
		}
	}
	if len(names) == 0 {
		t.Fatalf("no constants of type %s in game/%s", typeName, file)
	}
	return names
}

var capital = regexp.MustCompile("([a-z])([A-Z])")

// TestEveryKindIsNamed holds that each kind of thing in package game has its name in the keys of the catalogue, in its
// place. Names may leave out what all of a kind have in common.
func TestEveryKindIsNamed(t *testing.T) {
	for _, c := range []struct {
		file, typeName string
		names          []string
	}{
		{"event.go", "EventKind", eventNames},
		{"view.go", "AlertMetric", alertNames},
		{"view.go", "TicketState", ticketNames},
		{"view.go", "RequestState", requestNames},
		{"view.go", "Presence", presenceNames},
		{"view.go", "Work", workNames},
		{"view.go", "FaultKind", faultNames},
		{"view.go", "Health", healthNames},
		{"view.go", "MessageKind", messageNames},
		{"clue.go", "ClueKind", clueNames},
		{"order.go", "Choice", choiceNames},
		{"result.go", "IncidentState", incidentNames},
	} {
		kinds := constants(t, c.file, c.typeName)
		for i, kind := range kinds {
			if i >= len(c.names) || !strings.Contains(kind, c.names[i]) {
				t.Errorf("%s %s is not in its place, %d, of %v", c.typeName, kind, i, c.names)
			}
		}
		if len(c.names) != len(kinds) {
			t.Errorf("%s has %d kinds and %d names", c.typeName, len(kinds), len(c.names))
		}
	}
	for kind := game.Read; int(kind) <= len(game.OrderHelps()); kind++ {
		if OrderHelp(kind) == "?" {
			t.Errorf("the order %s has no help", kind)
		}
	}
}

// speak uses a language for the length of a test.
func speak(t *testing.T, name string) {
	t.Helper()
	if err := Speak(name); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { spoken.Store(nil) })
}

// office is a small view with one of everything.
func office() *game.View {
	return &game.View{
		Now:      game.Day + 10*game.Hour,
		Apps:     []game.AppView{{Name: "ledger"}, {Name: "basket"}},
		Teams:    []game.TeamView{{Name: "Kestrel"}},
		Analysts: []game.AnalystView{{Name: "Asha"}, {Name: "Ben"}},
		Hosts:    []game.HostView{{Name: "lnx-prd-0417"}},
		Goals:    []game.GoalView{{Metric: "revenue_lost", AtMost: true, Value: 6_000_000}},
		Alerts: []game.AlertView{{N: 113, Metric: game.ErrorRate, Reading: 12, Threshold: 5, Named: game.None,
			Linked: game.None, Analyst: game.None, Team: game.None, Upstream: game.None, Until: game.Never}},
	}
}

func TestSentences(t *testing.T) {
	v := office()
	alert := v.Alerts[0]
	diagnosed := alert
	diagnosed.Named, diagnosed.State, diagnosed.Analyst, diagnosed.Until = 1, game.Diagnosing, 0, v.Now+30
	request := game.RequestView{N: 41, App: 0, Version: [2]int32{4, 2}, Batch: 5, After: 1, AfterN: 39,
		Deadline: 2*game.Day + 12*game.Hour, State: game.BeforeBoard, Approved: game.Day + 11*game.Hour, Late: true}
	unread := game.RequestView{N: 42, App: game.None, Team: 0}
	event := func(e game.Event) string { return Event(v, &e) }
	for _, c := range []struct{ got, want string }{
		{Alert(v, &alert), "HTTP 5xx 12 % (limit 5 %) on lnx-prd-0417"},
		{Alert(v, &diagnosed), "HTTP 5xx 12 % (limit 5 %) on lnx-prd-0417, names basket"},
		{AlertShort(v, &alert), "5xx 12 % on lnx-prd-0417"},
		{AlertState(v, &alert), "Nobody works on it."},
		{AlertState(v, &diagnosed), "Asha looks for the cause, until about 10:30."},
		{Request(v, &unread), "Kestrel asks for a deployment (unread)"},
		{Request(v, &request), "ledger 4.2, 5 changes, before Wed 12:00, after R-039 of basket, board 11:00, late"},
		{Clue(v, game.Clue{Kind: game.DeployedLate, App: 1, At: v.Now - 20, Other: 0}), "basket was deployed 20 min ago by Asha."},
		{Clue(v, game.Clue{Kind: game.SameHost, App: 1, Other: 112}), "A-112 on the same host is linked to basket."},
		{Message(v, &game.MessageView{Kind: game.OfferMessage, Goal: 0}), "Management offers to renegotiate a goal: revenue lost at most £60,000"},
		{event(game.Event{Kind: game.AlertRaised, Item: game.Item{Kind: game.Alert, N: 113}}), "New alert A-113: HTTP 5xx 12 % (limit 5 %) on lnx-prd-0417."},
		{event(game.Event{Kind: game.AlertRaised, Item: game.Item{Kind: game.Alert, N: 99}}), "New alert A-099."},
		{event(game.Event{Kind: game.Bounced, Team: 0, Item: game.Item{Kind: game.Alert, N: 113}, Amount: 95}), "Kestrel sends A-113 back, it is not theirs: 1 h 35 lost."},
		{event(game.Event{Kind: game.Deployed, App: 1, Amount: 1}), "basket is deployed: 1 change is live."},
		{event(game.Event{Kind: game.StandbyChanged, Analyst: game.None}), "Nobody is on standby now."},
		{event(game.Event{Kind: game.FreezeSet, Amount: 1}), "Deployments are frozen."},
		{event(game.Event{Kind: game.Started, Analyst: 1, App: 1, Amount: int64(game.WorkRunbook)}), "Ben is now writing the runbook of basket."},
		{event(game.Event{Kind: 255}), "Something happened."},
		{Value(game.Value{Unit: "share", N: 640, Milli: true, Valid: true}), "64 %"},
		{Value(game.Value{Unit: "minutes", N: 100, Valid: true}), "1 h 40"},
		{Value(game.Value{Unit: "minutes"}), "nothing to measure"},
		{Rate(1_860_000), "£18,600 an hour"},
	} {
		if c.got != c.want {
			t.Errorf("got  %q\nwant %q", c.got, c.want)
		}
	}
}

// TestAnythingIsWorded feeds the sentences values that no game makes: none may panic or show a placeholder.
func TestAnythingIsWorded(t *testing.T) {
	for _, name := range Languages() {
		t.Run(name, func(t *testing.T) {
			speak(t, name)
			anythingIsWorded(t)
		})
	}
}

func anythingIsWorded(t *testing.T) {
	v := office()
	numbers := []int64{game.None, 0, 1, 7, 1 << 40, -1 << 40}
	for kind := range 256 {
		for _, n := range numbers {
			e := game.Event{Kind: game.EventKind(kind), App: int32(n), Team: int32(n), Analyst: int32(n), Amount: n,
				Item: game.Item{Kind: game.Request, N: int32(n)}}
			a := game.AlertView{N: int32(n), Metric: game.AlertMetric(kind), State: game.TicketState(kind), Host: int(n),
				Named: int(n), Linked: int(n), Analyst: int(n), Team: int(n), Upstream: int(n), Until: game.Minute(n)}
			r := game.RequestView{State: game.RequestState(kind), App: int(n), Team: int(n), After: int(n), Deadline: game.Minute(n)}
			m := game.MessageView{Kind: game.MessageKind(kind), App: int(n), Team: int(n), Goal: int(n)}
			w := game.AnalystView{Work: game.Work(kind), App: int(n), Presence: game.Presence(kind)}
			for _, s := range []string{
				Event(v, &e), Alert(v, &a), AlertShort(v, &a), AlertState(v, &a), Request(v, &r), Message(v, &m),
				Work(v, &w), Presence(w.Presence), Clue(v, game.Clue{Kind: game.ClueKind(kind), App: int(n), At: game.Minute(n), Other: int(n)}),
			} {
				if s == "" || strings.ContainsAny(s, "{}|\n") {
					t.Fatalf("kind %d, number %d: %q", kind, n, s)
				}
			}
		}
	}
}

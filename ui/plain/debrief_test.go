package plain

import (
	"bufio"
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"callout/game"
	"callout/game/debrief"
	"callout/game/journal"
	"callout/game/words"
	"callout/levels"
)

var update = flag.Bool("update", false, "write the golden text anew: read it before committing it")

// small is a debrief with something on every page, made by hand, so that no change of balance moves it.
func small() *debrief.Debrief {
	monday := func(hour int) game.Minute { return game.Minute(hour) * game.Hour }
	value := func(name string, n int64, unit game.Unit) game.Value {
		return game.Value{Name: name, N: n, Unit: unit, Valid: true}
	}
	d := &debrief.Debrief{Result: game.Result{
		Over:   true,
		Values: []game.Value{value("revenue_lost", 1_200_000, game.PenceUnit), value("score", 512, game.Count)},
		Goals: []game.GoalView{
			{Metric: "revenue_lost", AtMost: true, Value: 1_500_000, Current: 1_200_000, Met: true},
			{Metric: "burnout_max", AtMost: true, Value: 60, Current: 71},
		},
		Applications: []game.AppResult{{Name: "basket", Target: 99_900, Availability: 99_120, Incidents: 2, Lost: 1_200_000, Deployments: 3, Waiting: 4}},
		People: []game.PersonResult{
			{Name: "Asha", Burnout: 40, Worst: 58, Callouts: 2, SickDays: 1, Hired: true}, {Name: "Bram", Burnout: 71, Worst: 71, Left: true, Hired: true}, {Name: "Nobody"},
		},
		StateMinutes: [7]int64{30, 10, 100, 20, 40, 160, 40},
	}}
	for k := range int32(10) {
		i := k / 2
		g := game.Gauge{At: monday(int(i)*24 + []int{9, 17}[k%2]), Burnout: 10 + 5*i, Queue: []int32{1, 4, 9, 3, 1}[i], Lost: game.Pence(i*i) * 75_000}
		d.Result.Course = append(d.Result.Course, g)
		d.Course = append(d.Course, debrief.Point{Gauge: g, Finished: 4 * i, Requested: 3 * i, Planned: 2 * i, Deployed: i})
	}
	d.Costs = []debrief.Cost{{Key: "revenue_lost", Title: "revenue lost", Pence: 1_200_000}, {Key: "people", Title: "burnout", Pence: 300_000}, {Title: "nothing"}}
	d.Loss = debrief.Protection{Tolerated: 300_000, Lost: 1_200_000, Share: value("protection", -3, game.ShareUnit)}
	step := debrief.Step{At: monday(13), Text: "heron was asked, which does not own it.", Decision: true}
	n := debrief.Incident{Name: "basket", Minutes: 300, Causes: []debrief.Step{step, {At: monday(10), Text: "R-041 had waited for two days."}},
		Loss: game.Loss{Incident: 2, Fault: game.CodeFault, Began: monday(11), Restored: monday(16), Pence: 900_000, States: [7]game.Minute{20, 10, 80, 20, 30, 120, 20}}}
	open := debrief.Incident{Name: "basket", Minutes: 100, Loss: game.Loss{Incident: 1, Fault: game.DataFault, Began: monday(9), Restored: game.Never, Pence: 300_000, States: [7]game.Minute{10, 0, 20, 0, 10, 40, 20}}}
	d.Incidents = []debrief.Incident{n, open}
	d.Fires = []debrief.Fire{{Incident: n, Share: 750, Why: "It lay two hours between teams.", Cut: debrief.Cut{Order: "escalate A-113 kestrel", Saved: 400_000, Price: 6_000}}, {Incident: open, Share: 250, Why: "Nobody took it."}}
	d.Marks = []debrief.Mark{{At: monday(10), Text: "Deployments frozen", Heavy: true}, {At: monday(11), Text: "Asha investigates A-112"}}
	d.Findings = []debrief.Finding{
		{Key: "long-time-to-restore", Title: "Long time to restore", Seen: true, Says: "Half of all incidents took 5 h.", Evidence: []debrief.Evidence{{At: monday(11), Item: "A-113", Text: "A-113 lay two hours between teams."}}},
		{Key: "unfair-on-call", Title: "Unfair on-call expectations", Says: "Not seen: nobody was called."},
	}
	d.Next, d.Questions = "Ask the team that owns it first.", []string{"Who knew that kestrel owns it?"}
	d.Ladder = debrief.Ladder{Score: 512, Medal: debrief.Bronze, Says: "Bronze.", Rungs: []debrief.Rung{{Policy: "idle", Score: -20}, {Policy: "fifo", Score: 400, Medal: debrief.Bronze}, {Policy: "lookahead", Score: 700, Medal: debrief.Gold}}}
	d.Models = []debrief.ModelResult{{Title: "as you played it", Played: true, Total: 1_500_000, Values: d.Result.Values}, {Model: "you-run-it", Title: "You Build It You Run It", Total: 800_000, Won: true}, {Model: "idle", Title: "nothing done", Total: 4_000_000}}
	d.Review = debrief.Review{Tried: 12, Games: 340, Worst: []debrief.Decision{{Turn: 4, At: monday(13), Order: "escalate A-113 heron", Instead: "escalate A-113 kestrel", Text: "You asked a team that does not own it.", Pence: 400_000, Error: 20_000}},
		Best: &debrief.Decision{Turn: 2, At: monday(10), Text: "You froze deployments in time.", Pence: 100_000, Error: 9_000}}
	return d
}

// afterwardsSeat is a table after the end of a game, with that debrief.
func afterwardsSeat(t *testing.T) *seat {
	t.Helper()
	l, err := levels.Load("tutorial")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	own := *l
	own.Lesson = "What nobody reads is in nobody's plan."
	s := &seat{&table{session: recorded{journal.New(l, game.SeedFrom(1))}, level: &own, out: bufio.NewWriter(&b), back: small(), studied: true}, &b}
	s.refresh()
	s.view.Over = true
	return s
}

// TestTheWholeDebriefAsText compares all that the line-by-line mode tells after a game, in both languages.
func TestTheWholeDebriefAsText(t *testing.T) {
	for _, language := range words.Languages() {
		if err := words.Speak(language); err != nil {
			t.Fatal(err)
		}
		s := afterwardsSeat(t)
		got := s.write("debrief") + "\n" + s.write("debrief all") + "\n" + s.write("incident 2") + s.write("incident 9") + s.write("debrief nonsense") + s.write("continue")
		if !s.done {
			t.Error("a turn was ended after the end")
		}
		name := filepath.Join("testdata", "debrief-"+language+".txt")
		if *update {
			if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		before, now := strings.Split(string(want), "\n"), strings.Split(got, "\n")
		for i := range min(len(before), len(now)) {
			if before[i] != now[i] {
				t.Errorf("%s:%d: now %q, before %q. If that is meant, run go test ./ui/plain -update", name, i+1, now[i], before[i])
			}
		}
		if len(before) != len(now) {
			t.Errorf("%s had %d lines, now there are %d", name, len(before), len(now))
		}
	}
	if err := words.Speak(words.First); err != nil {
		t.Fatal(err)
	}
}

// A running game tells how it stands by what is known, and no page of its debrief.
func TestNoDebriefBeforeTheEnd(t *testing.T) {
	s := sit(t, "ten-teams", 5)
	for range 30 {
		s.write("end")
	}
	text := s.write("debrief all") + s.write("incident 1")
	if !strings.Contains(text, "By what is known now") || !strings.Contains(text, words.Money(s.view.Lost)) || strings.Contains(text, "Why did it burn?") || strings.Contains(text, "lost, began") {
		t.Errorf("it says:\n%s", text)
	}
	if r := s.session.Now().Result(); r.Values[0].N != s.view.Lost && strings.Contains(text, words.Money(r.Values[0].N)) {
		t.Errorf("it tells what is hidden:\n%s", text)
	}
}

// Where a person sits, the answers are told after the end and more can be asked for; a script is told everything at once and
// the program ends, whatever still comes.
func TestAfterTheEnd(t *testing.T) {
	l, err := levels.Load("tutorial")
	if err != nil {
		t.Fatal(err)
	}
	for _, person := range []bool{true, false} {
		var out bytes.Buffer
		in := strings.Repeat("continue\n", 40)
		if person {
			in = strings.Repeat("end\n", turnsOf(t, l)) + "debrief cost\nincident 1\ngloss medal\nquit\n"
		}
		if err := Play(t.Context(), journal.New(l, game.SeedFrom(1)), Options{In: strings.NewReader(in), Out: &out, Prompt: person}); err != nil {
			t.Fatal(err)
		}
		told := strings.Count(out.String(), "2. What did it cost?")
		asked := strings.Contains(out.String(), "incident 1:") && strings.Contains(out.String(), "medal\n  In the game")
		if person && (told != 2 || !asked) || !person && told != 1 {
			t.Errorf("with a person %v, the cost was told %d times, what was asked for %v:\n%s", person, told, asked, out.String())
		}
	}
}

// turnsOf is how many turns a game has in which nothing is done.
func turnsOf(t *testing.T, l *game.Level) int {
	t.Helper()
	n := 0
	for s := journal.New(l, game.SeedFrom(1)); !s.Game.Over(); n++ {
		if _, err := s.EndTurn(); err != nil {
			t.Fatal(err)
		}
	}
	return n
}

package workshop

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"callout/game"
	"callout/game/journal"
	"callout/game/policy"
	"callout/levels"
)

// TestEventsFitEveryLevel lets every event happen in every shipped level, in its middle and more than once: it comes in order
// of time, not before its minute, meets what is there, and leaves what was as it was.
func TestEventsFitEveryLevel(t *testing.T) {
	for _, info := range levels.List() {
		l, err := levels.Load(info.Name)
		if err != nil {
			t.Fatal(err)
		}
		half := journal.New(l, game.SeedFrom(3))
		for half.Game.Now() < (l.Start+l.End)/2 {
			if _, err := half.EndTurn(); err != nil {
				t.Fatal(err)
			}
		}
		at := half.Game.Now() + 1
		for _, e := range Events() {
			for times, severity := range Severities() {
				list, err := inject(l, e.Name, severity, at, times)
				var refusal Refusal
				if errors.As(err, &refusal) && (len(l.Teams) < 2 || len(l.Hosts) < 2 || e.Does == "replatform") {
					continue // there is nowhere to move to
				}
				if err != nil || len(list) == 0 || !slices.IsSortedFunc(list, func(a, b game.Happening) int { return int(a.At - b.At) }) || list[0].At != at {
					t.Fatalf("%s: %s %s: %v, %v", l.Name, severity, e.Name, list, err)
				}
				for _, h := range list {
					if h.App >= len(l.Applications) || h.Until != 0 && h.Until <= h.At || h.Kind == game.Reorganise && h.To == l.Applications[h.App].Team {
						t.Errorf("%s: %s %s brings %+v", l.Name, severity, e.Name, h)
					}
				}
				more := levels.Add(l, list...)
				if more.Digest == l.Digest {
					t.Errorf("%s: with %s it is the same level", l.Name, e.Name)
				}
				again, err := replay(half, more, game.SeedFrom(3))
				if err != nil {
					t.Fatalf("%s: %s %s: %v", l.Name, severity, e.Name, err)
				}
				for !again.Game.Over() {
					if _, err := again.EndTurn(); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	}
}

// TestSevereEventsCostMore plays the same weeks with each severity of what a facilitator can let happen: the severer, the more
// it costs. Over 60 seeds a severe outage costs at least twice what a mild one does.
func TestSevereEventsCostMore(t *testing.T) {
	l, err := levels.Load("ten-teams")
	if err != nil {
		t.Fatal(err)
	}
	for name, twice := range map[string]bool{"outage": true, "bug": true, "campaign": false} {
		var cost [3]int64
		for i, severity := range Severities() {
			list, err := inject(l, name, severity, l.Start+game.Day, 0)
			if err != nil {
				t.Fatal(err)
			}
			with := levels.Add(l, list...)
			p, err := policy.New("rule")
			if err != nil {
				t.Fatal(err)
			}
			player := policy.NewPlayer(p)
			for n := range uint64(60) {
				for _, level := range []*game.Level{with, l} {
					g := game.New(level, game.SeedFrom(n))
					player.Play(g, n)
					for _, v := range g.Result().Values {
						if v.Name == "revenue_lost" && level == with {
							cost[i] += v.N
						} else if v.Name == "revenue_lost" {
							cost[i] -= v.N
						}
					}
				}
			}
		}
		t.Logf("%s costs £%d, £%d and £%d", name, cost[0]/6000, cost[1]/6000, cost[2]/6000)
		if cost[0] <= 0 || cost[1] <= cost[0] || cost[2] <= cost[1] || twice && cost[2] < 2*cost[0] {
			t.Errorf("%s costs %d pence when mild, %d when normal, %d when severe", name, cost[0]/60, cost[1]/60, cost[2]/60)
		}
	}
}

func TestEventsHaveNames(t *testing.T) {
	for _, e := range Events() {
		if strings.HasPrefix(e.Title(), "[") || strings.HasPrefix(e.About(), "[") {
			t.Errorf("%s is called %q: %q", e.Name, e.Title(), e.About())
		}
	}
	for _, s := range Severities() {
		if strings.HasPrefix(SeverityTitle(s), "[") {
			t.Errorf("%s has no name", s)
		}
	}
}

func TestBadEventsAreRefused(t *testing.T) {
	good := "[[event]]\nname = \"x\"\ndoes = \"fault\"\ncause = \"code\"\nmild = { applications = 1, amount = 1 }\nnormal = { applications = 1, amount = 1 }\nsevere = { applications = 1, amount = 1 }\n"
	if _, err := parseEvents([]byte(good)); err != nil {
		t.Fatal(err)
	}
	tests := []struct{ old, now, want string }{
		{`"fault"`, `"flood"`, "it does"},
		{`cause = "code"`, ``, "cause"},
		{`"code"`, `"luck"`, "cause"},
		{`amount = 1 }`, `amount = 1001 }`, "amount"},
		{`applications = 1`, `applications = 0`, "applications"},
		{`applications = 1`, `applications = 1, minutes = 601`, "minutes"},
		{`name =`, `nome =`, "means nothing"},
		{good, good + good, "two events"},
		{good, "", "no [[event]]"},
		{good, "[[", "events.toml"},
		{`does = "fault"` + "\n" + `cause = "code"`, `does = "campaign"`, "hours"},
	}
	for _, test := range tests {
		text := strings.Replace(good, test.old, test.now, 1)
		if _, err := parseEvents([]byte(text)); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("with %q: %v; want %q", test.now, err, test.want)
		}
	}
}

package coach_test

import (
	"slices"
	"strings"
	"testing"

	"callout/game"
	"callout/game/coach"
	"callout/game/policy"
	"callout/game/words"
	"callout/levels"
)

var names = coach.Names{Words: "g", Help: "?", Hint: "h", News: "v", Rest: "z"}

func load(t *testing.T, name string) *game.Level {
	t.Helper()
	l, err := levels.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// pupil plays what the coach says, and notes the steps that it met.
func pupil(t *testing.T, l *game.Level, seed uint64) (*game.Game, []string) {
	t.Helper()
	g, v, met := game.New(l, game.SeedFrom(seed)), new(game.View), []string{}
	for range 400 {
		g.View(v)
		a, ok := coach.Now(v, names, nil)
		if !ok {
			break
		}
		if !slices.Contains(met, a.Step) {
			met = append(met, a.Step)
		}
		if a.Order.Kind != game.NoOrder {
			if err := g.Do(a.Order); err != nil {
				t.Fatalf("seed %d, %s: the coach says %q: %v", seed, v.Now, l.FormatOrder(a.Order), err)
			}
			continue
		}
		for g.EndTurn(); a.Pace == coach.UntilDue && !g.NeedsDecision(); {
			g.EndTurn()
		}
	}
	return g, met
}

// TestPupilsWin: whoever does what the coach says comes to the end of the first level, wins, and has tried every kind of
// decision that the level is made to show.
func TestPupilsWin(t *testing.T) {
	l := load(t, "tutorial")
	if !coach.Begins(l) {
		t.Fatal("the coach is not there when the first level begins")
	}
	taught := []string{"request", "gauges", "clues", "mend", "noise", "standby", "evening", "callout", "night", "code", "asked", "deploy"}
	missed := map[string]int{}
	const games = 40
	for seed := range uint64(games) {
		g, met := pupil(t, l, seed)
		if r := g.Result(); !r.Over || !r.Won {
			t.Errorf("seed %d: over %v, won %v at %s", seed, r.Over, r.Won, r.At)
		}
		for _, step := range taught {
			if !slices.Contains(met, step) {
				missed[step]++
			}
		}
	}
	for _, step := range taught {
		if missed[step] > games/5 {
			t.Errorf("%d of %d pupils never met the step %s", missed[step], games, step)
		}
	}
}

// TestStepsArePossible: whatever was played before, and in every level, what the coach asks for is an order that the game
// accepts, and there is always something to say until the game is over.
func TestStepsArePossible(t *testing.T) {
	for _, info := range levels.List() {
		l := load(t, info.Name)
		if l.End-l.Start > 3*game.Week {
			continue
		}
		for _, name := range []string{"random", "idle", "rule"} {
			g, v := game.New(l, game.SeedFrom(7)), new(game.View)
			p, err := policy.New(name)
			if err != nil {
				t.Fatal(err)
			}
			p.Begin(7)
			for !g.Over() {
				g.View(v)
				for _, when := range []string{"before", "after"} {
					a, ok := coach.Now(v, names, nil)
					if !ok || a.Idea == "" || a.Try == "" || strings.ContainsAny(a.Idea+a.Try+a.After, "[{?") && !strings.Contains(a.Idea, names.Help) {
						t.Fatalf("%s, %s, %s: the coach says %+v", info.Name, name, v.Now, a)
					}
					if err := g.Clone().Do(a.Order); a.Order.Kind != game.NoOrder && err != nil {
						t.Fatalf("%s, %s, %s, %s its orders: step %s asks for %q: %v", info.Name, name, v.Now, when, a.Step, l.FormatOrder(a.Order), err)
					}
					if when == "before" {
						p.Play(v, g.Do)
						g.View(v)
					}
				}
				g.EndTurn()
			}
			g.View(v)
			if a, ok := coach.Now(v, names, nil); ok {
				t.Errorf("%s is over, and the coach says %q", info.Name, a.Idea)
			}
		}
	}
}

// TestTheCoachForgetsNothing: what it says depends on the view alone, so a game that is played again to the same turn has
// the same advice.
func TestTheCoachForgetsNothing(t *testing.T) {
	l := load(t, "tutorial")
	first, second := game.New(l, game.SeedFrom(3)), game.New(l, game.SeedFrom(3))
	one, two := new(game.View), new(game.View)
	for !first.Over() {
		first.View(one)
		coach.Now(one, names, nil) // whether it was asked before
		coach.Now(one, names, nil)
		second.View(two)
		a, _ := coach.Now(one, names, nil)
		if b, _ := coach.Now(two, names, nil); a != b {
			t.Fatalf("%s: once it says %+v, once %+v", one.Now, a, b)
		}
		first.EndTurn()
		second.EndTurn()
	}
}

// TestWhatIsSaidFits: a step is two rows of 76 cells beside what happened or without it, in every language.
func TestWhatIsSaidFits(t *testing.T) {
	defer func() {
		if err := words.Speak(words.First); err != nil {
			t.Error(err)
		}
	}()
	l := load(t, "tutorial")
	for _, language := range words.Languages() {
		if err := words.Speak(language); err != nil {
			t.Fatal(err)
		}
		for seed := range uint64(8) {
			g, v := game.New(l, game.SeedFrom(seed)), new(game.View)
			for !g.Over() {
				g.View(v)
				a, _ := coach.Now(v, names, nil)
				if n := len([]rune(a.Idea)); n > 146 {
					t.Errorf("%s: step %s takes %d of 146 cells: %s", language, a.Step, n, a.Idea)
				}
				if a.Order.Kind == game.NoOrder || g.Do(a.Order) != nil {
					g.EndTurn()
				}
			}
		}
	}
}

package ui

import (
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"callout/game"
	"callout/game/debrief"
	"callout/game/journal"
	"callout/levels"
)

// unhurried is a real game whose debrief counts as studied, for tests that need not play hundreds of games for it.
type unhurried struct{ recorded }

func (u unhurried) LookBack() (*debrief.Debrief, error) {
	d, err := u.recorded.LookBack()
	if err == nil {
		d.Ladder.Rungs, d.Review.Games = make([]debrief.Rung, 1), 1
	}
	return d, err
}

// realLibrary begins real games that are not recorded.
type realLibrary struct {
	fakeLibrary
	level *game.Level
	seed  uint64
}

func (l realLibrary) Begin(string, string) (Play, error) {
	return unhurried{recorded{journal.New(l.level, game.SeedFrom(l.seed))}}, nil
}

// TestAnyKeys plays real games with any keys at any size: whatever is typed, the screen is whole, and nothing breaks.
func TestAnyKeys(t *testing.T) {
	if testing.Short() {
		t.Skip("many games: the runs without the race detector play them")
	}
	keys := []string{
		"space", "space", "c", "enter", "enter", "esc", "tab", "shift+tab", "up", "down", "home", "end", "pgup", "pgdown",
		"a", "b", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "v", "w", "x", "y", "z", "?", "1", "2", "3", "0",
	}
	for _, c := range []struct{ name, model string }{{"tutorial", ""}, {"one-team", ""}, {"ten-teams", ""}, {"ten-teams", "you-run-it"}} {
		name := c.name
		l, err := levels.LoadWithModel(name, c.model)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(name+c.model, func(t *testing.T) {
			rapid.Check(t, func(rt *rapid.T) {
				d := drive(t, 80, 24, termenv.TrueColor, Options{Games: realLibrary{level: l, seed: rapid.Uint64().Draw(rt, "seed")}, Level: name})
				d.press("enter")
				for range rapid.IntRange(1, 80).Draw(rt, "keys") {
					d.press(rapid.SampledFrom(keys).Draw(rt, "key"))
					if rapid.IntRange(0, 9).Draw(rt, "resize") == 0 {
						d.send(tea.WindowSizeMsg{Width: rapid.IntRange(80, 220).Draw(rt, "w"), Height: rapid.IntRange(24, 70).Draw(rt, "h")})
					}
					fits(rt, d.root.View(), d.root.w, d.root.h)
					if d.quit {
						return
					}
				}
			})
		})
	}
}

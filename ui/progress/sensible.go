package progress

import (
	"slices"
	"strings"
	"unicode"

	"callout/ui/saves"
)

// Limits of what is taken over from a file.
const (
	mostGames  = 20_000
	mostSkips  = 20_000
	mostRounds = 200
	mostGoals  = 20
	longest    = 200 // bytes of a name
)

// sensible is p without what cannot have come from Callout: entries without identity, names that are none, words that
// mean nothing. A file may have been edited, or come from somebody else.
func sensible(p Progress) Progress {
	p.Games = slices.DeleteFunc(p.Games, func(g Game) bool {
		return g.ID == "" || !isName(g.ID) || g.Level == "" || !isName(g.Level) || !isName(g.Model) || g.Medal.rank() < 0 || len(g.Goals) > mostGoals ||
			slices.ContainsFunc(g.Goals, func(goal Goal) bool { return !isName(goal.Metric) })
	})
	p.Games = p.Games[:min(len(p.Games), mostGames)]
	for i := range p.Games {
		g := &p.Games[i]
		if !saves.IsName(g.Save) {
			g.Save = ""
		}
		for name := range g.Figures {
			if !slices.Contains(figures, name) {
				delete(g.Figures, name)
			}
		}
	}
	p.Skips = slices.DeleteFunc(p.Skips, func(s Skip) bool { return s.Level == "" || !isName(s.Level) })
	p.Skips = p.Skips[:min(len(p.Skips), mostSkips)]
	p.Rounds = slices.DeleteFunc(p.Rounds, func(r Round) bool {
		return r.Kind != Before && r.Kind != After && r.Kind != Again
	})
	p.Rounds = p.Rounds[:min(len(p.Rounds), mostRounds)]
	for i := range p.Rounds {
		for question, choice := range p.Rounds[i].Answers {
			if !known(question, choice) {
				delete(p.Rounds[i].Answers, question)
			}
		}
	}
	return p
}

// isName tells whether s can be a name: short, and nothing that upsets a terminal.
func isName(s string) bool {
	return len(s) <= longest && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsPrint(r) })
}

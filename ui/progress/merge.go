package progress

import (
	"cmp"
	"slices"
	"strings"
)

// Merge adds what is in other to p. Entries of one game become one, with the better of both judgements; of two words on
// skipping a level the later one counts; rounds of questions stay apart. Merging twice changes nothing more, and the order
// does not matter, except that the save's name that p has is kept.
func (p *Progress) Merge(other Progress) {
	p.Format = format
	for _, g := range other.Games {
		p.enter(g)
	}
	for _, s := range other.Skips {
		p.Skip(s)
	}
	for _, r := range other.Rounds {
		if !slices.ContainsFunc(p.Rounds, func(have Round) bool { return have.Kind == r.Kind && have.At.Equal(r.At) }) {
			p.Rounds = append(p.Rounds, r)
		}
	}
	slices.SortStableFunc(p.Rounds, func(a, b Round) int {
		return cmp.Or(a.At.Compare(b.At), strings.Compare(string(a.Kind), string(b.Kind)))
	})
}

// enter adds a game or what is new about it.
func (p *Progress) enter(g Game) {
	at, there := slices.BinarySearchFunc(p.Games, g.ID, func(have Game, id string) int { return strings.Compare(have.ID, id) })
	if !there {
		p.Games = slices.Insert(p.Games, at, g)
		return
	}
	have := &p.Games[at]
	save := have.Save
	if save == "" {
		save = g.Save
	}
	medal := have.Medal
	if g.Medal.rank() > medal.rank() {
		medal = g.Medal
	}
	if better(&g, have) > 0 {
		*have = g
	}
	have.Save, have.Medal = save, medal
}

// Skip leaves a level out for now, or takes that back.
func (p *Progress) Skip(s Skip) {
	at, there := slices.BinarySearchFunc(p.Skips, s.Level, func(have Skip, level string) int { return strings.Compare(have.Level, level) })
	if !there {
		p.Skips = slices.Insert(p.Skips, at, s)
		return
	}
	if have := &p.Skips[at]; s.At.After(have.At) || s.At.Equal(have.At) && s.Skipped {
		*have = s
	}
}

// Answer adds a round of questions.
func (p *Progress) Answer(r Round) { p.Merge(Progress{Rounds: []Round{r}}) }

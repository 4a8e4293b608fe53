package debrief

import (
	"cmp"
	"context"
	"math"
	"slices"

	"callout/game"
	"callout/game/policy"
)

// The gate: every candidate is looked at a little, those that promise something more closely, and a few with new lucks
// that no choice was made by, so that what is told is not what luck picked out. The work is bounded by turns times
// applications, of which a processor plays about a million in a second; time has no say, so that the same game gets
// the same review everywhere.
const (
	screenBudget = 1_500_000
	closerBudget = 1_100_000
	finalBudget  = 1_600_000
	screenLucks  = 8  // of each candidate at most
	closerLucks  = 32 // of each that is looked at closely
	finalLucks   = 192
	leastLucks   = 4
)

// goalsPrice is what meeting the goals is taken to be worth where decisions are ranked, in thousandths of the level's
// par: a habit that costs the game is worse than one that costs a day's sales, and money alone would not show it.
const goalsPrice = 100

// sample is what one branch came to under common lucks; the first outcome of all branches is of the same luck.
type sample struct {
	branch   *branch
	start    *game.Game
	outcomes []policy.Outcome
}

// a gate plays branches on.
type gate struct {
	record *Record
	starts map[int]*game.Game // by turn
	games  int
}

// effort is what playing a branch takes, in turns times applications.
func (g *gate) effort(b *branch) int {
	l := g.record.Level
	from, to := b.at, min(b.Until, l.End)
	turns := int(to-from)*turnsOfWeek(l)/int(game.Week) + 1
	return turns * len(l.Applications)
}

// turnsOfWeek is how many turns a week of a level has, roughly.
func turnsOfWeek(l *game.Level) int {
	day, night := max(l.TurnMinutes, 1), max(l.NightMinutes, l.TurnMinutes, 1)
	return int(40*game.Hour/day) + int(128*game.Hour/night) + 14
}

// keepStarts keeps the game as it was at the start of the turns that are asked for.
func (g *gate) keepStarts(h *history, list []*candidate) {
	g.starts = map[int]*game.Game{}
	for _, c := range list {
		if g.starts[c.turn] == nil {
			g.starts[c.turn] = h.at(c.turn)
		}
	}
}

// play plays the branches of the candidates on under lucks from the first on, as many as the budget allows and at most
// so many, and hands each candidate its costs: those of what was done, and of each alternative.
func (g *gate) play(ctx context.Context, list []*candidate, first uint64, most, budget int, tell Progress) error {
	var samples []*sample
	find := func(b *branch) *sample {
		for i := len(samples) - 1; i >= 0 && samples[i].branch.turn == b.turn; i-- {
			if samples[i].branch.same(b) {
				return samples[i]
			}
		}
		s := &sample{branch: b, start: g.starts[b.turn]}
		samples = append(samples, s)
		return s
	}
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b *candidate) int { return cmp.Compare(a.turn, b.turn) })
	effort := 0
	for _, c := range list {
		c.price = g.record.Level.Par * goalsPrice / 1000
		c.of = append(c.of[:0], find(&c.done))
		for i := range c.else_ {
			c.of = append(c.of, find(&c.else_[i].branch))
		}
	}
	for _, s := range samples {
		effort += g.effort(s.branch)
	}
	lucks := max(min(most, budget/max(effort, 1)), leastLucks)
	for _, s := range samples {
		s.outcomes = make([]policy.Outcome, lucks)
	}
	g.games += lucks * len(samples)
	seed := g.record.Seed[0]
	return Crowd(ctx, lucks*len(samples), policy.NewFutures, func(f *policy.Futures, i int) error {
		s, luck := samples[i/lucks], i%lucks
		s.outcomes[luck] = f.Play(s.start, &s.branch.Branch, seed+(first+uint64(luck))*0x9e3779b97f4a7c15)
		return nil
	}, func(done int) {
		if tell != nil {
			tell(done * 1000 / (lucks * len(samples)))
		}
	})
}

// loss is what a decision cost more than its alternative at index i, mean over common lucks, with its standard error. A
// game whose goals are missed costs price besides.
func (c *candidate) loss(i int, price game.Pence) (mean, err float64) {
	done, other := c.of[0].outcomes, c.of[i+1].outcomes
	n := float64(len(done))
	for k := range done {
		mean += over(&done[k], &other[k], price)
	}
	mean /= n
	squares := 0.0
	for k := range done {
		d := over(&done[k], &other[k], price) - mean
		squares += float64(d * d)
	}
	return mean, math.Sqrt(squares / (n - 1) / n)
}

// over is how much dearer an outcome is than another one.
func over(done, other *policy.Outcome, price game.Pence) float64 {
	d := done.Cost - other.Cost
	if done.Missed && !other.Missed {
		d += price
	}
	if !done.Missed && other.Missed {
		d -= price
	}
	return float64(d)
}

// met is how many of a thousand futures of a sample met the goals.
func (s *sample) met() game.PerMille {
	n := 0
	for i := range s.outcomes {
		if !s.outcomes[i].Missed {
			n++
		}
	}
	return game.PerMille(n * 1000 / len(s.outcomes))
}

// worst is the alternative that would have been the best one, and what the decision cost against it.
func (c *candidate) worst() (best int, mean, err float64) {
	for i := range c.else_ {
		if m, e := c.loss(i, c.price); i == 0 || m > mean {
			best, mean, err = i, m, e
		}
	}
	return best, mean, err
}

// gain is what a decision was better than leaving it, where that was an alternative.
func (c *candidate) gain() (left int, mean, err float64, ok bool) {
	for i := range c.else_ {
		if c.else_[i].left {
			m, e := c.loss(i, c.price)
			return i, -m, e, true
		}
	}
	return 0, 0, 0, false
}

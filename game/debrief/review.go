package debrief

import (
	"cmp"
	"context"
	"slices"

	"callout/game"
)

// worthTelling is the least cost or gain of a decision that is told, in thousandths of the level's par.
const worthTelling = 2

// ReviewDecisions plays on from the decisions of the game with their alternatives, and tells the three that cost the
// most and the best one. A decision is told only where it differs from its alternative by more than two standard errors.
func (d *Debrief) ReviewDecisions(ctx context.Context, progress Progress) error {
	list, err := search(ctx, d.Record)
	if err != nil {
		return err
	}
	g := &gate{record: d.Record}
	d.Review = Review{Tried: len(list)}
	if len(list) == 0 {
		return nil
	}
	list = g.affordable(list)
	g.keepStarts(d.history, list)
	if err := g.play(ctx, list, 0, screenLucks, screenBudget, progress.part(0, 400)); err != nil {
		return err
	}
	closer := union(promising(list, 24, 12, 8), plain(list, 24))
	if err := g.play(ctx, closer, 1_000, closerLucks, closerBudget, progress.part(400, 650)); err != nil {
		return err
	}
	final := promising(closer, 8, 4, 3)
	for _, c := range final {
		c.settle()
	}
	if err := g.play(ctx, final, 2_000, finalLucks, finalBudget, progress.part(650, 1000)); err != nil {
		return err
	}
	d.Review.Games = g.games
	d.tell(final)
	return nil
}

// affordable are the candidates that can all be looked at within the budget: where there are too many, habits, what
// proved wrong, and what is about the dearest applications.
func (g *gate) affordable(list []*candidate) []*candidate {
	slices.SortStableFunc(list, func(a, b *candidate) int { return cmp.Compare(b.weight(), a.weight()) })
	effort := 0
	for i, c := range list {
		effort += (1 + len(c.else_)) * g.effort(&c.done) * leastLucks
		if effort > screenBudget && i > 0 {
			return list[:i]
		}
	}
	return list
}

// weight is by what candidates are chosen where there are too many.
func (c *candidate) weight() game.Pence {
	w := c.worth
	if c.mistake() {
		w *= 10
	}
	if c.habit {
		w *= 1000
	}
	return w
}

// mistake tells whether what is known in hindsight, or could be seen on the clock, speaks against a decision.
func (c *candidate) mistake() bool {
	switch c.kind {
	case "wrong-link", "wrong-team", "dismissed-incident", "late-deployment", "campaign-deployment", "no-callout":
		return true
	}
	return false
}

// promising are the candidates that seem to have cost the most, the mistakes before what only hindsight knows, and those
// that seem the best.
func promising(list []*candidate, mistakes, hindsight, goods int) []*candidate {
	byCost := slices.Clone(list)
	slices.SortStableFunc(byCost, func(a, b *candidate) int {
		_, x, _ := a.worst()
		_, y, _ := b.worst()
		return cmp.Compare(b.rank(y), a.rank(x))
	})
	var picked []*candidate
	for _, c := range byCost {
		left := &mistakes
		if c.usual {
			left = &hindsight
		}
		if *left > 0 {
			*left--
			picked = append(picked, c)
		}
	}
	var good []*candidate
	for _, c := range list {
		if _, _, _, ok := c.gain(); ok && bestKinds[c.kind] {
			good = append(good, c)
		}
	}
	slices.SortStableFunc(good, func(a, b *candidate) int {
		_, x, _, _ := a.gain()
		_, y, _, _ := b.gain()
		return cmp.Compare(y, x)
	})
	return union(picked, good[:min(goods, len(good))])
}

// rank is what decisions are ranked by: what they cost, and a tenth of it where the rule of thumb would have done the same.
// That was no mistake that one could have seen, and hindsight is told after what one could.
func (c *candidate) rank(cost float64) float64 {
	if c.usual {
		return cost / 10
	}
	return cost
}

// plain are the candidates that truth shows to be mistakes, and habits, at most so many: they are looked at closely
// whatever few lucks say.
func plain(list []*candidate, most int) []*candidate {
	var picked []*candidate
	for _, c := range list {
		if (c.habit || c.mistake()) && len(picked) < most {
			picked = append(picked, c)
		}
	}
	return picked
}

// union is both lists, each candidate once.
func union(a, b []*candidate) []*candidate {
	list := slices.Clone(a)
	for _, c := range b {
		if !slices.Contains(list, c) {
			list = append(list, c)
		}
	}
	return list
}

// settle leaves a candidate the alternative that seemed best, and that of leaving it: what was chosen among many by one
// set of lucks is measured by another one.
func (c *candidate) settle() {
	best, _, _ := c.worst()
	kept := []alternative{c.else_[best]}
	if left, _, _, ok := c.gain(); ok && left != best {
		kept = append(kept, c.else_[left])
	}
	c.else_ = kept
}

// tell makes the review of the finalists. What is about one thing is told once.
func (d *Debrief) tell(final []*candidate) {
	bar := max(float64(d.Record.Level.Par)*worthTelling/1000, 1)
	slices.SortStableFunc(final, func(a, b *candidate) int {
		_, x, _ := a.told()
		_, y, _ := b.told()
		return cmp.Compare(b.rank(y), a.rank(x))
	})
	var told []*candidate
	for _, c := range final {
		i, cost, err := c.told()
		if len(d.Review.Worst) == 3 || cost < bar || cost < 2*err || slices.ContainsFunc(told, c.alike) {
			continue
		}
		told = append(told, c)
		d.Review.Worst = append(d.Review.Worst, d.decision(c, i, false))
	}
	most := 0.0
	for _, c := range final {
		if i, gain, err, ok := c.gain(); ok && bestKinds[c.kind] && gain >= bar && gain > 2*err && gain > most {
			most = gain
			decision := d.decision(c, i, true)
			d.Review.Best = &decision
		}
	}
}

// alike tells whether two decisions are about the same thing, or are two of a kind in one turn.
func (c *candidate) alike(o *candidate) bool {
	return c.item.Kind != game.NoItem && c.item == o.item || c.kind == o.kind && c.turn == o.turn
}

// told is the alternative that a decision is told with, and what it cost against it: the first one, which settle left.
func (c *candidate) told() (i int, mean, err float64) {
	mean, err = c.loss(0, c.price)
	return 0, mean, err
}

// bestKinds are the kinds that can be the best decision of a game.
var bestKinds = map[string]bool{
	"well-linked": true, "asked": true, "asked-at-night": true, "dismissed-noise": true, "assigned": true, "called-out": true, "deployed": true,
	"rollback": true, "workaround": true, "improvement": true, "move": true, "rest": true, "standby": true, "freeze": true,
	"answered": true,
}

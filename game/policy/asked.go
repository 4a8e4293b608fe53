package policy

import "callout/game"

// asked remembers which Delivery teams were asked for help with which alert, so that nobody is asked twice in vain.
type asked struct {
	by    []question // by alert number
	blind bool       // who owns what is not looked up
}

type question struct {
	times int
	last  int // team
}

func (a *asked) begin() { a.by = a.by[:0] }

func (a *asked) about(n int32) *question {
	for int(n) >= len(a.by) {
		a.by = append(a.by, question{last: game.None})
	}
	return &a.by[n]
}

// whom is the team to ask about an alert: the owner that the catalogue names, unless that is who was asked last;
// otherwise the teams one after the other, from one picked by chance.
func (a *asked) whom(v *game.View, al *game.AlertView, luck *chance) int {
	q := a.about(al.N)
	if al.Linked != game.None && !a.blind {
		if owner := v.Apps[al.Linked].Owner; owner != game.None && owner != q.last {
			return owner
		}
	}
	t := q.last
	if t == game.None {
		t = luck.below(len(v.Teams))
	}
	for range v.Teams {
		t = (t + 1) % len(v.Teams)
		if v.Teams[t].Joined {
			return t
		}
	}
	return game.None
}

// ask escalates an alert to the team to ask.
func (a *asked) ask(v *game.View, al *game.AlertView, luck *chance, give Give) bool {
	t := a.whom(v, al, luck)
	if t == game.None || give(game.Order{Kind: game.Escalate, Item: game.Item{Kind: game.Alert, N: al.N}, Team: t}) != nil {
		return false
	}
	q := a.about(al.N)
	q.times++
	q.last = t
	return true
}

package policy

import "callout/game"

// lookahead plays by the rules of thumb, and every half day asks how: it plays on to the end from copies of the game
// with each style for the half day and the usual one after it, and takes the style that came out best. The usual style
// is among them and the copies have the luck that is to come, so each choice can only gain on the one before. It bounds
// what play can reach. On forks with other luck, gated by two standard errors, the same styles gain nothing over rule.
type lookahead struct {
	*rule
	inner  *rule // plays in the copies
	copyTo func(*game.Game)
	copied game.Game
	view   game.View
	until  game.Minute // the style holds until then
}

// halfDay is how long a style is kept.
const halfDay = 4 * game.Hour

// styles are the usual one and what may be better for half a day.
var styles = [...]style{
	usual,
	{call: 1_000_00, fix: 2_000_00, swamped: 30, noDeploys: true},
	{call: 1_000_00, fix: 2_000_00, swamped: 30, deploys: true},
	{call: 1_000_00, fix: 2_000_00, swamped: 30, noQuiet: true},
	{call: 1_000_00, fix: 2_000_00, swamped: 30, pagesOnly: true},
	{call: 1_000_00, fix: 2_000_00, swamped: 30, pagesOnly: true, noDeploys: true},
	{call: 1_000_00, fix: 2_000_00, swamped: -1},
	{call: 1_000_00, fix: 0, swamped: 30},
	{call: 1_000_00, fix: 1_000_000_00, swamped: 30},
	{call: 0, fix: 0, swamped: 0},
	{call: 1_000_000_00, fix: 2_000_00, swamped: 30},
}

func (l *lookahead) Begin(number uint64) {
	l.rule.Begin(number)
	l.until, l.copyTo = 0, nil
}

func (l *lookahead) Foresee(copyTo func(*game.Game)) { l.copyTo = copyTo }

func (l *lookahead) Play(v *game.View, give Give) {
	if v.Now >= l.until && l.copyTo != nil {
		l.until = v.Now + halfDay
		l.choose()
	}
	l.rule.Play(v, give)
}

// choose takes the style that does best.
func (l *lookahead) choose() {
	best := int64(0)
	for i := range styles {
		if worth := l.try(styles[i]); i == 0 || worth > best {
			best, l.style = worth, styles[i]
		}
	}
}

// try is what the game comes to with style s for the next half day: its score, and much more if it is won.
func (l *lookahead) try(s style) int64 {
	const win = 1_000_000
	l.copyTo(&l.copied)
	g := &l.copied
	l.inner.remember(l.rule)
	l.inner.style = s
	for !g.Over() {
		if g.Now() >= l.until {
			l.inner.style = usual
		}
		g.View(&l.view)
		l.inner.Play(&l.view, g.Do)
		g.EndTurn()
	}
	result := g.Result()
	worth := int64(0)
	for i := range result.Values {
		if result.Values[i].Name == "score" {
			worth = result.Values[i].N
		}
	}
	if result.Won {
		worth += win
	}
	return worth
}

// remember takes over what another rule has in mind.
func (r *rule) remember(o *rule) {
	r.luck = o.luck
	r.asked.by = append(r.asked.by[:0], o.asked.by...)
	r.rolled = append(r.rolled[:0], o.rolled...)
	r.guessed = append(r.guessed[:0], o.guessed...)
}

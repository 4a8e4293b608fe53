package debrief

import (
	"errors"
	"testing"

	"callout/game"
	"callout/game/policy"
	"callout/levels"
)

// A blunder is one mistake in a game that is otherwise played by the rule of thumb.
type blunder struct {
	kind  string // that the review has to tell
	level string
	// plant is asked about every order of the rule of thumb until it has planted the blunder: what is ordered instead, and
	// whether the order is given as it is, kept back, or is the blunder. A habit is a blunder from the first order on that
	// it keeps back.
	plant func(p *planting, o game.Order) (instead []game.Order, then verdict)
	habit bool
}

type verdict int

const (
	asIs verdict = iota
	kept
	planted
)

// planting is what a blunder may know: everything.
type planting struct {
	level  *game.Level
	view   *game.View
	truth  *truth
	impact map[int32]int64 // by application, of the last fault of its own

	planted bool // there is a blunder in the game already
}

var blunders = []blunder{
	{kind: "wrong-link", level: "ten-teams", plant: wrongLink},
	{kind: "wrong-team", level: "ten-teams", plant: wrongTeam},
	{kind: "late-deployment", level: "testdata/friday.toml", plant: fridayEvening},
	{kind: "no-rest", level: "endless", habit: true, plant: func(p *planting, o game.Order) ([]game.Order, verdict) {
		return nil, keptIf(o.Kind == game.Rest && (p.planted || p.view.End-p.view.Now > game.Week))
	}},
	{kind: "unread", level: "three-teams", habit: true, plant: func(_ *planting, o game.Order) ([]game.Order, verdict) {
		return nil, keptIf(o.Kind == game.Read && o.Item.Kind == game.Request)
	}},
}

func keptIf(yes bool) verdict {
	if yes {
		return kept
	}
	return asIs
}

var errKept = errors.New("kept back")

// dear tells whether an alert is about a real fault of an application that earns much, and not a symptom of another's.
func (p *planting) dear(item game.Item) bool {
	t := p.truth.of(item)
	if !t.real || t.source != game.None || p.view.End-p.view.Now < game.Day || p.view.Apps[t.app].Health != game.Healthy {
		return false
	}
	above := 0
	for i := range p.level.Applications {
		if p.level.Applications[i].Revenue > p.level.Applications[t.app].Revenue {
			above++
		}
	}
	return above < (len(p.level.Applications)+1)/2 && p.impact[int32(t.app)] >= 400
}

// wrongLink links a dear alert that is given to somebody to an application that it does not belong to.
func wrongLink(p *planting, o game.Order) ([]game.Order, verdict) {
	if o.Kind != game.Link && o.Kind != game.Assign || !p.view.Now.InHours() || !p.dear(o.Item) {
		return nil, asIs
	}
	for i := range p.view.Alerts {
		if a := &p.view.Alerts[i]; a.N == o.Item.N && (a.Linked != game.None || !a.Page) {
			return nil, asIs
		}
	}
	link := game.Order{Kind: game.Link, Item: o.Item, App: (p.truth.of(o.Item).app + 1) % len(p.view.Apps)}
	if o.Kind == game.Assign {
		return []game.Order{link, o}, planted
	}
	return []game.Order{link}, planted
}

// wrongTeam asks a team that does not own it about a dear alert, where somebody here would have mended it or the owner
// been asked.
func wrongTeam(p *planting, o game.Order) ([]game.Order, verdict) {
	if o.Kind != game.Escalate && o.Kind != game.Workaround && o.Kind != game.Assign || !p.dear(o.Item) || !p.view.Now.InHours() {
		return nil, asIs
	}
	for i := range p.view.Alerts {
		if a := &p.view.Alerts[i]; a.N == o.Item.N && (!a.Page || a.State != game.Waiting && a.State != game.NeedsDecision) {
			return nil, asIs
		}
	}
	wrong := (p.truth.owner(o.Item) + 3) % len(p.view.Teams)
	return []game.Order{{Kind: game.Escalate, Item: o.Item, Team: wrong}}, planted
}

// fridayEvening keeps the batch of the dearest application until Friday, so late that it is live when people go home, and deploys it then.
func fridayEvening(p *planting, o game.Order) ([]game.Order, verdict) {
	const three = 15 * game.Hour
	now := p.view.Now
	if o.Kind != game.Deploy || now.Weekday() > 4 {
		return nil, asIs
	}
	if now.Weekday() < 4 || now%game.Day < three {
		return nil, kept
	}
	return []game.Order{o}, planted
}

// plantIn plays a game of the level by the rule of thumb with the blunder in it, and returns its record and the turn of
// the blunder; -1 where there was no occasion.
func (b *blunder) plantIn(t *testing.T, seed uint64) (*Record, int) {
	t.Helper()
	l, err := levels.Load(b.level)
	if err != nil {
		t.Fatal(err)
	}
	rule, err := policy.New("rule")
	if err != nil {
		t.Fatal(err)
	}
	r := &Record{Level: l, Seed: game.SeedFrom(seed)}
	p := &planting{level: l, view: new(game.View), truth: newTruth(l), impact: map[int32]int64{}}
	g, own, at := game.New(l, r.Seed), new(game.View), -1
	rule.Begin(seed)
	for turn := 0; !g.Over(); turn++ {
		g.View(p.view)
		g.View(own)
		var orders []game.Order
		give := func(o game.Order) error {
			err := g.Do(o)
			if err == nil {
				orders = append(orders, o)
			}
			return err
		}
		rule.Play(own, func(o game.Order) error {
			if at >= 0 && !b.habit {
				return give(o)
			}
			instead, then := b.plant(p, o)
			if then == planted || then == kept && b.habit {
				p.planted = true
				if at < 0 {
					at = turn
				}
			}
			if then == kept {
				return errKept
			}
			for _, o := range instead {
				if err := give(o); err != nil {
					t.Fatal(err)
				}
			}
			if then == planted {
				return nil
			}
			return give(o)
		})
		events := g.EndTurn()
		for i := range events {
			if e := &events[i]; e.Kind == game.FaultBegan {
				p.impact[e.App] = e.Amount
			}
		}
		p.truth.learn(events)
		r.Turns, r.Ended = append(r.Turns, orders), r.Ended+1
	}
	r.Turns = append(r.Turns, nil)
	return r, at
}

// TestBlundersAreNamed: the review tells the planted decision among its worst in at least nine games of ten. CALLOUT_LONG=1
// plants each ten times, CALLOUT_SOAK=1 twenty times.
func TestBlundersAreNamed(t *testing.T) {
	if testing.Short() {
		t.Skip("many games: the runs without the race detector play them")
	}
	games := 1
	switch {
	case soak:
		games = 20
	case long:
		games = 10
	}
	for i := range blunders {
		b := &blunders[i]
		t.Run(b.kind, func(t *testing.T) {
			found, planted := 0, 0
			for seed := uint64(1); planted < games && seed < 200; seed++ {
				r, at := b.plantIn(t, seed)
				if at < 0 {
					continue
				}
				planted++
				d := reviewed(t, r)
				named := false
				for _, w := range d.Review.Worst {
					named = named || w.Kind == b.kind && (b.habit || w.Turn == at)
				}
				if named {
					found++
					continue
				}
				t.Logf("seed %d, turn %d: not named", seed, at)
				for _, w := range d.Review.Worst {
					t.Logf("   %d %s", w.Turn, w.Text)
				}
			}
			t.Logf("%d of %d named", found, planted)
			if planted < games || 10*found < 9*planted {
				t.Errorf("%d of %d named, want nine of ten of %d", found, planted, games)
			}
		})
	}
}

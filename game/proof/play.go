package proof

import (
	"fmt"
	"runtime"
	"sync"

	"callout/game"
	"callout/game/policy"
)

// Arm is one side of a comparison: a level and who plays it. Its name says all of it: arms of one name are played once.
type Arm struct {
	Name   string
	Level  func(seed uint64) (*game.Level, error)
	Policy string

	// Habit, if not nil, makes what plays before the policy does, once for every worker. It may give orders, and change
	// its copy of the view so that the policy leaves something alone.
	Habit func() Habit
}

// Habit gives orders at the beginning of a turn.
type Habit func(v *game.View, give policy.Give)

// Bench plays arms and keeps what they came to.
type Bench struct {
	Games int // of every arm, on seeds 1 to Games

	mu    sync.Mutex
	pools map[string]Pool
}

// NewBench is a bench that plays so many games of every arm.
func NewBench(games int) *Bench { return &Bench{Games: games, pools: map[string]Pool{}} }

// play plays the games of an arm, unless it has done so.
func (b *Bench) play(a Arm) (Pool, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if p, ok := b.pools[a.Name]; ok {
		return p, nil
	}
	p := make(Pool, b.Games)
	levels := make([]*game.Level, estates)
	for s := range levels {
		l, err := a.Level(uint64(s))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", a.Name, err)
		}
		levels[s] = l
	}
	workers := runtime.GOMAXPROCS(0)
	errs := make([]error, workers)
	var wait sync.WaitGroup
	for w := range workers {
		wait.Go(func() {
			player, err := newPlayer(&a)
			if err != nil {
				errs[w] = err
				return
			}
			for i := w; i < b.Games; i += workers {
				p[i] = player.play(levels[i%estates], uint64(i+1))
			}
		})
	}
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, fmt.Errorf("%s: %w", a.Name, err)
		}
	}
	b.pools[a.Name] = p
	return p, nil
}

// player plays games of one arm, one after the other.
type player struct {
	policy policy.Policy
	habit  func() Habit
	game   *game.Game
	view   game.View
}

func newPlayer(a *Arm) (*player, error) {
	p, err := policy.New(a.Policy)
	if err != nil {
		return nil, err
	}
	return &player{policy: p, habit: a.Habit, game: new(game.Game)}, nil
}

// play plays one game to its end.
func (p *player) play(l *game.Level, number uint64) *Record {
	r := &Record{Seed: number, Level: l, Counts: map[game.EventKind]int{}}
	g := p.game
	g.Reset(l, game.SeedFrom(number))
	p.policy.Begin(number)
	var habit Habit
	if p.habit != nil {
		habit = p.habit()
	}
	for !g.Over() {
		g.View(&p.view)
		if habit != nil {
			habit(&p.view, g.Do)
		}
		p.policy.Play(&p.view, g.Do)
		open, began := len(p.view.Alerts), g.Now()
		events := g.EndTurn()
		r.open += float64(open) * float64(g.Now()-began)
		for i := range events {
			r.note(&events[i])
		}
	}
	r.finish(g)
	return r
}

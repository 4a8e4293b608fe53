package lab

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"
	"time"

	"callout/game"
	"callout/game/policy"
)

// MaxGames is the most games that one run plays; their values are kept until the report.
const MaxGames = 100_000

// MaxWorkers is the most games that are played at once.
const MaxWorkers = 1024

// Arm is one of the things that are compared: a level, under its support model, played by a policy.
type Arm struct {
	Name   string // as in the report; with support models, the model's
	Level  *game.Level
	Policy string // as policy.Check takes it
}

// Spec says what to run. Game i of every arm has seed Seed+i, so all arms face the same demand.
type Spec struct {
	Arms    []Arm
	Games   int
	Seed    uint64
	Workers int // games at once; 0 for as many as there are processors

	// Progress, if not nil, is called after every game of all arms with how many are done; never by two goroutines
	// at once.
	Progress func(done int)

	// For policies that are programs of their own.
	Reply  time.Duration // time for one answer; 0 for policy.ReplyLimit
	Stderr io.Writer     // where the beginning of what they write to standard error goes; nil for nowhere
}

// grace is how long games that were begun may go on when a run is cancelled.
const grace = time.Second

// Run plays the games and reports. When ctx is cancelled no more games are begun, and those that were are finished if
// that does not take long. Then the report is about the games that are done, from the first without a gap, and
// Report.Interrupted says so. The error tells what in s is wrong, or what a program that plays did wrong.
func Run(ctx context.Context, s Spec) (*Report, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	if s.Stderr != nil {
		s.Stderr = &beginning{w: s.Stderr, left: stderrBytes}
	}
	r := newRecord(&s)
	if s.Workers == 0 {
		s.Workers = runtime.GOMAXPROCS(0)
	}
	begun, abandon := context.WithCancel(context.WithoutCancel(ctx))
	defer abandon()
	stop := context.AfterFunc(ctx, func() { time.AfterFunc(grace, abandon) })
	defer stop()
	var wait sync.WaitGroup
	for range min(s.Workers, s.Games) {
		wait.Go(func() { work(ctx, begun, &s, r) })
	}
	wait.Wait()
	if r.failure != nil {
		return nil, r.failure
	}
	return r.report(&s), nil
}

func (s *Spec) check() error {
	switch {
	case len(s.Arms) == 0:
		return errors.New("there is nothing to run: give at least one level")
	case s.Games < 1 || s.Games > MaxGames:
		return fmt.Errorf("%d games cannot be run: use 1 to %d", s.Games, MaxGames)
	case s.Workers < 0 || s.Workers > MaxWorkers:
		return fmt.Errorf("%d workers cannot work: use 1 to %d, or 0 for one per processor", s.Workers, MaxWorkers)
	}
	for i := range s.Arms {
		if err := policy.Check(s.Arms[i].Policy); err != nil {
			return err
		}
	}
	return nil
}

// work begins games until none is left or ctx is cancelled, and leaves them when begun is. Each worker has policies and
// memory of its own.
func work(ctx, begun context.Context, s *Spec, r *record) {
	tables := make([]table, 0, len(s.Arms))
	defer func() {
		for _, t := range tables {
			t.close()
		}
	}()
	workers := max(s.Workers, 1)
	most := (s.Games + workers - 1) / workers // so that nobody is left without a game
	for a := range s.Arms {
		t, err := tableFor(begun, s, a)
		if err != nil {
			r.fail(begun, 0, err)
			return
		}
		tables = append(tables, t)
		most = min(most, t.atOnce())
	}
	played := make([][]*game.Game, len(s.Arms))
	for a := range played {
		for range most {
			played[a] = append(played[a], new(game.Game))
		}
	}
	for {
		first, n := r.take(ctx, most)
		if n == 0 {
			return
		}
		for a, t := range tables {
			games := played[a][:n]
			for i, g := range games {
				g.Reset(s.Arms[a].Level, game.SeedFrom(s.Seed+uint64(first+i)))
			}
			goOn := func() bool { return begun.Err() == nil && !r.failedBefore(first) }
			if err := t.play(games, s.Seed+uint64(first), goOn); err != nil {
				r.fail(begun, first, err)
				return
			}
			if !goOn() {
				return
			}
			for i, g := range games {
				r.keep(a, first+i, g)
			}
		}
		for i := range n {
			r.finish(first+i, s.Progress)
		}
	}
}

package main

import (
	"bytes"
	"context"
	"fmt"
	"sync"
	"time"
)

// patience is how long a player waits for an answer before it counts as lost.
const patience = 5 * time.Second

// entering is how long it waits to be let in.
const entering = 20 * time.Second

// game is how one kind of server is played: what to do to get in, what to press, and what answers that.
type game interface {
	// enter is called with the session begun, and returns when the player is in.
	enter(p *player) error
	// press is the n-th key, from 1, and the texts of which one comes with the frame that answers it.
	press(n int) (key string, answers []string)
}

// link is what a player comes in by.
type link interface {
	// give sends what is typed.
	give(keys string) error
	// follow lets hear have what comes, until the session ends.
	follow(hear func([]byte))
	close()
}

// player is a client who plays.
type player struct {
	link
	valve *valve
	begin sync.Once
	over  chan struct{} // closed when the session has ended

	mu     sync.Mutex
	seen   []byte         // the newest of what came
	want   []string       // what is waited for: any of these
	found  chan time.Time // gets when it came
	latest []time.Duration
	missed int // keys that were not answered
}

func newPlayer(l link, v *valve) *player {
	return &player{link: l, valve: v, over: make(chan struct{})}
}

// hear takes what came.
func (p *player) hear(b []byte) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.want == nil {
		return
	}
	p.seen = append(p.seen, b...)
	keep := 0
	for _, text := range p.want {
		if bytes.Contains(p.seen, []byte(text)) {
			p.want = nil
			p.found <- time.Now()
			return
		}
		keep = max(keep, len(text)-1)
	}
	if len(p.seen) > keep {
		p.seen = p.seen[:copy(p.seen, p.seen[len(p.seen)-keep:])]
	}
}

// await gets the time at which one of the texts has come.
func (p *player) await(texts []string) <-chan time.Time {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.want, p.found, p.seen = texts, make(chan time.Time, 1), p.seen[:0]
	return p.found
}

// asks types something and says when one of its answers has come. The first question begins to read, so that nothing is
// missed that comes by itself.
func (p *player) asks(keys string, answers []string, wait time.Duration) (at time.Time, err error) {
	found := p.await(answers)
	p.begin.Do(func() {
		go func() {
			p.follow(p.hear)
			close(p.over)
		}()
	})
	if keys != "" {
		if err := p.give(keys); err != nil {
			return at, err
		}
	}
	clock := time.NewTimer(wait)
	defer clock.Stop()
	select {
	case at = <-found:
		return at, nil
	case <-clock.C:
		return at, fmt.Errorf("no %q after %q within %v", answers, keys, wait)
	}
}

// play presses keys until ctx ends, beginning after a while of its own.
func (p *player) play(ctx context.Context, g game, first, every time.Duration) {
	clock := time.NewTimer(first)
	defer clock.Stop()
	for n := 1; ; n++ {
		select {
		case <-ctx.Done():
			return
		case <-clock.C:
			clock.Reset(every)
		}
		key, answers := g.press(n)
		from := time.Now()
		at, err := p.asks(key, answers, patience)
		if err != nil {
			p.missed++
			continue
		}
		p.latest = append(p.latest, at.Sub(from))
	}
}

// gone tells whether the session has ended.
func (p *player) gone() bool {
	select {
	case <-p.over:
		return true
	default:
		return false
	}
}

// sentAway lets a player who stopped reading read on, and tells whether the server has ended the session meanwhile: then
// its end comes soon after what was on its way.
func (p *player) sentAway() bool {
	p.valve.open()
	select {
	case <-p.over:
		return true
	case <-time.After(time.Second):
		return false
	}
}

// Games of the servers that are started here.
type (
	echoGame struct{}
	toyGame  struct{}
)

func (echoGame) enter(p *player) error {
	_, err := p.asks(token(0), []string{token(0)}, entering)
	return err
}
func (echoGame) press(n int) (string, []string) { return token(n), []string{token(n)} }

func (toyGame) enter(p *player) error {
	_, err := p.asks("", []string{token(0)}, entering)
	return err
}
func (toyGame) press(n int) (string, []string) { return "x", []string{token(n)} }

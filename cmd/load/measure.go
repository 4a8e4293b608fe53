package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"sync"
	"time"
)

// result is what was measured on one server.
type result struct {
	Server     string        `json:"server"`
	Joins      time.Duration `json:"joins"` // until all were in
	Failed     int           `json:"failed"`
	Keys       int           `json:"keys"`
	P50        time.Duration `json:"p50"` // from a key to the frame that answers it
	P99        time.Duration `json:"p99"`
	Max        time.Duration `json:"max"`
	Unanswered int           `json:"unanswered"`
	Dropped    int           `json:"dropped"`   // players who were thrown out, without those that stopped reading
	SentAway   int           `json:"sent_away"` // of those that did, how many were
	Cores      float64       `json:"cores"`     // of the server, while they played; negative where it is not known
	Base       int64         `json:"base"`      // bytes of the server before the first of them came
	Each       int64         `json:"each"`      // and more for each of them
}

// measure measures a bare echo and a server, one after the other.
func measure(ctx context.Context, p plan, problems io.Writer) ([]result, error) {
	var results []result
	for _, kind := range p.kinds() {
		s, g, err := p.serve(kind)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(problems, "%s: %d players, %v\n", kind, p.Players, p.For)
		q := p
		if kind == echoKind {
			q.Stalled = 0
		}
		r := one(ctx, q, s, g, problems)
		r.Server = kind
		s.stop()
		results = append(results, r)
		if ctx.Err() != nil {
			break
		}
	}
	return results, nil
}

// Kinds of server.
const (
	echoKind     = "echo"
	toyKind      = "toy"
	workshopKind = "workshop"
)

func (p plan) kinds() (kinds []string) {
	if p.Echo {
		kinds = append(kinds, echoKind)
	}
	if p.Host != "" || p.Address != "" {
		return append(kinds, workshopKind)
	}
	return append(kinds, toyKind)
}

// serve starts a server, or names the one that runs already, and says how it is played.
func (p plan) serve(kind string) (s *served, g game, err error) {
	switch {
	case kind == echoKind:
		s, err = start(kind, p.Tick)
		return s, echoGame{}, err
	case kind == toyKind:
		s, err = start(kind, p.Tick)
		return s, toyGame{}, err
	case p.Host != "":
		s, err = open(p.Host)
	default:
		s = &served{address: p.Address, user: p.Code, pid: p.PID}
	}
	return s, &workshop{turns: p.Turns}, err
}

// one lets players play on a server and measures.
func one(ctx context.Context, p plan, s *served, g game, problems io.Writer) (r result) {
	before := s.usage()
	began := time.Now()
	players, failed := gather(p.Players, p, s, g, problems)
	r.Joins, r.Failed = time.Since(began), failed
	stalled, _ := gather(p.Stalled, p, s, g, problems)
	for _, t := range stalled {
		t.stall()
	}
	if s.begin != nil {
		s.begin()
	}
	from, started := s.usage(), time.Now()
	playing, done := context.WithTimeout(ctx, p.For)
	defer done()
	var all sync.WaitGroup
	for i, t := range players {
		first := p.Keys * time.Duration(i) / time.Duration(len(players))
		all.Go(func() { t.play(playing, g, first, p.Keys) })
	}
	<-playing.Done()
	to, ended := s.usage(), time.Now()
	all.Wait()

	var late []time.Duration
	for _, t := range players {
		late = append(late, t.latest...)
		r.Unanswered += t.missed
		if t.gone() {
			r.Dropped++
		}
		t.conn.Close()
	}
	for _, t := range stalled {
		if t.conn.Close() != nil {
			r.SentAway++ // it was closed already
		}
	}
	slices.Sort(late)
	r.Keys, r.P50, r.P99, r.Max = len(late), quantile(late, 0.5), quantile(late, 0.99), quantile(late, 1)
	r.Cores = -1
	if s.pid > 0 && to.known {
		r.Cores = (to.busy - from.busy).Seconds() / ended.Sub(started).Seconds()
		r.Base = before.memory
		r.Each = (to.memory - before.memory) / int64(max(1, len(players)+len(stalled)))
	}
	return r
}

// gather lets players in, all at once.
func gather(n int, p plan, s *served, g game, problems io.Writer) (in []*player, failed int) {
	var mu sync.Mutex
	var all sync.WaitGroup
	for range n {
		all.Go(func() {
			t, err := dial(s.address, s.user, p.Width, p.Height)
			if err == nil {
				if err = g.enter(t); err != nil {
					t.conn.Close()
				}
			}
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				if failed++; failed <= 3 {
					fmt.Fprintln(problems, "not let in:", err)
				}
				return
			}
			in = append(in, t)
		})
	}
	all.Wait()
	return in, failed
}

// quantile is the value below which a part of sorted values lies; the last for 1.
func quantile(sorted []time.Duration, part float64) time.Duration {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[min(len(sorted)-1, int(part*float64(len(sorted))))]
}

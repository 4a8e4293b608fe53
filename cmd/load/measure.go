package main

import (
	"context"
	"fmt"
	"io"
	"sync"
	"time"
)

// result is what was measured on one server.
type result struct {
	Server string  `json:"server"`
	Ways   []feel  `json:"ways"`
	Cores  float64 `json:"cores"` // of the server, while they played; negative where it is not known
	Base   int64   `json:"base"`  // bytes of the server before the first of them came
	Each   int64   `json:"each"`  // and more for each of them
}

// feel is how a server felt to those who came in the same way and read.
type feel struct {
	Way        string        `json:"way"`
	Joins      time.Duration `json:"joins"` // until all were in
	Failed     int           `json:"failed"`
	Keys       int           `json:"keys"`
	P50        time.Duration `json:"p50"` // from a key to the frame that answers it
	P99        time.Duration `json:"p99"`
	Max        time.Duration `json:"max"`
	Unanswered int           `json:"unanswered"`
	Dropped    int           `json:"dropped"`   // players who were thrown out, without those who stopped reading
	Stalled    int           `json:"stalled"`   // who stopped reading
	SentAway   int           `json:"sent_away"` // how many of them were
}

// lost is what was lost, as a sentence; empty for nothing.
func (r result) lost() string {
	for _, f := range r.Ways {
		if f.Failed+f.Dropped+f.Unanswered > 0 {
			return fmt.Sprintf("%s by %s: %d players not let in, %d thrown out, %d keys not answered", r.Server, f.Way, f.Failed, f.Dropped, f.Unanswered)
		}
	}
	return ""
}

// measure measures a bare echo and a server, one after the other.
func measure(ctx context.Context, p plan, problems io.Writer) ([]result, error) {
	var results []result
	for _, kind := range p.kinds() {
		s, g, err := p.serve(kind)
		if err != nil {
			return nil, err
		}
		q := p
		if kind == echoKind {
			q.Stalled = 0
		}
		for _, w := range q.ways(kind) {
			fmt.Fprintf(problems, "%s: %d players by %s, %v\n", kind, w.count, w.name, p.For)
		}
		r := one(ctx, q, kind, s, g, problems)
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
	if p.Echo && p.Players > 0 {
		kinds = append(kinds, echoKind)
	}
	if p.Host != "" || p.external() {
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
		p.Seats = max(p.Seats, 1+(p.Players+p.Browsers+p.Stalled*len(p.ways(kind))-1)/mostTeams)
		s, err = open(p.Host, p.Seats)
	default:
		s = &served{address: p.Address, web: p.Web, user: p.Code, pid: p.PID}
	}
	return s, &workshop{turns: p.Turns, teams: p.Seats > 1}, err
}

// one lets players play on a server and measures.
func one(ctx context.Context, p plan, kind string, s *served, g game, problems io.Writer) result {
	r := result{Server: kind, Cores: -1}
	before := s.usage()
	var crowds []*crowd
	for _, w := range p.ways(kind) {
		crowds = append(crowds, &crowd{way: w})
	}
	var joining sync.WaitGroup
	for _, c := range crowds {
		joining.Go(func() { c.join(ctx, p, s, g, problems) })
	}
	joining.Wait()
	if s.begin != nil {
		s.begin()
	}
	from, started := s.usage(), time.Now()
	playing, done := context.WithTimeout(ctx, p.For)
	defer done()
	var all sync.WaitGroup
	for _, c := range crowds {
		all.Go(func() { c.play(playing, g, p.Keys) })
	}
	<-playing.Done()
	to, ended := s.usage(), time.Now()
	all.Wait()
	there := 0
	for _, c := range crowds {
		r.Ways = append(r.Ways, c.leave())
		there += len(c.players) + len(c.stalled)
	}
	if s.pid > 0 && to.known {
		r.Cores = (to.busy - from.busy).Seconds() / ended.Sub(started).Seconds()
		r.Base = before.memory
		r.Each = (to.memory - before.memory) / int64(max(1, there))
	}
	return r
}

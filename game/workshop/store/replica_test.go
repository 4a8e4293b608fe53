//go:build unix

package store

import (
	"context"
	"net"
	"net/url"
	"path/filepath"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"callout/game/workshop"
	"callout/game/workshop/store/pgtest"
)

// A line is a connection between a replica and the database that can be cut: then nothing comes through any more, and
// neither side is told.
type line struct {
	net.Listener
	cut atomic.Bool
}

func newLine(t *testing.T, to string) *line {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	c := &line{Listener: l}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			from, err := l.Accept()
			if err != nil {
				return
			}
			go c.carry(from, to)
		}
	}()
	return c
}

func (l *line) carry(from net.Conn, address string) {
	defer from.Close()
	to, err := net.Dial("tcp", address)
	if err != nil {
		return
	}
	defer to.Close()
	var ended sync.WaitGroup
	for _, pair := range [][2]net.Conn{{from, to}, {to, from}} {
		ended.Go(func() {
			defer pair[0].Close()
			defer pair[1].Close()
			b := make([]byte, 32<<10)
			for {
				n, err := pair[0].Read(b)
				for l.cut.Load() {
					time.Sleep(20 * time.Millisecond)
				}
				if _, wrong := pair[1].Write(b[:n]); err != nil || wrong != nil {
					return
				}
			}
		})
	}
	ended.Wait()
}

// TestReplicas lets players note things on two servers while one of them dies, sleeps, loses its line to the database, or the
// database starts anew: the other takes over, nothing acknowledged is lost, nothing is there twice, and no entry of an old
// lease stands behind one of a new one. CALLOUT_LONG=1 tries all of that, CALLOUT_SOAK=1 twenty times.
func TestReplicas(t *testing.T) {
	if testing.Short() {
		t.Skip("it starts servers and ends them")
	}
	c := pgtest.Start(t)
	at := c.Database(t)
	watch := connect(t, at)
	var lines []*line
	var replicas []*replica
	for _, name := range []string{"one", "two"} {
		u, err := url.Parse(at)
		if err != nil {
			t.Fatal(err)
		}
		l := newLine(t, c.Address())
		u.Host = l.Addr().String()
		lines, replicas = append(lines, l), append(replicas, &replica{name: name, url: u.String()})
	}
	id := seated(t, at)
	for _, r := range replicas {
		r.start(t)
	}

	p := sitDown(replicas)
	holder := func() int {
		t.Helper()
		var name string
		if err := watch.pool.QueryRow(t.Context(), "SELECT holder FROM callout.leases").Scan(&name); err != nil {
			t.Fatal(err)
		}
		for i, r := range replicas {
			if r.name == name {
				return i
			}
		}
		t.Fatalf("%q has the lease", name)
		return 0
	}
	p.goesOn(t, "at first")
	faults := []struct {
		name string
		do   func(i int)
		undo func(i int)
	}{
		{"kill -9", func(i int) { replicas[i].cmd.Process.Kill(); replicas[i].cmd.Wait() }, func(i int) { replicas[i].start(t) }},
		{"stop and continue", func(i int) { replicas[i].cmd.Process.Signal(syscall.SIGSTOP) }, func(i int) { replicas[i].cmd.Process.Signal(syscall.SIGCONT) }},
		{"line cut", func(i int) { lines[i].cut.Store(true) }, func(i int) { lines[i].cut.Store(false) }},
		{"database restarted", func(int) {
			c.Kill()
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
		}, func(int) {}},
	}
	for round := range times(1, 4, 80) {
		f := faults[round%len(faults)]
		i := holder()
		f.do(i)
		took := p.goesOn(t, f.name)
		t.Logf("%s: two more notes for each seat after %d ms", f.name, took.Milliseconds())
		f.undo(i)
		p.goesOn(t, f.name+", and over")
	}
	p.leave()
	p.check(t, watch, id)
}

// TestServerKilled kills the only server, on a SQLite file, while players note things, and starts it again: each goes on where
// they were. CALLOUT_SOAK=1 does it five hundred times.
func TestServerKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("it starts servers and ends them")
	}
	const each = 100 // of one workshop: a team may not make notes without end
	for kills := times(3, 10, 500); kills > 0; kills -= each {
		killServer(t, min(kills, each))
	}
}

func killServer(t *testing.T, kills int) {
	t.Helper()
	at := filepath.Join(t.TempDir(), "w.db")
	id := seated(t, at)
	server := &replica{name: "one", url: at}
	server.start(t)
	p := sitDown([]*replica{server, server})
	p.goesOn(t, "at first")
	for range kills {
		server.cmd.Process.Kill()
		server.cmd.Wait()
		server.start(t)
		p.goesOn(t, "started again")
	}
	p.leave()
	server.cmd.Process.Kill()
	server.cmd.Wait()
	p.check(t, reopen(t, at), id)
}

// seated opens a workshop with people at it, and leaves it to whoever comes.
func seated(t *testing.T, at string) (id string) {
	t.Helper()
	s, err := Open(t.Context(), at)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	hub, err := workshop.NewHub(context.Background(), workshop.Options{Store: s, Replica: "first", Load: loadLevel})
	if err != nil {
		t.Fatal(err)
	}
	script := workshop.Script{Name: "one", Title: "One", Minutes: 60, Level: "one-team", Seats: 1, Rounds: []workshop.Round{
		{Title: "One", Days: 1, Pace: workshop.Own, Open: workshop.AllLevers(), Run: 30},
	}}
	chair, _, err := hub.Open(t.Context(), workshop.Plan{Level: script.Level, Script: script})
	if err != nil {
		t.Fatal(err)
	}
	for range seats {
		if _, err := chair.Room().Join(t.Context(), workshop.Joiner{}); err != nil {
			t.Fatal(err)
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := hub.Close(ctx, "Others go on."); err != nil {
		t.Fatal(err)
	}
	return chair.Room().ID()
}

//go:build unix

package store

import (
	"context"
	"fmt"
	"net"
	"net/url"
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
	const seats = 6
	id := seated(t, at, seats)
	for _, r := range replicas {
		r.start(t)
	}

	var noted [seats]atomic.Int64 // the last number of each seat that was acknowledged
	var all atomic.Int64
	stop := make(chan struct{})
	var players sync.WaitGroup
	for seat := range seats {
		players.Go(func() {
			for n, home := int64(1), seat; ; {
				select {
				case <-stop:
					return
				default:
				}
				if done, _ := replicas[home%2].ask(seat+1, n); done {
					noted[seat].Store(n)
					all.Add(1)
					n++
					time.Sleep(20 * time.Millisecond)
					continue
				}
				home++ // a player whose server does not answer goes to the other
			}
		})
	}
	goesOn := func(why string) time.Duration {
		t.Helper()
		began, before := time.Now(), all.Load()
		for all.Load() < before+2*seats {
			if time.Since(began) > 60*time.Second {
				t.Fatalf("%s: nobody can play any more", why)
			}
			time.Sleep(10 * time.Millisecond)
		}
		return time.Since(began)
	}
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
	goesOn("at first")
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
		took := goesOn(f.name)
		t.Logf("%s: two more notes for each seat after %d ms", f.name, took.Milliseconds())
		f.undo(i)
		goesOn(f.name + ", and over")
	}
	close(stop)
	players.Wait()
	var have [seats]int64
	var epoch, last int64
	err := watch.Read(context.Background(), id, 0, func(e workshop.Entry) error {
		if last++; e.Seq != last || e.Epoch < epoch {
			return fmt.Errorf("entry %d of epoch %d stands behind %d of epoch %d", e.Seq, e.Epoch, last-1, epoch)
		}
		epoch = e.Epoch
		if e.Kind == workshop.Noted {
			if have[e.Seat-1]++; e.N != have[e.Seat-1] {
				return fmt.Errorf("entry %d is note %d of seat %d, want %d", e.Seq, e.N, e.Seat, have[e.Seat-1])
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	for seat := range seats {
		if n := noted[seat].Load(); have[seat] < n {
			t.Errorf("seat %d has %d notes, and %d were acknowledged", seat+1, have[seat], n)
		}
	}
	t.Logf("%d notes acknowledged, the last epoch is %d", all.Load(), epoch)
}

// seated opens a workshop with people at it, and leaves it to whoever comes.
func seated(t *testing.T, at string, seats int) (id string) {
	t.Helper()
	s := connect(t, at)
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

package store

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"callout/game/workshop"
	"callout/game/workshop/store/storetest"
)

// A worker is another process that fills a file with orders of many seats in several rooms, and tells its parent of each that
// was acknowledged. It is killed, loses its disk, and starts again.

const (
	workerFile   = "CALLOUT_TEST_WORKER"       // the file that it works on
	workerLevel  = "CALLOUT_TEST_WORKER_LEVEL" // how it syncs
	workerRetry  = "CALLOUT_TEST_WORKER_RETRY" // it tries again what fails, instead of ending
	workerRooms  = 12                          //
	workerSeats  = 25                          // in each room
	workerAtOnce = 4                           // entries in an append, at most
)

// work is what the other process does. It never ends by itself.
func work(path string) error {
	ctx := context.Background()
	s, err := openSQLite(ctx, path, os.Getenv(workerLevel))
	if err != nil {
		return err
	}
	var whole string
	if err := s.read.QueryRow("PRAGMA integrity_check").Scan(&whole); err != nil || whole != "ok" {
		return fmt.Errorf("integrity_check says %q, %v", whole, err)
	}
	var out sync.Mutex
	say := func(format string, values ...any) {
		out.Lock()
		defer out.Unlock()
		fmt.Printf(format+"\n", values...)
	}
	var starts []func() error
	for r := range workerRooms {
		w := storetest.Workshop(r + 1)
		if err := s.Create(ctx, w); err != nil && !errors.Is(err, workshop.ErrTaken) {
			return err
		}
		epoch, err := s.Lease(ctx, w.ID, "worker", time.Hour)
		if err != nil {
			return err
		}
		var last int64
		var counters [workerSeats + 1]int64
		err = s.Read(ctx, w.ID, 0, func(e workshop.Entry) error {
			if counters[e.Seat]++; e.N != counters[e.Seat] {
				return fmt.Errorf("entry %d of room %d is order %d of seat %d, not %d: one was lost, or applied twice", e.Seq, r, e.N, e.Seat, counters[e.Seat])
			}
			last = e.Seq
			return nil
		})
		if err != nil {
			return err
		}
		say("have %d %d", r, last)
		starts = append(starts, func() error { return play(ctx, s, say, r, w.ID, epoch, last, counters) })
	}
	say("ready")
	failed := make(chan error)
	for _, start := range starts {
		go func() { failed <- start() }()
	}
	return <-failed
}

// play gives orders of all seats of a room.
func play(ctx context.Context, s workshop.Store, say func(string, ...any), r int, id string, epoch, last int64, counters [workerSeats + 1]int64) error {
	dice := rand.New(rand.NewPCG(uint64(r), uint64(last)))
	for {
		var list []workshop.Entry
		for i := range 1 + dice.IntN(workerAtOnce) {
			seat := 1 + dice.IntN(workerSeats)
			counters[seat]++
			list = append(list, workshop.Entry{Seq: last + int64(i) + 1, Epoch: epoch, At: time.Now().UnixMilli(), Seat: seat, N: counters[seat],
				Kind: workshop.Gave, Body: fmt.Appendf(nil, `{"text":"assign INC-%d to analyst %d"}`, last, seat)})
		}
		for {
			err := s.Append(ctx, id, epoch, list, []workshop.Name{{Who: "s1", Name: fmt.Sprint("Name ", last)}})
			if err == nil {
				break
			}
			if os.Getenv(workerRetry) == "" || ours(err) {
				return err
			}
			say("failed %d %d %v", r, last, err)
			if _, err := s.Lease(ctx, id, "worker", time.Hour); err != nil {
				say("unleased %d", r)
			}
			time.Sleep(5 * time.Millisecond)
		}
		last += int64(len(list))
		say("kept %d %d", r, last)
	}
}

// A workplace is a file on which workers work one after the other, and what they were told is kept.
type workplace struct {
	file, level string
	retry       bool
	kept        [workerRooms]int64
	acks        int64 // entries acknowledged by all workers together
	more        int64 // that were stored and never acknowledged

	worker *exec.Cmd
	lines  *bufio.Scanner
	errs   strings.Builder
}

// start starts a worker and compares what it finds with what was acknowledged. It returns how many entries are lost.
func (p *workplace) start(t *testing.T) (lost int64) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	p.errs.Reset()
	p.worker = exec.Command(self)
	p.worker.Env = append(os.Environ(), workerFile+"="+p.file, workerLevel+"="+p.level)
	if p.retry {
		p.worker.Env = append(p.worker.Env, workerRetry+"=1")
	}
	p.worker.Stderr = &p.errs
	out, err := p.worker.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.worker.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.kill)
	p.lines = bufio.NewScanner(out)
	for p.lines.Scan() {
		var r int
		var have int64
		if p.lines.Text() == "ready" {
			return lost
		}
		if _, err := fmt.Sscanf(p.lines.Text(), "have %d %d", &r, &have); err != nil {
			t.Fatalf("the worker says %q", p.lines.Text())
		}
		lost += max(p.kept[r]-have, 0)
		p.more += max(have-p.kept[r], 0)
		p.kept[r] = have
	}
	p.worker.Wait()
	t.Fatalf("the worker does not begin: %s", &p.errs)
	return 0
}

// line is what the worker says next, noted.
func (p *workplace) line(t *testing.T) string {
	t.Helper()
	if !p.lines.Scan() {
		p.worker.Wait()
		t.Fatalf("the worker ended: %s", &p.errs)
	}
	p.note(p.lines.Text())
	return p.lines.Text()
}

func (p *workplace) note(line string) {
	var r int
	var seq int64
	if _, err := fmt.Sscanf(line, "kept %d %d", &r, &seq); err == nil {
		p.acks += seq - p.kept[r]
		p.kept[r] = seq
	}
}

// workFor lets the worker work for a time and kills it, in the middle of what it does.
func (p *workplace) workFor(t *testing.T, d time.Duration) {
	t.Helper()
	worker := p.worker
	defer time.AfterFunc(d, func() { worker.Process.Kill() }).Stop()
	for p.lines.Scan() {
		p.note(p.lines.Text())
	}
	p.worker.Wait()
	if p.errs.Len() > 0 {
		t.Fatalf("the worker ended: %s", &p.errs)
	}
}

// kill ends the worker and hears what it still said.
func (p *workplace) kill() {
	if p.worker == nil || p.worker.ProcessState != nil {
		return
	}
	p.worker.Process.Kill()
	for p.lines.Scan() {
		p.note(p.lines.Text())
	}
	p.worker.Wait()
}

// runWorker does the other process's part, where this process is a worker or a replica.
func runWorker(stderr io.Writer) bool {
	var err error
	switch path, url := os.Getenv(workerFile), os.Getenv(replicaURL); {
	case path != "":
		err = work(path)
	case url != "":
		err = serveReplica(url, os.Getenv(replicaURL+"_NAME"))
	default:
		return false
	}
	if err != nil {
		fmt.Fprintln(stderr, err)
	}
	return true
}

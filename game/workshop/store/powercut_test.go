package store

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"callout/game/workshop/store/powercut"
)

// times is how often something is done: in every run, with CALLOUT_LONG=1, and with CALLOUT_SOAK=1, which is by hand.
func times(short, long, soak int) int {
	switch {
	case os.Getenv("CALLOUT_SOAK") != "":
		return soak
	case os.Getenv("CALLOUT_LONG") != "":
		return long
	}
	return short
}

// killLoop starts a worker and kills it, again and again, on a file that is made anew now and then. Between takes what the end
// of a process leaves, and makes it worse. It returns how many entries were acknowledged and are lost.
func killLoop(t *testing.T, folder, level string, rounds int, between func(*rand.Rand)) (lost int64) {
	t.Helper()
	dice := rand.New(rand.NewPCG(20, 26))
	var acks, more int64
	for begun := 0; begun < rounds; {
		p := &workplace{file: filepath.Join(folder, fmt.Sprintf("w%d.db", begun)), level: level}
		for range min(25, rounds-begun) {
			lost += p.start(t)
			p.workFor(t, time.Duration(20+dice.IntN(180))*time.Millisecond)
			between(dice)
			begun++
		}
		lost += p.start(t)
		p.kill()
		acks, more = acks+p.acks, more+p.more
	}
	t.Logf("%d times: %d entries acknowledged, %d lost, %d stored and not acknowledged", rounds, acks, lost, more)
	if acks < int64(10*rounds) {
		t.Errorf("only %d entries were acknowledged: this shows nothing", acks)
	}
	return lost
}

// TestKilled: what was acknowledged is there after the process was killed, and nothing is there twice.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("it starts many processes")
	}
	if lost := killLoop(t, t.TempDir(), durable, times(3, 10, 500), func(*rand.Rand) {}); lost > 0 {
		t.Errorf("%d acknowledged entries are lost", lost)
	}
}

// TestPowerCut is the same with the power taken away as well. A store that does not sync every commit must not pass it, or
// else the test shows nothing.
func TestPowerCut(t *testing.T) {
	if testing.Short() {
		t.Skip("it starts many processes")
	}
	t.Run("as it is", func(t *testing.T) {
		disk := powercut.Mount(t)
		if lost := killLoop(t, disk.Folder, durable, times(3, 10, 500), disk.Cut); lost > 0 {
			t.Errorf("%d acknowledged entries are lost", lost)
		}
	})
	t.Run("with synchronous=NORMAL", func(t *testing.T) {
		disk := powercut.Mount(t)
		if lost := killLoop(t, disk.Folder, "NORMAL", times(1, 5, 25), disk.Cut); lost == 0 {
			t.Error("nothing was lost: the test would not find a store that does not sync")
		}
	})
}

// TestDiskFails: a disk that is full or broken is said to be, nothing is acknowledged meanwhile that is not kept, and the store
// works again by itself when the disk does. At the end of each the power is taken away.
func TestDiskFails(t *testing.T) {
	if testing.Short() {
		t.Skip("it starts many processes")
	}
	tests := []struct {
		name  string
		fault powercut.Fault
		want  string
	}{
		{"full", powercut.Fault{Times: -1, With: syscall.ENOSPC}, "nothing can be stored: the disk is full"},
		{"broken", powercut.Fault{Times: -1, With: syscall.EIO}, "nothing can be stored: the disk fails"},
		{"broken once", powercut.Fault{Times: 1, With: syscall.EIO}, "nothing can be stored: the disk fails"},
		{"one sync fails", powercut.Fault{Syncs: true, Times: 1, With: syscall.EIO}, "nothing can be stored: the disk fails"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			disk := powercut.Mount(t)
			dice := rand.New(rand.NewPCG(1, 2))
			p := &workplace{file: filepath.Join(disk.Folder, "w.db"), level: durable, retry: true}
			p.start(t)
			for n := 0; n < 60; n += times(9, 1, 1) {
				fault := test.fault
				fault.After = n
				disk.Fail(fault)
				for stuck := false; !stuck && !disk.Failed(); { // a single fault may hit what nobody waits for
					line := p.line(t)
					if strings.HasPrefix(line, "failed ") && !strings.Contains(line, test.want) {
						t.Fatalf("the store says %q, want %q in it", line, test.want)
					}
					stuck = strings.HasPrefix(line, "unleased ")
				}
				disk.Fail(powercut.Fault{})
				for again := map[string]bool{}; len(again) < workerRooms; {
					if word := strings.Fields(p.line(t)); word[0] == "kept" {
						again[word[1]] = true
					}
				}
				if n%times(27, 4, 1) == 0 {
					p.kill()
					disk.Cut(dice)
					if lost := p.start(t); lost > 0 {
						t.Fatalf("after fault %d %d acknowledged entries are lost", n, lost)
					}
				}
			}
			p.kill()
			disk.Cut(dice)
			if lost := p.start(t); lost > 0 {
				t.Errorf("%d acknowledged entries are lost", lost)
			}
			p.kill()
		})
	}
}

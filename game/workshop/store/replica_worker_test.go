package store

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"sync"
	"testing"
	"time"

	"callout/game"
	"callout/game/workshop"
	"callout/levels"
)

// A replica is a server of workshops as a process of its own, without terminals: players are lines on its standard input.

const replicaURL = "CALLOUT_TEST_REPLICA" // the store of a replica, and that this process is one

// A wish is what a player wants, and what became of it.
type wish struct {
	ID   int
	Seat int
	N    int64
	Done bool
	Why  string
}

// serveReplica does the other process's part: the commands of all players at once, in the one room there is.
func serveReplica(url, name string) error {
	s, err := Open(context.Background(), url)
	if err != nil {
		return err
	}
	hub, err := workshop.NewHub(context.Background(), workshop.Options{Store: s, Replica: name, Load: loadLevel})
	if err != nil {
		return err
	}
	var out sync.Mutex
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		var w wish
		if err := json.Unmarshal(in.Bytes(), &w); err != nil {
			return err
		}
		go func() {
			ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
			defer cancel()
			err := fmt.Errorf("there is no room yet")
			if rooms := hub.Rooms(); len(rooms) > 0 {
				body := workshop.Body(workshop.Note{Kind: "note", Text: fmt.Sprint("note ", w.N)})
				err = rooms[0].Do(ctx, workshop.Command{Seat: w.Seat, N: w.N, Kind: workshop.Noted, Body: body})
			}
			if w.Done = err == nil; err != nil {
				w.Why = err.Error()
			}
			line, _ := json.Marshal(w)
			out.Lock()
			defer out.Unlock()
			fmt.Println(string(line))
		}()
	}
	return in.Err()
}

func loadLevel(name, _, model string) (*game.Level, error) { return levels.LoadWithModel(name, model) }

// A replica is that process, as its parent sees it.
type replica struct {
	name, url string
	cmd       *exec.Cmd

	mu      sync.Mutex
	in      *json.Encoder
	next    int
	waiting map[int]chan wish
}

func (r *replica) start(t *testing.T) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), replicaURL+"="+r.url, replicaURL+"_NAME="+r.name)
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.cmd, r.in, r.waiting = cmd, json.NewEncoder(in), map[int]chan wish{}
	go func() {
		for lines := bufio.NewScanner(out); lines.Scan(); {
			var w wish
			if json.Unmarshal(lines.Bytes(), &w) == nil {
				r.mu.Lock()
				if c := r.waiting[w.ID]; c != nil {
					c <- w
					delete(r.waiting, w.ID)
				}
				r.mu.Unlock()
			}
		}
	}()
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
}

// ask gives a command of a player to a replica, and waits a while for what becomes of it.
func (r *replica) ask(seat int, n int64) (done bool, why string) {
	answer := make(chan wish, 1)
	r.mu.Lock()
	r.next++
	id := r.next
	r.waiting[id] = answer
	err := r.in.Encode(wish{ID: id, Seat: seat, N: n})
	r.mu.Unlock()
	if err != nil {
		time.Sleep(50 * time.Millisecond)
		return false, err.Error()
	}
	select {
	case w := <-answer:
		return w.Done, w.Why
	case <-time.After(1500 * time.Millisecond):
		return false, "no answer"
	}
}

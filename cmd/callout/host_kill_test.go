//go:build unix

package main

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// TestKilledHostLosesNothing kills the whole server without warning, again and again: while it starts, while players come in, and
// while they play, by SSH and in browsers. Started again by the same command it goes on with the same workshop under the same host
// key. Each player comes back with the return code to the turn and the orders that it was last shown, and the store has what
// was acknowledged to each, in order and once, and at most what was under way beside it. In the end the workshop verifies.
//
// CALLOUT_LONG=1 kills it 40 times. CALLOUT_SOAK=1 kills it 500 times, which takes a quarter of an hour: go test -timeout 1h.
func TestKilledHostLosesNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("it starts many processes")
	}
	kills := 5
	switch {
	case os.Getenv("CALLOUT_SOAK") != "":
		kills = 500
	case os.Getenv("CALLOUT_LONG") != "":
		kills = 40
	}
	var s siege
	dice := rand.New(rand.NewPCG(20, 26))
	for left := kills; left > 0; left -= mostKills {
		s.workshop(t, dice, min(left, mostKills))
	}
	t.Logf("%d kills, %d of them while the server started and %d while players came in; %d commands acknowledged, %d of them turns, and %d kept that were not; it took %v at most until all were back",
		kills, s.starting, s.coming, s.told, s.turns, s.ahead, s.longest.Round(time.Millisecond))
	if s.turns == 0 {
		t.Error("no turn was acknowledged, so nothing was shown")
	}
}

// mostKills is how often the server of one workshop is killed: then another workshop begins, so that its game does not end.
const mostKills = 20

// siege is what has come of all kills.
type siege struct {
	starting, coming   int // kills that were not in the middle of the game
	told, turns, ahead int // commands
	longest            time.Duration
}

// hall is a workshop whose server is killed.
type hall struct {
	t       *testing.T
	dice    *rand.Rand
	folder  string // of the store alone
	args    []string
	code    string // of the room; empty until it was shown
	key     string // fingerprint of the server's
	began   bool   // the games have begun
	players []*player
	took    time.Duration // until all were in, the last time
	*siege
}

// sieged is the script that is played: one long round, in which everything may be done.
const sieged = `name = "siege"
title = "A long round"
minutes = 300
level = "endless"
seats = 1
[[round]]
title = "Five weeks"
days = 25
pace = "own"
open = ["triage", "deployments", "people", "improvement", "model"]
run = 240
`

// Players, by how they come.
const byTerminal, byBrowser = 12, 3

// workshop lets players play a workshop whose server is killed so often.
func (s *siege) workshop(t *testing.T, dice *rand.Rand, kills int) {
	folder := t.TempDir()
	script := filepath.Join(folder, "siege.toml")
	if err := os.WriteFile(script, []byte(sieged), 0o600); err != nil {
		t.Fatal(err)
	}
	h := &hall{t: t, dice: dice, folder: filepath.Join(folder, "store"), siege: s, took: time.Second}
	h.args = []string{"--http", "127.0.0.1:0", "--store", h.store(h.folder), "--host-key", filepath.Join(folder, "key"), "--script", script}
	for n := range byTerminal + byBrowser {
		h.players = append(h.players, &player{n: n + 1, browser: n >= byTerminal, dice: rand.New(rand.NewPCG(uint64(n), dice.Uint64()))})
	}
	for range kills {
		if dice.IntN(5) == 0 {
			h.killedAtStart()
		} else {
			h.killedAtPlay()
		}
		h.compare()
	}
	h.ends()
	for _, p := range h.players {
		s.told += len(p.told)
		s.turns += p.turns()
	}
}

func (h *hall) store(folder string) string { return filepath.Join(folder, "workshops.db") }

// killedAtStart starts the server and kills it before, or soon after, anybody can come.
func (h *hall) killedAtStart() {
	h.t.Helper()
	server := launchHost(h.t, h.args...)
	time.Sleep(h.within(300 * time.Millisecond))
	h.kill(server)
	h.starting++
}

// within is a time up to a longest one.
func (h *hall) within(longest time.Duration) time.Duration {
	return time.Duration(h.dice.Int64N(int64(longest)))
}

// kill kills the server. It must not have ended before, nor have logged an error.
func (h *hall) kill(server *hosted) {
	h.t.Helper()
	if code := server.ends(syscall.SIGKILL); code != -1 {
		h.t.Fatalf("before it was killed it exited with %d:\n%s", code, server.errs)
	}
	h.quiet(server)
}

// quiet fails where the server has logged an error.
func (h *hall) quiet(server *hosted) {
	h.t.Helper()
	if log := server.errs.String(); strings.Contains(log, "level=ERROR") || strings.Contains(log, "level=WARN") {
		h.t.Errorf("the server logs\n%s", log)
	}
}

// starts starts the server, which is the one that it was.
func (h *hall) starts() *hosted {
	h.t.Helper()
	server := startHost(h.t, h.args...)
	if h.code != "" && (server.code != h.code || server.key != h.key) {
		h.t.Fatalf("started again it has the room %s and the host key %s; it had %s and %s", server.code, server.key, h.code, h.key)
	}
	h.code, h.key = server.code, server.key
	return server
}

// gathering are players on a server.
type gathering struct {
	in   chan struct{} // closed when all are in
	gone chan struct{} // closed when all have left
	left atomic.Bool   // somebody has
	errs []error       // of each, once all have left
}

// gather lets all come in and play until ctx is over.
func (h *hall) gather(ctx context.Context, server *hosted) *gathering {
	g := &gathering{in: make(chan struct{}), gone: make(chan struct{}), errs: make([]error, len(h.players))}
	var in, gone sync.WaitGroup
	in.Add(len(h.players))
	for i, p := range h.players {
		gone.Go(func() {
			arrived := sync.OnceFunc(in.Done)
			defer arrived() // nobody waits for who does not come
			g.errs[i] = p.play(ctx, server, arrived)
			g.left.Store(true)
		})
	}
	go func() {
		in.Wait()
		close(g.in)
		gone.Wait()
		close(g.gone)
	}()
	return g
}

// killedAtPlay kills the server while players come in, or once they have played for a while.
func (h *hall) killedAtPlay() {
	h.t.Helper()
	from := time.Now()
	server := h.starts()
	g := h.gather(h.t.Context(), server)
	if h.dice.IntN(4) == 0 {
		time.Sleep(h.within(h.took))
		h.coming++
	} else {
		<-g.in
		h.took = time.Since(from)
		h.longest = max(h.longest, h.took)
		h.begin(server)
		time.Sleep(h.within(600 * time.Millisecond))
	}
	early := g.left.Load()
	h.kill(server)
	<-g.gone
	for i, err := range g.errs {
		if !errors.Is(err, errOver) {
			h.t.Fatalf("%s: %v", h.players[i].name, err)
		}
	}
	if early {
		h.t.Fatalf("somebody was put out before the server was killed: %v", errors.Join(g.errs...))
	}
}

// begin begins the games, where they have not begun. All have to be in.
func (h *hall) begin(server *hosted) {
	h.t.Helper()
	if !h.began {
		server.order("next")
	}
}

// compare compares what the killed server has left with what the players were told. It looks at a copy: whoever opens the store
// tidies it up, and the next server shall find it as it is.
func (h *hall) compare() {
	h.t.Helper()
	if h.code == "" {
		return // nobody was told of a workshop
	}
	copied, err := os.MkdirTemp(filepath.Dir(h.folder), "copy")
	if err == nil {
		err = os.CopyFS(copied, os.DirFS(h.folder))
	}
	if err != nil {
		h.t.Fatal(err)
	}
	defer os.RemoveAll(copied)
	l, err := readLedger(h.t.Context(), h.store(copied), h.code)
	if err != nil {
		h.t.Fatal(err)
	}
	h.began = l.began
	for _, p := range h.players {
		if p.back == "" {
			continue
		}
		seat, ok := l.seats[p.name]
		if !ok {
			h.t.Fatalf("%s has the return code %s, and no seat", p.name, p.back)
		}
		told := len(p.told)
		if err := p.agree(l.done[seat]); err != nil {
			h.t.Fatalf("%s, on seat %d: %v", p.name, seat, err)
		}
		h.ahead += len(p.told) - told
	}
}

// ends lets all come back once more, ends the workshop and the server, and verifies.
func (h *hall) ends() {
	h.t.Helper()
	server := h.starts()
	ctx, stop := context.WithCancel(h.t.Context())
	stop() // they only look
	g := h.gather(ctx, server)
	<-g.in
	h.begin(server)
	<-g.gone
	for i, err := range g.errs {
		if err != nil {
			h.t.Fatalf("%s: %v", h.players[i].name, err)
		}
	}
	server.order("finish yes")
	server.asks("room", "(?i)over")
	if code := server.ends(syscall.SIGTERM); code != success {
		h.t.Errorf("told to end, it exits with %d: %s", code, server.errs)
	}
	h.quiet(server)
	h.compare()
	if exit, out, errs := says(h.t, "host", "verify", h.code, "--store", h.store(h.folder)); exit != success {
		h.t.Errorf("host verify exits with %d: %s%s", exit, out, errs)
	}
}

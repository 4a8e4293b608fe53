package main

import (
	"encoding/json"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// TestMain lets the test's own program be the server that it starts.
func TestMain(m *testing.M) {
	if os.Getenv("CALLOUT_LOAD_SERVES") != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// TestLoad: those who come in either way are answered, and nobody notices those who do not read. Nothing is said about
// times but that there are some: how long they are is the machine's affair.
func TestLoad(t *testing.T) {
	got := loaded(t, "--players", "5", "--browsers", "5", "--stalled", "1", "--for", "2s", "--keys", "100ms", "--tick", "300ms")
	if len(got) != 2 || len(got[0].Ways) != 1 || len(got[1].Ways) != 2 {
		t.Fatalf("an echo by SSH and a toy both ways: %+v", got)
	}
	for _, f := range got[0].Ways {
		if f.Stalled != 0 {
			t.Errorf("an echo has to be read: %+v", f)
		}
	}
	for _, f := range got[1].Ways {
		if f.Stalled != 1 {
			t.Errorf("one of each way stops reading: %+v", f)
		}
	}
}

// TestWorkshop: the same in a real workshop, on the real server, whose turns are ended.
func TestWorkshop(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the game")
	}
	callout := filepath.Join(t.TempDir(), "callout")
	if out, err := exec.Command("go", "build", "-o", callout, "callout/cmd/callout").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, seats := range []string{"1", "2"} {
		got := loaded(t, "--host", callout, "--echo=false", "--seats", seats, "--players", "5", "--browsers", "5", "--for", "2s", "--keys", "200ms", "--turns", "4")
		if len(got) != 1 || len(got[0].Ways) != 2 {
			t.Fatalf("a workshop both ways, %s at one game: %+v", seats, got)
		}
	}
}

// loaded is what was measured, with nothing lost.
func loaded(t *testing.T, args ...string) []result {
	t.Helper()
	file := filepath.Join(t.TempDir(), "results.json")
	var out, problems strings.Builder
	if err := run(t.Context(), append(args, "--json", file), &out, &problems); err != nil {
		t.Fatalf("%v\n%s%s", err, &out, &problems)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var got struct{ Results []result }
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatal(err)
	}
	for _, r := range got.Results {
		for _, f := range r.Ways {
			if f.Keys < 10 || f.Failed+f.Dropped+f.Unanswered > 0 || f.P50 <= 0 || f.P50 > f.P99 || f.P99 > f.Max {
				t.Errorf("%s: %+v", r.Server, f)
			}
			if !regexp.MustCompile(`(?m)^ *` + r.Server + ` +` + f.Way + ` `).MatchString(out.String()) {
				t.Errorf("%s by %s is not in the table:\n%s", r.Server, f.Way, &out)
			}
		}
	}
	return got.Results
}

// TestSentAway: whoever stopped reading learns from what comes later whether it was thrown out meanwhile.
func TestSentAway(t *testing.T) {
	for _, closed := range []bool{false, true} {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		v := &valve{narrow: true}
		conn, err := v.dial(t.Context(), "tcp", l.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		server, err := l.Accept()
		if err != nil {
			t.Fatal(err)
		}
		defer server.Close()
		p := newPlayer(&terminal{in: conn, out: conn}, v)
		answer := func() { server.Write([]byte("hello")) }
		time.AfterFunc(10*time.Millisecond, answer)
		if _, err := p.asks("", []string{"hello"}, patience); err != nil {
			t.Fatal(err)
		}
		v.shut()
		found := p.await([]string{"hello"})
		answer()
		if closed {
			server.Close()
		}
		select {
		case <-found:
			t.Error("something was read while the valve was shut")
		case <-time.After(50 * time.Millisecond):
		}
		if p.gone() || p.sentAway() != closed {
			t.Errorf("closed %v, and it says something else", closed)
		}
	}
}

func TestTokensChangeWholly(t *testing.T) {
	for n := range 1000 {
		a, b := token(n), token(n+1)
		for i := range a {
			if a[i] == b[i] {
				t.Fatalf("key %d: %s and then %s", n, a, b)
			}
		}
	}
}

func TestRefusals(t *testing.T) {
	for _, args := range []string{"--players 0", "--players 0 --browsers -1", "--for -1s", "more", "--address 127.0.0.1:1", "--nothing",
		"--browsers 1 --address 127.0.0.1:1 --code ABC", "--web http://127.0.0.1:1 --code ABC"} {
		var out strings.Builder
		if err := run(t.Context(), strings.Fields(args), &out, &out); err == nil {
			t.Errorf("%s is taken", args)
		}
	}
}

package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestMain lets the test's own program be the server that it starts.
func TestMain(m *testing.M) {
	if os.Getenv("CALLOUT_LOAD_SERVES") != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// TestLoad: ten players get in, all their keys are answered, and nobody notices the one who does not read.
func TestLoad(t *testing.T) {
	file := filepath.Join(t.TempDir(), "results.json")
	var out, problems strings.Builder
	args := []string{"--players", "10", "--stalled", "1", "--for", "3s", "--keys", "200ms", "--tick", "300ms", "--json", file}
	if err := run(t.Context(), args, &out, &problems); err != nil {
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
	if len(got.Results) != 2 {
		t.Fatalf("%d servers were measured", len(got.Results))
	}
	for _, r := range got.Results {
		if r.Keys < 10 || r.Failed+r.Dropped+r.Unanswered > 0 || r.P50 <= 0 || r.P50 > r.P99 || r.P99 > r.Max {
			t.Errorf("%+v", r)
		}
		if !strings.Contains(out.String(), r.Server) {
			t.Errorf("%s is not in the table:\n%s", r.Server, &out)
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
	for _, args := range []string{"--players 0", "--for -1s", "more", "--address 127.0.0.1:1", "--nothing"} {
		var out strings.Builder
		if err := run(t.Context(), strings.Fields(args), &out, &out); err == nil {
			t.Errorf("%s is taken", args)
		}
	}
}

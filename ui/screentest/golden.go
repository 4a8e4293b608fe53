package screentest

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden screens anew: look at each before committing it")

// Golden compares a screen with its picture, which has the name of the test; escape sequences are made visible in it.
func Golden(t *testing.T, got string) {
	t.Helper()
	got = strings.ReplaceAll(got, "\x1b", "␛") + "\n"
	name := filepath.Join("testdata", filepath.FromSlash(t.Name())+".txt")
	if *update {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatalf("there is no picture of this screen: run its test with -update and look at it: %v", err)
	}
	before, now := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	for y := range min(len(before), len(now)) {
		if now[y] != before[y] {
			t.Errorf("row %d changed. If that is meant, run the test with -update and look at %s.\nnow:    %s\nbefore: %s", y, name, now[y], before[y])
		}
	}
	if len(before) != len(now) {
		t.Errorf("the screen had %d rows and has %d", len(before), len(now))
	}
}

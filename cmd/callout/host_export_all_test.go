package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestExportEverything: one folder has the room and every team in every format, without names unless they are asked for; a
// workshop that is not over keeps its seed; and what cannot be written whole is not written in part.
func TestExportEverything(t *testing.T) {
	file, code := keep(t, true)
	folder := filepath.Join(t.TempDir(), "workshop")
	all := func(want int, more ...string) string {
		t.Helper()
		got, out, errors := says(t, append([]string{"host", "export", code, "--store", file, "--quick", "--all"}, more...)...)
		if got != want {
			t.Errorf("%v: exit %d, want %d: %s", more, got, want, errors)
		}
		return out + errors
	}
	if out := all(success, "-o", folder); !strings.Contains(out, folder) {
		t.Errorf("it says %q", out)
	}
	for _, name := range []string{
		"room.md", "room.html", "room.json", "room-xapi.json", "workshop.jsonl",
		"team-1.md", "team-1.html", "team-1.json", "team-1.csv", "team-2.html", "team-3.html", "team-3.csv",
	} {
		b := content(t, filepath.Join(folder, name))
		if len(b) == 0 || strings.HasSuffix(name, ".json") && !json.Valid(b) || strings.HasSuffix(name, ".html") && !bytes.HasPrefix(b, []byte("<!DOCTYPE html>")) {
			t.Errorf("%s is %.80q", name, b)
		}
	}
	if n := len(glob(t, folder, "room-*.csv")); n < 5 {
		t.Errorf("%d tables of the room", n)
	}
	if len(glob(t, folder, "team-*")) != 3*4 {
		t.Error("the teams have", glob(t, folder, "team-*"))
	}
	named := func() (n int) {
		for _, path := range glob(t, folder, "*") {
			n += bytes.Count(content(t, path), []byte("Zwick")) + bytes.Count(content(t, path), []byte("Njoroge"))
		}
		return n
	}
	if n := named(); n > 0 {
		t.Errorf("names that nobody asked for are there %d times", n)
	}
	if all(success, "-o", folder, "--names"); named() == 0 {
		t.Error("names that were asked for are not there")
	}

	all(misuse)
	all(misuse, "-o", folder, "--team", "1")
	all(misuse, "-o", folder, "--format", "md")
	all(failure, "-o", filepath.Join(folder, "room.md"))
	all(failure, "-o", filepath.Join(folder, "none", "deeper"))
	blocked := t.TempDir()
	if err := os.Mkdir(filepath.Join(blocked, "team-2.csv"), 0o755); err != nil {
		t.Fatal(err)
	}
	if all(failure, "-o", blocked); len(glob(t, blocked, "*")) != 1 {
		t.Error("a part was written:", glob(t, blocked, "*"))
	}

	file, code = keep(t, false)
	folder = filepath.Join(t.TempDir(), "running")
	if all(success, "-o", folder); len(glob(t, folder, "*.jsonl")) != 0 || len(glob(t, folder, "team-*.html")) != 3 {
		t.Error("of one that is not over there is", glob(t, folder, "*"))
	}
}

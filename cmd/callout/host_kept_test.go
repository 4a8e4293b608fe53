package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"callout/game/workshop"
	"callout/game/workshop/store"
	"callout/ui/saves"
)

// keep plays a workshop of two players and a policy into a new store, over or not, and returns the store's file and its code.
func keep(t *testing.T, over bool) (file, code string) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "workshops.db")
	ctx := t.Context()
	s, err := store.Open(ctx, file)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	hub, err := workshop.NewHub(ctx, workshop.Options{Store: s, Load: saves.Load})
	if err != nil {
		t.Fatal(err)
	}
	defer hub.Close(context.Background(), "The test is over.")
	chair, _, err := hub.Open(ctx, workshop.Plan{Level: "one-team", Policies: []string{"rule"}, Script: workshop.Script{Name: "one", Seats: 1, Rounds: []workshop.Round{
		{Title: "One", Days: 1, Pace: workshop.Own, Open: workshop.AllLevers()},
	}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Ottoline Zwick", "Baltasar Njoroge"} {
		if _, err := chair.Room().Join(ctx, workshop.Joiner{Name: name}); err != nil {
			t.Fatal(err)
		}
	}
	for over && chair.Room().Picture().Phase != workshop.Debrief {
		if err := chair.Do(ctx, workshop.Command{Kind: workshop.Began}); err != nil {
			t.Fatal(err)
		}
	}
	return file, chair.Room().Code()
}

// says runs a command and returns its exit code and what it wrote.
func says(t *testing.T, args ...string) (code int, out, errors string) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(t.Context(), args, terminal{in: strings.NewReader(""), out: &o, err: &e})
	return code, o.String(), e.String()
}

// TestKeptWorkshops lists, exports, verifies, forgets and deletes a workshop by the commands for it.
func TestKeptWorkshops(t *testing.T) {
	file, code := keep(t, true)
	host := func(want int, args ...string) string {
		t.Helper()
		got, out, errors := says(t, append([]string{"host", args[0], "--store", file}, args[1:]...)...)
		if got != want {
			t.Errorf("host %v: exit %d, want %d: %s", args, got, want, errors)
		}
		return out + errors
	}
	if !bytes.Contains(content(t, file), []byte("Zwick")) {
		t.Fatal("the search finds no name where they all are")
	}
	if out := host(success, "list"); !strings.Contains(out, workshop.ShowCode(code)) || !strings.Contains(out, "over") || strings.Contains(out, "Zwick") {
		t.Errorf("the list is %s", out)
	}
	named := map[bool]string{}
	for _, names := range []bool{false, true} {
		for _, format := range []string{"md", "html", "json", "csv", "xapi"} {
			args := []string{"export", strings.ToLower(code), "--format", format, "--quick"}
			if names {
				args = append(args, "--names")
			}
			out := host(success, args...)
			named[names] += out
			if (format == "json" || format == "xapi") && !json.Valid([]byte(out)) {
				t.Errorf("%s cannot be read: %.200s", format, out)
			}
		}
	}
	if strings.Contains(named[false], "Zwick") || strings.Contains(named[false], "Njoroge") || !strings.Contains(named[true], "Zwick") {
		t.Error("names are left out unless they are asked for, and here are", strings.Count(named[false], "Zwick"), strings.Count(named[true], "Zwick"))
	}

	folder := t.TempDir()
	if host(success, "export", code, "--format", "csv", "-o", folder, "--quick"); len(glob(t, folder, "*.csv")) < 5 {
		t.Error("the folder has", glob(t, folder, "*"))
	}
	own := host(success, "export", code, "--team", "2", "--quick", "--names", "--format", "html")
	if !strings.Contains(own, "<html") || strings.Contains(own, "Njoroge") {
		t.Error("the debrief of one player names another")
	}
	page := filepath.Join(folder, "room.html")
	if host(success, "export", code, "--quick", "-o", page); !strings.HasPrefix(string(content(t, page)), "<!DOCTYPE html>") {
		t.Error("the ending of -o does not say the format")
	}
	host(success, "export", code, "--quick", "-o", page) // what was exported before is written anew
	host(misuse, "export", code, "--format", "docx")
	host(misuse, "export", code, "--format", "xapi", "--team", "1")
	host(failure, "export", code, "--team", "9")
	host(failure, "export", "NOSUCH")
	host(failure, "export", code, "--format", "xapi", "--home", "nowhere", "--quick")

	checked := host(success, "verify", code)
	recording := filepath.Join(folder, "workshop.jsonl")
	host(success, "export", code, "-o", recording)
	code2, again, errors := says(t, "host", "verify", recording)
	if code2 != success || again != checked || !strings.Contains(checked, "Seed ") {
		t.Errorf("the recording says %q and %s, the store %q", again, errors, checked)
	}
	words := regexp.MustCompile(`[0-9a-f]{64}`).FindAllString(checked, -1)
	commitment, seed := words[0], words[len(words)-1]
	if c, out, _ := says(t, "host", "verify", "--seed", strings.ToUpper(seed), "--commitment", commitment); c != success || !strings.Contains(out, commitment) {
		t.Errorf("exit %d: %s", c, out)
	}
	for want, args := range map[int][][]string{
		failure: {{"--seed", commitment, "--commitment", seed}, {filepath.Join(folder, "none.jsonl")}},
		misuse:  {{"--seed", seed}, {"--seed", "12", "--commitment", commitment}, {"--seed", seed, "--commitment", "x"}, {}, {"A", "--seed", seed, "--commitment", commitment}},
	} {
		for _, a := range args {
			if c, _, e := says(t, append([]string{"host", "verify"}, a...)...); c != want || e == "" {
				t.Errorf("verify %v: exit %d, want %d: %s", a, c, want, e)
			}
		}
	}

	host(misuse, "forget", code, "somebody")
	host(failure, "forget", code, "7")
	host(success, "forget", code, "1")
	if out := host(success, "export", code, "--names", "--format", "xapi", "--quick"); strings.Contains(out, "Zwick") || !strings.Contains(out, "Njoroge") {
		t.Error("the wrong name is forgotten")
	}
	traces(t, file, "Zwick")
	host(success, "forget", code, "s1")
	host(misuse, "purge", code)
	host(success, "purge", code, "--yes")
	host(failure, "purge", code, "--yes")
	host(success, "list")
	traces(t, file, "Zwick", "Njoroge", code)
}

// traces fails where any file beside the store's, and of it, has one of the texts in its bytes.
func traces(t *testing.T, file string, texts ...string) {
	t.Helper()
	for _, path := range glob(t, filepath.Dir(file), "*") {
		for _, text := range texts {
			if bytes.Contains(content(t, path), []byte(text)) {
				t.Errorf("%s still has %s in it", path, text)
			}
		}
	}
}

// TestRunningWorkshopKeepsItsSeed: neither a check nor a recording tells it before the end.
func TestRunningWorkshopKeepsItsSeed(t *testing.T) {
	file, code := keep(t, false)
	c, out, _ := says(t, "host", "verify", "--store", file, code)
	if c != success || strings.Contains(out, "Seed ") || len(regexp.MustCompile(`[0-9a-f]{64}`).FindAllString(out, -1)) != 2 {
		t.Errorf("exit %d: %s", c, out)
	}
	if c, _, e := says(t, "host", "export", "--store", file, code, "--format", "jsonl"); c != failure || !strings.Contains(e, "not over") {
		t.Errorf("exit %d: %s", c, e)
	}
	if c, out, e := says(t, "host", "export", "--store", file, code, "--quick"); c != success || !strings.Contains(out, "not over") {
		t.Errorf("exit %d: %s", c, e)
	}
}

func glob(t *testing.T, folder, pattern string) []string {
	t.Helper()
	list, err := filepath.Glob(filepath.Join(folder, pattern))
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// content is what a file has in it.
func content(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

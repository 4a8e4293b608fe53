//go:build unix

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/spf13/cobra"
)

// TestHostPlaysAWorkshop plays the script of sixty minutes against the real server, as the guide tells it, but for the talking:
// phases are ended by commands. Programs sit in the other seats. In the middle of a round the server is killed.
func TestHostPlaysAWorkshop(t *testing.T) {
	folder := t.TempDir()
	kept := filepath.Join(folder, "workshops.db")
	args := []string{"--store", kept, "--host-key", filepath.Join(folder, "key"), "--rehearse=3"}
	h := startHost(t, args...)
	key := ownKey(t)
	mara := h.calls(h.code, key).sees("WHAT SHALL WE CALL YOU?").types("Mara Hostetler\r").sees("WHO DO YOU PLAY WITH?").types("\x1b[B\r").sees("YOUR RETURN CODE")

	h.order("next")
	mara.sees("get ready")
	h.order("next")
	mara.sees("play", "day 1").types("\r") // the briefing, where there is one
	mara.types(" ").types(" ")
	h.asks("teams", `^t4 .*: 2 turns ended`)

	if code := h.ends(syscall.SIGKILL); code != -1 {
		t.Fatalf("killed, and yet it exits with %d", code)
	}
	code := h.code
	h = startHost(t, args...)
	if h.code != code {
		t.Fatalf("started again it opened %s; it was %s", h.code, code)
	}
	h.asks("teams", `^t4 .*: 2 turns ended`)
	mara = h.calls("mara", key).sees("You are where you were", "Mon 11:00")

	h.order("next yes")
	mara.sees("YOU AND THE ROOM")
	h.order("next")
	mara.sees("Whose number was close?")
	h.order("next")
	mara.sees("get ready")
	h.order("next")
	mara.sees("Round 2 of 2: play").types(" ")
	h.order("freeze", "next yes", "reveal yes", "next", "next")
	mara.sees("Was it enough?")
	h.asks("room", "(?i)debrief")
	h.order("finish yes")
	h.asks("room", "(?i)over")
	if code := h.ends(syscall.SIGTERM); code != success {
		t.Errorf("told to end, it exits with %d: %s", code, h.errs)
	}

	page := filepath.Join(folder, "room.html")
	for _, args := range [][]string{
		{"host", "verify", code, "--store", kept}, {"host", "export", code, "--store", kept, "--names", "--quick", "-o", page},
	} {
		if exit, out, errs := says(t, args...); exit != success {
			t.Fatalf("%v exits with %d: %s%s", args, exit, out, errs)
		}
	}
	if text, err := os.ReadFile(page); err != nil || !bytes.Contains(text, []byte("Hostetler")) {
		t.Errorf("the debrief with names: %v, %d bytes", err, len(text))
	}
	if exit, out, errs := says(t, "host", "purge", code, "--store", kept, "--yes"); exit != success {
		t.Fatalf("purge exits with %d: %s%s", exit, out, errs)
	}
	left, err := filepath.Glob(kept + "*")
	if err != nil || len(left) == 0 {
		t.Fatalf("where it was kept: %v, %v", left, err)
	}
	for _, file := range left {
		if text, err := os.ReadFile(file); err != nil || bytes.Contains(text, []byte("Hostetler")) {
			t.Errorf("a name is left in %s (%v)", file, err)
		}
	}
}

// TestHostPlaysLineByLine: who pipes lines into an SSH client takes a seat, comes back to it by the same key, from a screen as
// well, and reads how to.
func TestHostPlaysLineByLine(t *testing.T) {
	folder := t.TempDir()
	h := startHost(t, "--store", filepath.Join(folder, "workshops.db"), "--host-key", filepath.Join(folder, "key"), "--rehearse=2")
	key := ownKey(t)
	text := h.pipes("Mara\r\nready\r\n", h.code, key)
	for _, want := range []string{"What shall we call you?", "You are Mara", "You are ready.", "Come back with the code of the room and your return code"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %s", want, text)
		}
	}
	if text := h.pipes("who\nleave\n", "mara", key); !strings.Contains(text, "Welcome back, Mara.") || !strings.Contains(text, "Come back with the same SSH key.") {
		t.Errorf("back by the key: %s", text)
	}
	h.calls("mara", key).sees("Mara", "you are ready")
}

// A number after --rehearse is how many teams there are, with = or without: people type both.
func TestANumberAfterRehearseIsItsValue(t *testing.T) {
	for _, args := range [][]string{{"--rehearse", "3"}, {"--rehearse=3"}, {"3", "--rehearse"}} {
		h := &hosting{}
		cmd := &cobra.Command{Use: "host", Args: h.arguments, RunE: func(*cobra.Command, []string) error { return nil }, SilenceErrors: true, SilenceUsage: true}
		h.flags(cmd)
		cmd.SetArgs(args)
		if err := cmd.Execute(); err != nil || h.rehearse != 3 {
			t.Errorf("%v: %d teams, %v", args, h.rehearse, err)
		}
	}
	h := &hosting{}
	cmd := &cobra.Command{Use: "host", Args: h.arguments, RunE: func(*cobra.Command, []string) error { return nil }, SilenceErrors: true, SilenceUsage: true}
	h.flags(cmd)
	cmd.SetArgs([]string{"3"})
	if cmd.Execute() == nil {
		t.Error("a number that belongs to nothing is taken")
	}
}

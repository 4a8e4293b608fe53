//go:build unix

package main

import (
	"path/filepath"
	"syscall"
	"testing"
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
	mara = h.calls("mara", key).sees("play")
	if code := h.ends(syscall.SIGTERM); code != success {
		t.Errorf("told to end, it exits with %d: %s", code, h.errs)
	}
	mara.sees("Everything is kept")
}

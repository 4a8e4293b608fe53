//go:build unix

package levels

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestWhatIsNoFileIsAnswered(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pipe.toml")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	locked := filepath.Join(dir, "locked.toml")
	if err := os.WriteFile(locked, []byte("name = 'x'"), 0); err != nil {
		t.Fatal(err)
	}
	circle := filepath.Join(dir, "circle.toml")
	if err := os.Symlink(circle, circle); err != nil {
		t.Fatal(err)
	}
	cases := map[string]string{
		dir:                                 "is a directory",
		pipe:                                "not a regular file",
		"/dev/zero":                         "not a regular file",
		filepath.Join(dir, "none.toml"):     "no such file",
		circle:                              "cannot be read",
		strings.Repeat("long/", 2000) + "x": "cannot be read",
	}
	if os.Getuid() != 0 {
		cases[locked] = "you may not read this file"
	}
	for path, want := range cases {
		ps := Check(path)
		if len(ps) != 1 || !strings.Contains(ps[0].What, want) {
			t.Errorf("Check(%.40q): %v, want %s", path, ps, want)
		}
		if _, err := Load(path); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Load(%.40q): %v, want %s", path, err, want)
		}
	}
}

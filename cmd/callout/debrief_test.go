package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestDebriefThatIsStoppedWritesNothing: neither to a file, where an older report stays as it was, nor to standard output.
func TestDebriefThatIsStoppedWritesNothing(t *testing.T) {
	folder := t.TempDir()
	save, report := filepath.Join(folder, "game.jsonl"), filepath.Join(folder, "report.md")
	play := terminal{in: strings.NewReader("end\nend\n"), out: new(bytes.Buffer), err: new(bytes.Buffer)}
	if code := run(context.Background(), []string{"play", "tutorial", "--plain", "--save", save}, play); code != success {
		t.Fatalf("exit %d: %s", code, play.err)
	}
	if err := os.WriteFile(report, []byte("older"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	for _, args := range [][]string{{"debrief", save}, {"debrief", save, "-o", report}} {
		var out, errors bytes.Buffer
		code := run(ctx, args, terminal{in: strings.NewReader(""), out: &out, err: &errors})
		if code != failure || out.Len() > 0 || !strings.Contains(errors.String(), "stopped: nothing was written") {
			t.Errorf("%v: exit %d, wrote %.80q, says %q", args, code, out.String(), errors.String())
		}
	}
	files, err := os.ReadDir(folder)
	if b, _ := os.ReadFile(report); err != nil || string(b) != "older" || len(files) != 2 {
		t.Errorf("the report is %q, and the folder has %v: %v", b, files, err)
	}
}

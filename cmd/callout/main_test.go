package main

import (
	"errors"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain makes the test binary the real command too: scripts, and tests that look it up in PATH, run it as callout.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"callout": main})
}

// TestScripts runs the scripts in testdata/script. They know two more commands: "exits CODE COMMAND..." runs a command
// and insists on its exit code; "code NAME N" puts the Nth code of a challenge that the last command wrote, or for 0 the
// digest, into the environment.
func TestScripts(t *testing.T) {
	if testing.Short() {
		t.Skip("commands one after the other, in processes of their own; what they do at once is tested where it is done")
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("XDG_DATA_HOME", e.WorkDir+"/data")
			shipped, err := filepath.Abs("../../levels")
			e.Setenv("LEVELS", shipped)
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "code": code},
	})
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	if err != nil || neg {
		ts.Fatalf("usage: exits CODE COMMAND...")
	}
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("%v exited with %d, not with %d", args[1:], got, want)
	}
}

var codes = regexp.MustCompile(`(?m)^CALLOUT-\S+$`)

func code(ts *testscript.TestScript, _ bool, args []string) {
	text := ts.ReadFile("stdout")
	if args[1] == "0" {
		ts.Setenv(args[0], regexp.MustCompile(`digest ([0-9a-f]{16})`).FindStringSubmatch(text)[1])
		return
	}
	n, err := strconv.Atoi(args[1])
	found := codes.FindAllString(text, -1)
	if err != nil || n > len(found) {
		ts.Fatalf("the output has the codes %v, number %s is not among them", found, args[1])
	}
	ts.Setenv(args[0], found[n-1])
}

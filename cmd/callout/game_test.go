package main

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"callout/levels"
)

// script is a game that anybody could type: it reads and deploys what comes, and gives every alert to somebody.
func script(analysts []string) string {
	var b strings.Builder
	for n := 1; n <= 200; n++ {
		who := analysts[n%len(analysts)]
		fmt.Fprintf(&b, "read R-%03d\ndeploy R-%03d %s\nassign A-%03d %s\nassign A-%03d %s\ncontinue\n",
			n, n, who, 2*n-1, who, 2*n, who)
	}
	return b.String() + strings.Repeat("end\n", 300)
}

// TestEveryLevelPlaysToItsResult plays every shipped level twice through the real command: it must come to its result,
// verify, and come to the same digest both times.
func TestEveryLevelPlaysToItsResult(t *testing.T) {
	if testing.Short() {
		t.Skip("games one after the other, which share nothing")
	}
	said := regexp.MustCompile(`digest ([0-9a-f]{16})\. Every turn came out as recorded`)
	for _, info := range levels.List() {
		l, err := levels.Load(info.Name)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, a := range l.Analysts {
			if !a.Reserve {
				names = append(names, a.Name)
			}
		}
		var digests []string
		for run := range 2 {
			file := filepath.Join(t.TempDir(), "game.jsonl")
			play := exec.Command("callout", "play", info.Name, "--plain", "--seed", "11", "--save", file)
			play.Stdin = strings.NewReader(script(names))
			out, err := play.CombinedOutput()
			if err != nil || !strings.Contains(string(out), "\nRESULT of "+info.Title+"\n") {
				t.Fatalf("%s, run %d: %v\n%s", info.Name, run, err, tail(out))
			}
			out, err = exec.Command("callout", "replay", file).CombinedOutput()
			digest := said.FindSubmatch(out)
			if err != nil || digest == nil {
				t.Fatalf("%s, run %d: %v\n%s", info.Name, run, err, out)
			}
			digests = append(digests, string(digest[1]))
		}
		if digests[0] != digests[1] {
			t.Errorf("%s: the same seed and orders came to %s and %s", info.Name, digests[0], digests[1])
		}
	}
}

// tail is the end of a long output.
func tail(out []byte) []byte { return out[max(0, len(out)-2000):] }

package lab

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"callout/levels"
)

// script is the policy of a bot of a few lines of shell, which says hello before it goes on.
func script(t testing.TB, rest string) string {
	t.Helper()
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("SKIPPED: there is no sh here to run a bot with")
	}
	file := filepath.Join(t.TempDir(), "bot.sh")
	text := "read -r line\necho '{\"protocol\": 1}'\n" + rest
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return "exec:" + shell + " " + file
}

// passes lets every turn pass.
const passes = `while read -r line; do
case "$line" in '{"type":"turn"'*) echo '{"orders": []}';; esac
done
`

func botSpec(t testing.TB, policy string, games, workers int) Spec {
	t.Helper()
	l, err := levels.Load("tutorial")
	if err != nil {
		t.Fatal(err)
	}
	return Spec{Arms: []Arm{{Name: "bot", Level: l, Policy: policy}}, Games: games, Seed: 7, Workers: workers}
}

// A bot that does nothing comes to what idle comes to, for every number of workers.
func TestBotsPlayTheSameGames(t *testing.T) {
	idle, err := Run(context.Background(), botSpec(t, "idle", 5, 1))
	if err != nil {
		t.Fatal(err)
	}
	policy := script(t, passes)
	for _, workers := range []int{1, 2, 5} {
		r, err := Run(context.Background(), botSpec(t, policy, 5, workers))
		if err != nil {
			t.Fatal(err)
		}
		if r.Policy != policy || !reflect.DeepEqual(r.Results, idle.Results) {
			t.Errorf("with %d workers a bot that passes comes to something else than idle", workers)
		}
	}
}

// The earliest game that fails is told, whichever worker is quicker.
func TestABotThatFailsFailsTheRun(t *testing.T) {
	policy := script(t, "read -r begin\nread -r turn\necho 'good morning'\ncat > /dev/null\n")
	for _, workers := range []int{1, 3} {
		r, err := Run(context.Background(), botSpec(t, policy, 9, workers))
		if r != nil || err == nil || !strings.Contains(err.Error(), `"good morning"`) || !strings.HasSuffix(err.Error(), "in turn 1 of the game with seed 7") {
			t.Errorf("with %d workers: %v", workers, err)
		}
	}
}

// A run that is cancelled does not wait for a bot that hangs.
func TestARunThatIsCancelledLeavesABotThatHangs(t *testing.T) {
	spec := botSpec(t, script(t, "sleep 60\n"), 3, 2)
	spec.Reply = time.Minute
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(100*time.Millisecond, cancel)
	r, err := Run(ctx, spec)
	if err != nil || !r.Interrupted || r.Games != 0 {
		t.Errorf("came to %+v, %v", r, err)
	}
}

func TestOnlyTheBeginningOfStandardErrorIsShown(t *testing.T) {
	var out bytes.Buffer
	spec := botSpec(t, script(t, fmt.Sprintf("head -c %d /dev/zero | tr '\\0' x >&2\n", 3*stderrBytes)+passes), 2, 2)
	spec.Stderr = &out
	if _, err := Run(context.Background(), spec); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(out.String(), "x"); n != stderrBytes || !strings.Contains(out.String(), "is not shown") {
		t.Errorf("%d bytes of %d are shown, then %.80q", n, stderrBytes, strings.TrimLeft(out.String(), "x"))
	}
}

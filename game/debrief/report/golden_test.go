package report

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"callout/game"
	"callout/game/debrief"
)

var update = flag.Bool("update", false, "write the golden reports anew: look at each, in a browser too, before committing it")

// TestGolden compares the whole debrief in every format with what it was when somebody looked at it.
func TestGolden(t *testing.T) {
	for _, format := range Formats() {
		if format == "csv" {
			continue
		}
		t.Run(format, func(t *testing.T) {
			golden(t, filepath.Join("testdata", "debrief."+format), written(t, fixture(), format))
		})
	}
	for _, table := range Tables() {
		t.Run(table, func(t *testing.T) {
			golden(t, filepath.Join("testdata", table+".csv"), writtenTable(t, fixture(), table))
		})
	}
}

// written is a debrief in a format.
func written(t testing.TB, d *debrief.Debrief, format string) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d, format); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// writtenTable is a table of a debrief as CSV.
func writtenTable(t testing.TB, d *debrief.Debrief, table string) string {
	t.Helper()
	var b bytes.Buffer
	if err := CSV(&b, d, table); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// golden compares a report with the one in file. The version of the rules, which has nothing to do with it, may change.
func golden(t *testing.T, file, got string) {
	t.Helper()
	rules := strconv.Itoa(game.Rules)
	got = strings.NewReplacer(`"rules": `+rules, `"rules": 0`, "rules "+rules, "rules 0").Replace(got)
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("there is no golden report: go test ./game/debrief/report -update writes it: %v", err)
	}
	before, now := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	for i := range max(len(before), len(now)) {
		if i >= len(before) || i >= len(now) || before[i] != now[i] {
			t.Fatalf("%s is another one from line %d on. If that is meant, run with -update and look at it.\nnow:    %.300s\nbefore: %.300s",
				file, i+1, lineOf(now, i), lineOf(before, i))
		}
	}
}

func lineOf(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(it ends before)"
}

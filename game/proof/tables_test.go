package proof

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write README.md anew, with CALLOUT_LONG=1")

// readmeHead comes before the tables in README.md.
const readmeHead = `# What the model claims, and what came out

Written by ` + "`CALLOUT_LONG=1 go test ./game/proof -run Readme -update`" + `; the long tests fail when it is out of date. The model itself is on two
pages in [game/README.md](../README.md), the levels' own proof in [levels/README.md](../../levels/README.md).

`

// README.md holds every table in full, as the model comes out now.
func TestReadmeIsWhatCameOut(t *testing.T) {
	if !many {
		t.Skip("set CALLOUT_LONG=1: it takes two minutes")
	}
	var b bytes.Buffer
	b.WriteString(readmeHead)
	if err := WriteTables(&b, Size{Games: 200, Queues: 6, Arrivals: 60_000}); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("README.md", b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	old, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(old, b.Bytes()) {
		t.Error("README.md is not what comes out now: CALLOUT_LONG=1 go test ./game/proof -run Readme -update writes it")
	}
}

// What little the usual run can tell of the selector: where much is at stake teams carry their own pagers, where little
// is no rota pays, and Operations is cheapest where little is at stake, little changes, and teams are not there anyway.
func TestSelector(t *testing.T) {
	if testing.Short() {
		t.Skip("left out for speed: thousands of games")
	}
	n := 10
	if many {
		n = 60
	}
	for _, terms := range []Terms{{}, {Kept: true}} {
		cells, err := Select(n, terms)
		if err != nil {
			t.Fatal(err)
		}
		for i := range cells {
			c := &cells[i]
			where := fmt.Sprintf("%s, %s, teams to be kept %v", Exposures[c.Exposure].Name, Demands[c.Demand].Name, terms.Kept)
			last := len(Exposures) - 1
			switch {
			case c.Exposure == 0 && c.Best != "Y team",
				c.Exposure == last && c.Demand >= 2 && !c.Agrees(),
				c.Exposure == last && c.Demand == 0 && terms.Kept && c.Best != "O",
				c.Demand >= 2 && c.Best == "O":
				t.Errorf("%s: %s is cheapest, before %s; the playbook says %s", where, c.Best, c.Second, c.Playbook)
			}
			if c.Costs["Y team"].Value <= c.Costs["Y none"].Value && c.Exposure == last {
				t.Errorf("%s: a rota for every team costs nothing", where)
			}
			shippedSays := []string{"Y team", "Y team", "Y domain", "Y none"}[c.Exposure] // its variants' thresholds
			least := min(c.Costs["Y team"].Value, c.Costs["Y domain"].Value, c.Costs["Y none"].Value)
			if c.Costs[shippedSays].Value > 1.05*least+40 {
				t.Errorf("%s: the shipped model's %s costs £%.0f, the cheapest rota £%.0f", where, shippedSays, c.Costs[shippedSays].Value, least)
			}
			if why := c.Difference(); (why == "") != c.Agrees() {
				t.Errorf("%s: %q", where, why)
			}
		}
	}
}

// The printed tables name every prediction and every queue, and no cell is empty of numbers.
func TestTablesAreWhole(t *testing.T) {
	if testing.Short() {
		t.Skip("left out for speed: thousands of games")
	}
	var b bytes.Buffer
	if err := WriteTables(&b, Size{Games: 2, Queues: 2, Arrivals: 1000}); err != nil {
		t.Fatal(err)
	}
	text := b.String()
	for n := 1; n <= 48; n++ {
		if !strings.Contains(text, fmt.Sprintf("\n| %d | ", n)) {
			t.Errorf("prediction %d is not in the tables", n)
		}
	}
	for _, q := range Queues() {
		if !strings.Contains(text, q.Name) {
			t.Errorf("%s is not in the tables", q.Name)
		}
	}
	for _, e := range Exposures {
		if strings.Count(text, "\n| "+e.Name+" |") != 3 {
			t.Errorf("%s is not a row of all grids", e.Name)
		}
	}
}

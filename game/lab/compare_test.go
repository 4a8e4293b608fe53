package lab

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"callout/game"
	"callout/levels"
)

// TestPrint prints what policies come to in levels, as Markdown, for whoever balances them:
//
//	CALLOUT_PRINT=one-team,ten-teams:fifo,rule:200 go test ./game/lab -run Print -v
func TestPrint(t *testing.T) {
	ask := strings.Split(os.Getenv("CALLOUT_PRINT"), ":")
	if len(ask) != 3 {
		t.Skip("set CALLOUT_PRINT to LEVELS:POLICIES:GAMES to print a table")
	}
	games, err := strconv.Atoi(ask[2])
	if err != nil {
		t.Fatal(err)
	}
	var columns []Result
	for _, name := range strings.Split(ask[0], ",") {
		l, err := levels.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		var arms []Arm
		for _, p := range strings.Split(ask[1], ",") {
			arms = append(arms, Arm{Name: name + " " + p, Level: l, Policy: p})
		}
		rep, err := Run(context.Background(), Spec{Arms: arms, Games: games, Seed: 1})
		if err != nil {
			t.Fatal(err)
		}
		columns = append(columns, rep.Results...)
	}
	fmt.Print(markdown(columns))
}

// markdown is a table of the metrics' means, a column per result.
func markdown(columns []Result) string {
	var b strings.Builder
	b.WriteString("| metric |")
	for _, c := range columns {
		fmt.Fprintf(&b, " %s |", c.Model)
	}
	b.WriteString("\n|---|" + strings.Repeat("---:|", len(columns)) + "\n")
	for m, name := range game.MetricNames() {
		unit, _, _ := game.MetricUnit(name)
		fmt.Fprintf(&b, "| %s |", name)
		for _, c := range columns {
			mean := c.Metrics[m].Mean
			if unit == game.PenceUnit {
				fmt.Fprintf(&b, " £%.0f |", mean/100)
			} else {
				fmt.Fprintf(&b, " %.4g |", mean)
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

package report

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"callout/game"
	"callout/game/debrief"
	"callout/game/policy"
	"callout/game/words"
	"callout/levels"
)

// long tells whether all levels and many seeds are asked for, and soak whether fifty are.
var (
	soak = os.Getenv("CALLOUT_SOAK") != ""
	long = soak || os.Getenv("CALLOUT_LONG") != ""
)

// played is a game that a policy played to its end, or to a third of it.
func played(t testing.TB, l *game.Level, by string, seed uint64, whole bool) *debrief.Record {
	t.Helper()
	p, err := policy.New(by)
	if err != nil {
		t.Fatal(err)
	}
	r := &debrief.Record{Level: l, Seed: game.SeedFrom(seed)}
	g, v := game.New(l, r.Seed), new(game.View)
	p.Begin(seed)
	for !g.Over() && (whole || g.Now()-l.Start < (l.End-l.Start)/3) {
		var orders []game.Order
		g.View(v)
		p.Play(v, func(o game.Order) error {
			err := g.Do(o)
			if err == nil {
				orders = append(orders, o)
			}
			return err
		})
		g.EndTurn()
		r.Turns, r.Ended = append(r.Turns, orders), r.Ended+1
	}
	r.Turns = append(r.Turns, nil)
	return r
}

// TestExportsAgree reads all exports of one game back: they say the same, and what the debrief says.
func TestExportsAgree(t *testing.T) {
	t.Run("fixture", func(t *testing.T) { agree(t, fixture()) })
	t.Run("German", func(t *testing.T) { speaking(t, "de", func() string { agree(t, fixture()); return "" }) })
	names, seeds := []string{"one-team", "three-teams", "error-budgets"}, uint64(1)
	if long {
		names, seeds = nil, 12
		if soak {
			seeds = 50
		}
		for _, l := range levels.List() {
			names = append(names, l.Name)
		}
	}
	for _, name := range names {
		for seed := range seeds {
			for _, by := range [][]string{{"rule", "idle"}, {"random"}, {"rule"}, {"fifo"}}[seed%4] {
				t.Run(fmt.Sprintf("%s-%d-%s", name, seed+1, by), func(t *testing.T) {
					l, err := levels.Load(name)
					if err != nil {
						t.Fatal(err)
					}
					d, err := debrief.Look(played(t, l, by, seed+1, seed%5 != 1))
					if err != nil {
						t.Fatal(err)
					}
					agree(t, d)
				})
			}
		}
	}
}

// TestWholeDebriefsAgree does the same with what takes playing on.
func TestWholeDebriefsAgree(t *testing.T) {
	if !long {
		t.Skip("set CALLOUT_LONG=1: it plays some thousands of games")
	}
	for _, name := range []string{"tutorial", "three-teams"} {
		l, err := levels.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		r := played(t, l, "random", 4, true)
		r.With = func(model string) (*game.Level, error) { return levels.LoadWithModel(name, model) }
		d, err := debrief.Make(t.Context(), r, nil)
		if err != nil {
			t.Fatal(err)
		}
		if len(leftOut(d)) > 0 {
			t.Errorf("%s: left out is %v", name, leftOut(d))
		}
		agree(t, d)
	}
}

// exported is what programs find in the JSON.
type exported struct {
	RevenueLost game.Pence `json:"revenue_lost"`
	TotalCost   game.Pence `json:"total_cost"`
	Turns       int
	Costs       []struct{ Pence game.Pence }
	Losses      []struct {
		ID      int32
		Pence   game.Pence
		Minutes int64
		States  map[string]int64
		Causes  []struct {
			Own     bool
			Minutes int64
			Pence   game.Pence
		}
	}
	TimeToRestore map[string]int64 `json:"time_to_restore"`
	Findings      []struct {
		Key      string
		Seen     bool
		Evidence []json.RawMessage
	}
	Course []struct {
		RevenueLost game.Pence `json:"revenue_lost"`
	}
	Models    []struct{ Model string }
	Decisions []struct{ Pence game.Pence }
	Metrics   map[string]*json.Number
}

func agree(t *testing.T, d *debrief.Debrief) {
	var j exported
	if err := json.Unmarshal([]byte(written(t, d, "json")), &j); err != nil {
		t.Fatal(err)
	}
	md, page := readMarkdown(t, written(t, d, "md")), readHTML(t, written(t, d, "html"))
	losses, lost := readCSV(t, writtenTable(t, d, "losses")), valueOf(d.Result.Values, "revenue_lost").N

	equal(t, "revenue lost", lost, j.RevenueLost, sumOfLosses(j), total(t, columnOf(t, losses, "pence")))
	equal(t, "incidents", int64(len(d.Result.Losses)), int64(len(j.Losses)), int64(len(losses)-1))
	cost := int64(0)
	for _, c := range j.Costs {
		cost += c.Pence
	}
	equal(t, "total cost", valueOf(d.Result.Values, "total_cost").N, j.TotalCost, cost)
	minutes := int64(0)
	for state := range game.IncidentStates {
		in := total(t, columnOf(t, losses, state.String()+"_minutes"))
		equal(t, "minutes of "+state.String(), d.Result.StateMinutes[state], j.TimeToRestore[state.String()], in)
		minutes += in
	}
	equal(t, "minutes", minutes, total(t, columnOf(t, losses, "minutes")))
	for _, l := range j.Losses {
		equal(t, fmt.Sprintf("minutes of incident %d", l.ID), l.Minutes, sumOfMap(l.States))
	}
	course := readCSV(t, writtenTable(t, d, "course"))
	equal(t, "points of the course", int64(len(d.Course)), int64(len(j.Course)), int64(len(course)-1))
	if n := len(j.Course); n > 0 {
		equal(t, "revenue lost in the end", lost, j.Course[n-1].RevenueLost, numberIn(t, course[n][slices.Index(course[0], "revenue_lost_pence")]))
	}
	keys := slices.Compact(columnOf(t, readCSV(t, writtenTable(t, d, "findings")), "key"))
	equal(t, "effects", 8, int64(len(d.Findings)), int64(len(j.Findings)), int64(len(keys)))
	equal(t, "models", int64(len(d.Models)), int64(len(j.Models)), int64(len(readCSV(t, writtenTable(t, d, "models"))))-1)
	equal(t, "decisions", int64(len(j.Decisions)), int64(len(readCSV(t, writtenTable(t, d, "decisions"))))-1)
	for _, row := range readCSV(t, writtenTable(t, d, "metrics"))[1:] {
		text := ""
		if n := j.Metrics[row[0]]; n != nil {
			text = n.String()
		}
		if text != row[1] {
			t.Errorf("%s is %q in JSON and %q in CSV", row[0], text, row[1])
		}
	}
	samePages(t, md, page)
	sums(t, d, page)
}

// samePages compares what a reader finds in Markdown with what there is in HTML.
func samePages(t tester, md, page reading) {
	t.Helper()
	if !slices.Equal(md.questions, page.questions) || len(md.questions) < 2 {
		t.Errorf("the questions are %q in Markdown and %q in HTML", md.questions, page.questions)
	}
	if !slices.EqualFunc(md.answers, page.answers, same) || len(md.answers) != len(md.questions) {
		t.Errorf("the answers are %q in Markdown and %q in HTML", md.answers, page.answers)
	}
	if len(md.cards) != len(page.cards) || !slices.EqualFunc(md.orders, page.orders, same) {
		t.Errorf("%d cards and %q in Markdown, %d and %q in HTML", len(md.cards), md.orders, len(page.cards), page.orders)
	}
	if len(md.tables) != len(page.tables) {
		t.Errorf("%d tables in Markdown, %d in HTML", len(md.tables), len(page.tables))
	}
	for name, rows := range md.tables {
		others := page.tables[name]
		if len(rows) != len(others) {
			t.Errorf("%s has %d rows in Markdown, %d in HTML", name, len(rows), len(others))
			continue
		}
		for i := range rows {
			n := len(others[i]) // a bar of text comes last, and is drawn in HTML
			if others[i][n-1] == "" {
				n--
			}
			if len(rows[i]) < n || !slices.EqualFunc(rows[i][:n], others[i][:n], same) {
				t.Errorf("%s: %q in Markdown, %q in HTML", name, rows[i], others[i])
			}
		}
	}
}

// same compares texts but for blanks, of which Markdown has one more behind an @.
func same(a, b string) bool {
	return strings.ReplaceAll(a, " ", "") == strings.ReplaceAll(b, " ", "")
}

// sums holds that the tables of a page add up to the last penny and minute, and to what the debrief says.
func sums(t *testing.T, d *debrief.Debrief, page reading) {
	t.Helper()
	lost, cost := valueOf(d.Result.Values, "revenue_lost").N, valueOf(d.Result.Values, "total_cost").N
	all := int64(0)
	for _, m := range d.Result.StateMinutes {
		all += m
	}
	for _, c := range []struct {
		table  string
		column int
		want   int64
	}{
		{words.Say("report.cost.kinds"), 1, cost}, {words.Say("report.cost.applications"), 3, lost},
		{words.Say("report.restore.incidents"), 2, lost}, {words.Say("report.restore.incidents"), 1, all}, {words.Say("report.restore.states"), 1, all},
	} {
		rows := page.tables[c.table]
		if len(rows) < 3 {
			continue // no incident, or one application
		}
		sum := int64(0)
		for _, r := range rows[1 : len(rows)-1] {
			sum += numberIn(t, r[c.column])
		}
		equal(t, c.table, c.want, sum, numberIn(t, rows[len(rows)-1][c.column]))
	}
}

func equal(t *testing.T, what string, numbers ...int64) {
	t.Helper()
	for _, n := range numbers {
		if n != numbers[0] {
			t.Errorf("%s: %v are not one number", what, numbers)
			return
		}
	}
}

func sumOfLosses(j exported) game.Pence {
	sum := game.Pence(0)
	for _, l := range j.Losses {
		sum += l.Pence
	}
	return sum
}

func sumOfMap(m map[string]int64) int64 {
	sum := int64(0)
	for _, n := range m {
		sum += n
	}
	return sum
}

func total(t *testing.T, column []string) int64 {
	t.Helper()
	sum := int64(0)
	for _, s := range column {
		sum += numberIn(t, s)
	}
	return sum
}

// numberIn is a number as a report writes it, money in pence.
func numberIn(t testing.TB, s string) int64 {
	t.Helper()
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return -1
	}, s)
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		t.Errorf("%q is not a number", s)
	}
	return n
}

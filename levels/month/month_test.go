package month

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"callout/levels"
	"callout/levels/history"
	"callout/levels/history/sample"
)

// truth is what a synthetic past is made with.
type truth struct{ sample.Truth }

// past makes a history of it, through tables, as a team would export it.
func (p truth) past(t testing.TB, seed uint64) *history.History {
	t.Helper()
	past := p.Make(seed)
	var h history.History
	for _, source := range []string{"PagerDuty", "a table of deployments"} {
		f := format(source)
		if _, err := history.Read(bytes.NewReader(f.Write(past)), source, history.Options{}, &h); err != nil {
			t.Fatal(err)
		}
	}
	h.Sort()
	return &h
}

// TestRecovers makes fifty pasts from known figures and finds them again: on average within a few per cent, and each one
// within the error that its number of incidents allows.
func TestRecovers(t *testing.T) {
	p := truth{sample.Usual}
	const pasts = 50
	var faults, failure, median, changes float64
	wide := 0
	for seed := range uint64(pasts) {
		m, err := Of(p.past(t, seed), Options{Zone: time.UTC})
		if err != nil {
			t.Fatal(err)
		}
		per, _ := m.factors()
		sum, weekly := 0.0, 0.0
		for _, a := range m.Apps {
			sum += float64(a.Faults.N) / 1000 * float64(per) / 1000
			weekly += float64(a.Changes.N) / 1000
		}
		found := sum / float64(p.Apps)
		// Two standard errors of a count of so many.
		if math.Abs(found-p.Faults) > 2*math.Sqrt(p.Faults/float64(p.Apps*p.Weeks))*1.2 {
			wide++
		}
		faults += found / pasts
		failure += float64(m.ChangeFailure.N) / 1000 / pasts
		median += float64(m.Real.TTRMedian) / pasts
		changes += weekly / float64(p.Apps) / pasts
	}
	for _, c := range []struct {
		what      string
		got, want float64
		within    float64 // share of it
	}{
		{"faults of themselves a week", faults, p.Faults, 0.05},
		{"chance that one change fails", failure, p.ChangeFailure, 0.15},
		{"median minutes to restore", median, p.Median, 0.05},
		{"changes a week", changes, p.Deployments * float64(p.Batch), 0.05},
	} {
		t.Logf("%s: %.3f found, %.3f put in", c.what, c.got, c.want)
		if math.Abs(c.got-c.want) > c.within*c.want {
			t.Errorf("%s: %.3f found, %.3f put in, more than %.0f %% apart", c.what, c.got, c.want, 100*c.within)
		}
	}
	if wide > pasts/10 {
		t.Errorf("%d of %d pasts are off by more than two standard errors", wide, pasts)
	}
}

// compiles loads a level from its text.
func compiles(t testing.TB, m *Month) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "level.toml")
	if err := os.WriteFile(path, m.Level(), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := levels.Load(path); err != nil {
		t.Fatalf("%v\n%s", err, m.Level())
	}
}

// TestLevelCompiles writes levels of small and large pasts, of one application and of two hundred.
func TestLevelCompiles(t *testing.T) {
	for _, p := range []truth{
		{sample.Truth{Apps: 1, Weeks: 4, Faults: 3, Deployments: 2, Batch: 1, ChangeFailure: 0.2, Median: 60, Sigma: 1}},
		{sample.Truth{Apps: 200, Weeks: 4, Faults: 0.3, Deployments: 0.5, Batch: 2, ChangeFailure: 0.1, Median: 300, Sigma: 1.2}},
		{sample.Truth{Apps: 4, Weeks: 52, Faults: 4, Deployments: 5, Batch: 1, ChangeFailure: 0.05, Median: 20, Sigma: 0.7}},
	} {
		m, err := Of(p.past(t, 7), Options{Zone: time.UTC})
		if err != nil {
			t.Fatal(err)
		}
		compiles(t, m)
		if (m.Profile != nil) != (p.Apps*p.Weeks > 100) {
			t.Errorf("%d weeks of %d applications: a course of the day of its own is %v", p.Weeks, p.Apps, m.Profile != nil)
		}
	}
}

// TestHostileNames makes a level of names that nobody should be called.
func TestHostileNames(t *testing.T) {
	text := "service,team,started,resolved\n"
	for _, name := range []string{
		"\x1b[31mred", "a\u202eb", "=HYPERLINK(1)", "<script>", `\"quote\"`, "???", "Ünïcode Größe", strings.Repeat("long ", 40), "LEDGER", "ledger",
		"li\u200bne", "new\u2028line", "a\\u0000b", "# remark",
	} {
		text += fmt.Sprintf("%q,%q,2026-03-03T09:00:00Z,2026-03-03T10:00:00Z\n", name, name)
	}
	var h history.History
	if _, err := history.Read(strings.NewReader(text), "f", history.Options{Kind: history.Incidents}, &h); err != nil {
		t.Fatal(err)
	}
	for _, secret := range []bool{false, true} {
		m, err := Of(&h, Options{Anonymise: secret, Title: "A \x1b[31m\"title\"\u202e"})
		if err != nil {
			t.Fatal(err)
		}
		compiles(t, m)
		if bad := bytes.IndexFunc(m.Level(), func(r rune) bool { return r != '\n' && printable(r) < 0 }); bad >= 0 {
			t.Errorf("the level holds %q", m.Level()[bad:bad+8])
		}
		if secret && bytes.Contains(m.Level(), []byte("ledger")) {
			t.Error("a name was not taken off")
		}
	}
}

func TestNothingIsNoMonth(t *testing.T) {
	if _, err := Of(&history.History{}, Options{}); err == nil {
		t.Error("a level was made from nothing")
	}
	p := truth{sample.Truth{Apps: 1, Weeks: 2, Faults: 5, Deployments: 1, Batch: 1, Median: 60, Sigma: 1}}
	long := time.Date(1999, 1, 1, 0, 0, 0, 0, time.UTC)
	if _, err := Of(p.past(t, 1), Options{From: long, To: long.AddDate(0, 1, 0)}); err == nil {
		t.Error("a level was made from a time in which nothing was")
	}
	if _, err := Of(p.past(t, 1), Options{From: long, To: long}); err == nil {
		t.Error("a level was made from no time")
	}
}

// TestUnusualWeeks makes a month whose third week had many more deployments than the others.
func TestUnusualWeeks(t *testing.T) {
	text := "service,deployed at,changes\n"
	for k, n := range []int{6, 7, 40, 6} {
		for i := range n {
			at := time.Date(2026, 3, 2+7*k+i%5, 10, i, 0, 0, time.UTC)
			text += fmt.Sprintf("app,%s,1\n", at.Format(time.RFC3339))
		}
	}
	var h history.History
	if _, err := history.Read(strings.NewReader(text), "f", history.Options{}, &h); err != nil {
		t.Fatal(err)
	}
	h.Sort()
	m, err := Of(&h, Options{})
	if err != nil {
		t.Fatal(err)
	}
	compiles(t, m)
	found := map[int]int64{}
	for _, w := range m.Demand {
		found[w.N] = w.Amount.N
	}
	if found[3] < 2000 || found[1] > 1000 && found[1] != 0 {
		t.Errorf("the unusual weeks are %v", found)
	}
	steady := truth{sample.Usual}
	steady.Apps, steady.Weeks, steady.Batch = 3, 4, 1
	unusual := 0
	for seed := range uint64(20) {
		m, err := Of(steady.past(t, seed), Options{})
		if err != nil {
			t.Fatal(err)
		}
		unusual += len(m.Demand)
	}
	if unusual > 12 {
		t.Errorf("%d of 80 steady weeks are called unusual", unusual)
	}
}

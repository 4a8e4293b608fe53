package month

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"callout/levels"
	"callout/levels/history"
)

// truth is what a synthetic past is made with. It is a process that can be written down in a line: incidents of an
// application come by themselves at a steady rate, and a deployment brings one within a few hours with the chance that
// its batch gives it; times to restore are log-normal.
type truth struct {
	apps, weeks   int
	faults        float64 // of themselves, per application and week
	deployments   float64 // per application and week
	batch         int
	changeFailure float64 // per change
	median, sigma float64 // minutes to restore
}

// past makes a history of it, through a CSV, as a team would export it.
func (p truth) past(t testing.TB, seed uint64) *history.History {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 1))
	start := time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	end := start.AddDate(0, 0, 7*p.weeks)
	var incidents, deployments bytes.Buffer
	incidents.WriteString("service,started,resolved\n")
	deployments.WriteString("service,deployed at,changes\n")
	for app := range p.apps {
		fails := func(at time.Time) {
			if at.Before(end) {
				length := time.Duration(p.median * math.Exp(p.sigma*r.NormFloat64()) * float64(time.Minute))
				fmt.Fprintf(&incidents, "app %d,%s,%s\n", app, at.Format(time.RFC3339), at.Add(length).Format(time.RFC3339))
			}
		}
		arrivals(r, start, end, p.faults, fails)
		arrivals(r, start, end, p.deployments, func(at time.Time) {
			fmt.Fprintf(&deployments, "app %d,%s,%d\n", app, at.Format(time.RFC3339), p.batch)
			if r.Float64() < 1-math.Pow(1-p.changeFailure, float64(p.batch)) {
				fails(at.Add(time.Duration(r.IntN(240)) * time.Minute))
			}
		})
	}
	var h history.History
	for name, text := range map[string]*bytes.Buffer{"incidents.csv": &incidents, "deployments.csv": &deployments} {
		if _, err := history.Read(text, name, history.Options{}, &h); err != nil {
			t.Fatal(err)
		}
	}
	h.Sort()
	return &h
}

// arrivals calls do at the times of a Poisson process.
func arrivals(r *rand.Rand, from, to time.Time, perWeek float64, do func(time.Time)) {
	for at := from; ; {
		at = at.Add(time.Duration(r.ExpFloat64() / perWeek * float64(7*24*time.Hour)))
		if !at.Before(to) {
			return
		}
		do(at)
	}
}

// TestRecovers makes fifty pasts from known figures and finds them again: on average within a few per cent, and each one
// within the error that its number of incidents allows.
func TestRecovers(t *testing.T) {
	p := truth{apps: 10, weeks: 13, faults: 1.5, deployments: 1, batch: 3, changeFailure: 0.12, median: 90, sigma: 1.1}
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
		found := sum / float64(p.apps)
		// Two standard errors of a count of so many.
		if math.Abs(found-p.faults) > 2*math.Sqrt(p.faults/float64(p.apps*p.weeks))*1.2 {
			wide++
		}
		faults += found / pasts
		failure += float64(m.ChangeFailure.N) / 1000 / pasts
		median += float64(m.Real.TTRMedian) / pasts
		changes += weekly / float64(p.apps) / pasts
	}
	for _, c := range []struct {
		what      string
		got, want float64
		within    float64 // share of it
	}{
		{"faults of themselves a week", faults, p.faults, 0.05},
		{"chance that one change fails", failure, p.changeFailure, 0.15},
		{"median minutes to restore", median, p.median, 0.05},
		{"changes a week", changes, p.deployments * float64(p.batch), 0.05},
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
		{apps: 1, weeks: 4, faults: 3, deployments: 2, batch: 1, changeFailure: 0.2, median: 60, sigma: 1},
		{apps: 200, weeks: 4, faults: 0.3, deployments: 0.5, batch: 2, changeFailure: 0.1, median: 300, sigma: 1.2},
		{apps: 4, weeks: 52, faults: 4, deployments: 5, batch: 1, changeFailure: 0.05, median: 20, sigma: 0.7},
	} {
		m, err := Of(p.past(t, 7), Options{Zone: time.UTC})
		if err != nil {
			t.Fatal(err)
		}
		compiles(t, m)
		if (m.Profile != nil) != (p.apps*p.weeks > 100) {
			t.Errorf("%d weeks of %d applications: a course of the day of its own is %v", p.weeks, p.apps, m.Profile != nil)
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
	p := truth{apps: 1, weeks: 2, faults: 5, deployments: 1, batch: 1, median: 60, sigma: 1}
	long := time.Date(1999, 1, 1, 0, 0, 0, 0, time.UTC)
	if _, err := Of(p.past(t, 1), Options{From: long, To: long.AddDate(0, 1, 0)}); err == nil {
		t.Error("a level was made from a time in which nothing was")
	}
	if _, err := Of(p.past(t, 1), Options{From: long, To: long}); err == nil {
		t.Error("a level was made from no time")
	}
}

package retro

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"callout/game/fit"
	"callout/levels/history"
	"callout/levels/month"
)

// effects are the eight keys of the article, in its order.
var effects = []string{
	"long-time-to-restore", "knowledge-synchronisation", "no-customer-outcomes", "fragile-architecture", "inadequate-telemetry",
	"traffic-ignorance", "restricted-collaboration", "unfair-on-call",
}

// monthOf is the month of some exports.
func monthOf(t *testing.T, files map[string]string) *month.Month {
	t.Helper()
	var h history.History
	for _, name := range []string{"incidents.csv", "deployments.csv", "rota.ics"} {
		if files[name] == "" {
			continue
		}
		if _, err := history.Read(strings.NewReader(files[name]), name, history.Options{Zone: time.UTC}, &h); err != nil {
			t.Fatal(err)
		}
	}
	h.Sort()
	m, err := month.Of(&h, month.Options{Zone: time.UTC})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// rowsOf are so many incidents of two applications a day apart, each beginning at an hour and as long as said; ledger follows
// basket after some minutes where that is not 0.
func rowsOf(n, hour, minutes, follows int, more string) string {
	text := "service,began,detected,restored,outcome\n"
	for i := range n {
		at := time.Date(2026, 3, 2+i, hour, 0, 0, 0, time.UTC)
		row := func(app string, at time.Time, outcome string) {
			text += fmt.Sprintf("%s,%s,%s,%s,%s\n", app, at.Format(time.DateTime), at.Add(2*time.Minute).Format(time.DateTime),
				at.Add(time.Duration(minutes)*time.Minute).Format(time.DateTime), outcome)
		}
		row("basket", at, "fixed")
		if follows > 0 {
			row("ledger", at.Add(time.Duration(follows)*time.Minute), "fixed")
		}
		if more != "" {
			row("ledger", at.Add(3*time.Hour), more)
		}
	}
	return text
}

const waited = "service,requested,deployed\nbasket,2026-03-02 09:00,2026-03-09 09:00\nbasket,2026-03-03 09:00,2026-03-10 09:00\nledger,2026-03-04 09:00,2026-03-11 09:00\n"

func TestVerdicts(t *testing.T) {
	for _, c := range []struct {
		name  string
		files map[string]string
		key   string
		want  Verdict
	}{
		{"ten hours each", map[string]string{"incidents.csv": rowsOf(12, 10, 600, 0, "")}, "long-time-to-restore", Seen},
		{"half an hour each", map[string]string{"incidents.csv": rowsOf(12, 10, 30, 0, "")}, "long-time-to-restore", NotSeen},
		{"no deployments", map[string]string{"incidents.csv": rowsOf(12, 10, 30, 0, "")}, "no-customer-outcomes", CannotTell},
		{"a week of waiting", map[string]string{"incidents.csv": rowsOf(12, 10, 30, 0, ""), "deployments.csv": waited}, "no-customer-outcomes", Seen},
		{"one follows the other", map[string]string{"incidents.csv": rowsOf(12, 10, 60, 5, "")}, "fragile-architecture", Seen},
		{"each for itself", map[string]string{"incidents.csv": rowsOf(12, 10, 60, 120, "")}, "fragile-architecture", NotSeen},
		{"half of them false", map[string]string{"incidents.csv": rowsOf(12, 10, 60, 0, "false alarm")}, "inadequate-telemetry", Seen},
		{"noticed at once", map[string]string{"incidents.csv": rowsOf(12, 10, 60, 0, "")}, "inadequate-telemetry", NotSeen},
		{"by night", map[string]string{"incidents.csv": rowsOf(12, 2, 60, 0, "")}, "unfair-on-call", Seen},
		{"by day on weekdays", map[string]string{"incidents.csv": rowsOf(5, 10, 60, 0, "")}, "unfair-on-call", NotSeen},
		{"no rota", map[string]string{"incidents.csv": rowsOf(12, 10, 60, 0, "")}, "knowledge-synchronisation", CannotTell},
		{"nobody can know", map[string]string{"incidents.csv": rowsOf(12, 10, 60, 0, "")}, "traffic-ignorance", CannotTell},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := Make(context.Background(), monthOf(t, c.files), &fit.Report{Rows: []fit.Row{{Known: true}}}, Options{Games: 10})
			if err != nil {
				t.Fatal(err)
			}
			for i, f := range r.Findings {
				if f.Key != effects[i] {
					t.Fatalf("effect %d is %s, want %s", i, f.Key, effects[i])
				}
				if f.Key == c.key && f.Verdict != c.want {
					t.Errorf("%s is %d, want %d: %s", f.Key, f.Verdict, c.want, f.Says)
				}
			}
			if len(r.Findings) != len(effects) {
				t.Errorf("%d findings", len(r.Findings))
			}
		})
	}
}

// TestNoFitNoConclusions holds that other models are compared where the level fits, and only there.
func TestNoFitNoConclusions(t *testing.T) {
	m := monthOf(t, map[string]string{"incidents.csv": rowsOf(12, 10, 90, 5, "false alarm"), "deployments.csv": waited})
	for _, fits := range []bool{true, false} {
		f := &fit.Report{Games: 10, Rows: []fit.Row{{Known: true, Fits: fits}}}
		r, err := Make(context.Background(), m, f, Options{Games: 20})
		if err != nil {
			t.Fatal(err)
		}
		if (len(r.Models) > 0) != fits {
			t.Fatalf("the level fits: %v, and %d models are compared", fits, len(r.Models))
		}
		if refused := strings.Contains(strings.Join(r.Limits, "\n"), Unfit(m)); refused == fits {
			t.Errorf("the level fits: %v, and it is said that nothing can be concluded: %v", fits, refused)
		}
		if !fits {
			continue
		}
		own := &r.Models[0]
		if !own.Own || own.Name != m.Model {
			t.Errorf("the first model is %+v", own)
		}
		for i := 1; i < len(r.Models); i++ {
			c := r.Models[i].Metric("total_cost")
			if got := c.Mean - own.Metric("total_cost").Mean; got-c.Difference > 1 || c.Difference-got > 1 {
				t.Errorf("%s: the means differ by %.0f, the difference is %.0f", r.Models[i].Name, got, c.Difference)
			}
			if c.DiffCI95[0] > c.Difference || c.DiffCI95[1] < c.Difference {
				t.Errorf("%s: %.0f does not lie in its interval %v", r.Models[i].Name, c.Difference, c.DiffCI95)
			}
		}
	}
}

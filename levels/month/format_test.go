package month

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
	"time"

	"callout/levels/history"
	"callout/levels/history/sample"
)

// from reads a past through two formats and works out its month where the people live.
func from(t *testing.T, past sample.Past, zone *time.Location, formats ...sample.Format) *Month {
	t.Helper()
	var h history.History
	for _, f := range formats {
		o := history.Options{}
		if f.Zone != "" {
			l, err := time.LoadLocation(f.Zone)
			if err != nil {
				t.Skip(err)
			}
			o.Zone = l
		}
		if _, err := history.Read(bytes.NewReader(f.Write(past)), f.Source, o, &h); err != nil {
			t.Fatal(err)
		}
	}
	h.Sort()
	m, err := Of(&h, Options{Zone: zone})
	if err != nil {
		t.Fatal(err)
	}
	compiles(t, m)
	return m
}

// format is the first one of a source.
func format(source string) sample.Format {
	for _, f := range sample.Formats {
		if f.Source == source {
			return f
		}
	}
	panic("no format " + source)
}

// TestEveryFormatGivesTheSameMonth makes the level of one past out of every tool's export: the same one, but for what a tool
// does not tell.
func TestEveryFormatGivesTheSameMonth(t *testing.T) {
	past := sample.Usual.Make(3)
	table := format("a table of deployments")
	want := from(t, past, time.UTC, format("PagerDuty"), table)
	for _, f := range sample.Formats {
		var got *Month
		if f.Deployments {
			got = from(t, past, time.UTC, format("PagerDuty"), f)
		} else {
			got = from(t, past, time.UTC, f, table)
		}
		real := want.Real
		if !f.Deployments && !f.Acks {
			real.Acked, real.TTAMedian = 0, 0
		}
		if got.Real != real {
			t.Errorf("%s: %+v, want %+v", f.Source, got.Real, real)
		}
		for i := range want.Apps {
			a, b := got.Apps[i], want.Apps[i]
			if a.Name != b.Name || a.Incidents != b.Incidents || a.Deployments != b.Deployments || (!f.Deployments || f.Changes) && a.Faults.N != b.Faults.N {
				t.Errorf("%s: %+v, want %+v", f.Source, a, b)
			}
		}
	}
}

// TestClockChange counts what fell out of hours by the clock on the wall, in a month in which the clocks change.
func TestClockChange(t *testing.T) {
	newYork, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Skip(err)
	}
	truth := sample.Usual
	truth.Weeks = 4
	past := truth.Make(5) // from 2 March; the clocks change on the 8th
	m := from(t, past, newYork, format("Jira Service Management"), format("GitHub deployments"))
	nights := 0
	for _, in := range past.Incidents {
		if at := in.Began.In(newYork); at.Weekday() == time.Saturday || at.Weekday() == time.Sunday || at.Hour() < 9 || at.Hour() >= 17 {
			nights++
		}
	}
	if m.Real.Nights != nights || m.Real.Incidents != len(past.Incidents) {
		t.Errorf("%d of %d incidents out of hours, want %d of %d", m.Real.Nights, m.Real.Incidents, nights, len(past.Incidents))
	}
	if m.From.Hour() != 0 || m.To.Hour() != 0 || m.To.Sub(m.From)%(24*time.Hour) != 23*time.Hour {
		t.Errorf("the time is from %s to %s: whole days, one of them an hour short", m.From, m.To)
	}
}

// TestHoles makes a month of which two weeks are missing and a third of the ends.
func TestHoles(t *testing.T) {
	truth := sample.Usual
	truth.Open = 0.33
	whole := truth.Make(8)
	from1, to1 := sample.Start.AddDate(0, 0, 28), sample.Start.AddDate(0, 0, 42)
	var past sample.Past
	open := 0
	for _, in := range whole.Incidents {
		if in.Began.Before(from1) || in.Began.After(to1) {
			past.Incidents = append(past.Incidents, in)
			if in.Restored.IsZero() {
				open++
			}
		}
	}
	m := from(t, past, time.UTC, format("ServiceNow"))
	if m.Real.Incidents != len(past.Incidents) || m.Real.Closed != len(past.Incidents)-open {
		t.Errorf("%+v, want %d incidents, %d open", m.Real, len(past.Incidents), open)
	}
	for _, want := range []string{"have no end", "no deployments in it", "no rota in it"} {
		if !strings.Contains(strings.Join(m.Warnings, "\n"), want) {
			t.Errorf("nobody warns that there are %s: %q", want, m.Warnings)
		}
	}
}

// TestSameFilesSameLevel writes the same bytes each time.
func TestSameFilesSameLevel(t *testing.T) {
	past := sample.Usual.Make(9)
	one := from(t, past, time.UTC, format("Opsgenie"), format("Argo CD"))
	two := from(t, past, time.UTC, format("Opsgenie"), format("Argo CD"))
	if !bytes.Equal(one.Level(), two.Level()) || !reflect.DeepEqual(one.Facts, two.Facts) {
		t.Error("the same files gave another level")
	}
}

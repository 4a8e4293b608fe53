package history_test

import (
	"bytes"
	"cmp"
	"slices"
	"testing"
	"time"

	"callout/levels/history"
	"callout/levels/history/sample"
)

// minute is a time as package history keeps it.
func minute(t time.Time) history.Moment {
	if t.IsZero() {
		return history.Unknown
	}
	return history.Moment(t.Unix() / 60)
}

// TestEveryFormatGoesRound writes pasts in every format and reads them again: event by event the same, over fifty seeds. They
// lie across both changes of the clocks. Where a format writes the clock on the wall, an hour of autumn comes twice and nobody
// can tell which one is meant: those times, and no others, may be off, and they are counted.
func TestEveryFormatGoesRound(t *testing.T) {
	if testing.Short() {
		t.Skip("much to read: the runs without the race detector read it")
	}
	truth := sample.Usual
	truth.Apps, truth.Weeks, truth.Open = 4, 36, 0.05
	for _, f := range sample.Formats {
		t.Run(f.Source+" "+f.Form, func(t *testing.T) {
			o := history.Options{}
			if f.Zone != "" {
				zone, err := time.LoadLocation(f.Zone)
				if err != nil {
					t.Skip(err)
				}
				o.Zone = zone
			}
			for seed := range uint64(50) {
				past := truth.Make(seed)
				var h history.History
				r, err := history.Read(bytes.NewReader(f.Write(past)), "export", o, &h)
				if err != nil {
					t.Fatal(err)
				}
				if r.Source != f.Source || r.Form != f.Form {
					t.Fatalf("taken for %s, %s", r.Source, r.Form)
				}
				if f.Deployments {
					same(t, &f, past.Deployments, &h)
				} else {
					sameIncidents(t, &f, past.Incidents, &h)
				}
				accounted(t, &h)
			}
		})
	}
}

func sameIncidents(t *testing.T, f *sample.Format, want []sample.Incident, h *history.History) {
	t.Helper()
	if len(h.Incidents) != len(want) {
		t.Fatalf("%d of %d incidents: %+v", len(h.Incidents), len(want), h.Notes)
	}
	off := 0
	for i, w := range want {
		got := h.Incidents[i]
		if h.Apps[got.App] != w.App {
			t.Fatalf("incident %d is of %s, want %s", i, h.Apps[got.App], w.App)
		}
		if got.Began != minute(w.Began) || got.Restored != minute(w.Restored) || f.Acks && got.Acknowledged != minute(w.Acknowledged) {
			off++
		}
	}
	most := h.Doubtful(history.ClockChange)
	if f.Zone == "" {
		most = 0
	}
	if off > most {
		t.Errorf("%d incidents came back with other times; %d times are in doubt", off, most)
	}
}

func same(t *testing.T, f *sample.Format, want []sample.Deployment, h *history.History) {
	t.Helper()
	slices.SortStableFunc(h.Deployments, func(a, b history.Deployment) int {
		return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(h.Apps[a.App], h.Apps[b.App]))
	})
	if len(h.Deployments) != len(want) {
		t.Fatalf("%d of %d deployments: %+v", len(h.Deployments), len(want), h.Notes)
	}
	for i, w := range want {
		got := h.Deployments[i]
		switch {
		case h.Apps[got.App] != w.App, got.At != minute(w.At), f.Asked && got.Requested != minute(w.Asked), f.Changes && int(got.Changes) != w.Changes, got.Failed:
			t.Fatalf("deployment %d is %+v, want %+v", i, got, w)
		}
	}
}

// accounted holds that every row was used or left out with a reason.
func accounted(t testing.TB, h *history.History) {
	t.Helper()
	left := 0
	for _, n := range h.Notes {
		if n.Doubt.LeftOut() {
			left += n.Count
		}
	}
	if used := len(h.Incidents) + len(h.Deployments); used+left != h.Rows {
		t.Errorf("%d rows are used and %d left out, of %d: %+v", used, left, h.Rows, h.Notes)
	}
}

package debrief

import (
	"slices"
	"strings"
	"testing"

	"callout/game/words"
)

// sentences are all texts of what Look says.
func sentences(d *Debrief) []string {
	var list []string
	for i := range d.Incidents {
		for _, s := range d.Incidents[i].Causes {
			list = append(list, s.Text)
		}
	}
	for _, m := range d.Marks {
		list = append(list, m.Text)
	}
	list = append(append(list, d.Next), d.Questions...)
	for _, f := range d.Fires {
		list = append(list, f.Why, f.Cut.Text)
	}
	for _, f := range d.Findings {
		list = append(list, f.Title, f.Says)
		for _, e := range f.Evidence {
			list = append(list, e.Text)
		}
	}
	return list
}

// TestLookSaysWholeSentences: in every language no sentence lacks its words or what its placeholders stand for.
func TestLookSaysWholeSentences(t *testing.T) {
	t.Cleanup(func() {
		if err := words.Speak(words.First); err != nil {
			t.Fatal(err)
		}
	})
	for _, language := range words.Languages() {
		games(t, 5, func(t *testing.T, name string, r *Record) {
			if err := words.Speak(language); err != nil {
				t.Fatal(err)
			}
			d, err := Look(r)
			if err != nil {
				t.Fatal(err)
			}
			if n := len(d.Questions); n < fewest || n > mostly {
				t.Errorf("%s: %d questions", name, n)
			}
			for _, s := range sentences(d) {
				if s == "" || strings.ContainsAny(strings.TrimSuffix(s, "?"), "[]{}?") {
					t.Errorf("%s, %s: %q", language, name, s)
				}
			}
		})
	}
}

// TestFindingsAreTheArticlesEight holds their keys and order, that what is seen has evidence, and that evidence is there
// the strongest first.
func TestFindingsAreTheArticlesEight(t *testing.T) {
	want := []string{
		"long-time-to-restore", "knowledge-synchronisation", "no-customer-outcomes", "fragile-architecture",
		"inadequate-telemetry", "traffic-ignorance", "restricted-collaboration", "unfair-on-call",
	}
	games(t, 5, func(t *testing.T, name string, r *Record) {
		d, err := Look(r)
		if err != nil {
			t.Fatal(err)
		}
		var keys []string
		for _, f := range d.Findings {
			keys = append(keys, f.Key)
			if f.Seen && len(f.Evidence) == 0 {
				t.Errorf("%s: %s is seen and nothing shows it", name, f.Key)
			}
			for i, e := range f.Evidence {
				if e.Pence < 0 || e.Minutes < 0 || i > 0 && e.Pence > f.Evidence[i-1].Pence {
					t.Errorf("%s: %s: evidence %d is out of order: %+v", name, f.Key, i, e)
				}
			}
		}
		if !slices.Equal(keys, want) {
			t.Errorf("%s: the findings are %v", name, keys)
		}
	})
}

// TestFindingsFitTheModel: what the article says of Operations at scale is seen there, and not where teams run what they
// build, nor with one team. Not every game shows every effect; the shares are of ten games.
func TestFindingsFitTheModel(t *testing.T) {
	seen := func(level string) map[string]int {
		n := map[string]int{}
		for seed := range uint64(10) {
			d, err := Look(played(t, level, "fifo", seed+1))
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range d.Findings {
				if f.Seen {
					n[f.Key]++
				}
			}
		}
		return n
	}
	ten, one, own := seen("ten-teams"), seen("one-team"), seen("ten-pagers")
	for _, e := range effects {
		if ten[e.key] < 5 {
			t.Errorf("ten teams: %s is seen in %d games of ten", e.key, ten[e.key])
		}
		if one[e.key] > 3 {
			t.Errorf("one team: %s is seen in %d games of ten", e.key, one[e.key])
		}
	}
	for _, key := range []string{"long-time-to-restore", "knowledge-synchronisation", "no-customer-outcomes", "inadequate-telemetry", "restricted-collaboration", "unfair-on-call"} {
		if own[key] > 1 {
			t.Errorf("ten pagers: %s is seen in %d games of ten", key, own[key])
		}
	}
}

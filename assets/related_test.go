package assets

import (
	"slices"
	"testing"
)

// TestRelatedTermsLeadOn: a related term is in the glossary, is not the entry itself, and comes once; and from burnout one
// gets on.
func TestRelatedTermsLeadOn(t *testing.T) {
	alone := 0
	for _, e := range Glossary() {
		terms := Related(e)
		if len(terms) == 0 {
			alone++
		}
		for i, term := range terms {
			if found, err := Find(term); err != nil || found.Term != term || term == e.Term || slices.Contains(terms[:i], term) {
				t.Errorf("%s is related to %q: %v", e.Term, term, err)
			}
		}
		if len(terms) > mostRelated {
			t.Errorf("%s has %d related terms", e.Term, len(terms))
		}
	}
	if n := len(Glossary()); alone > n/3 {
		t.Errorf("%d of %d words lead nowhere", alone, n)
	}
}

func TestMention(t *testing.T) {
	for _, c := range []struct {
		text, name string
		want       int
	}{
		{"a queue grows", "queue", 2}, {"queues grow", "queue", 0}, {"queued", "queue", -1}, {"the bequeue", "queue", -1},
		{"unqueue queue", "queue", 8}, {"müqueue", "queue", -1}, {"", "queue", -1}, {"lead time.", "lead time", 0},
	} {
		if got := mention(c.text, c.name); got != c.want {
			t.Errorf("mention(%q, %q) = %d, want %d", c.text, c.name, got, c.want)
		}
	}
}

func TestFindReadsLabels(t *testing.T) {
	for label, want := range map[string]string{
		"worst burnout": "burnout", "the last deployment": "deployment", "off sick": "sick leave", "GOALS": "goal",
		"share of time to restore: waiting": "time to restore",
	} {
		if e, err := Find(label); err != nil || e.Term != want {
			t.Errorf("%q is explained by %q, %v; want %s", label, e.Term, err, want)
		}
	}
}

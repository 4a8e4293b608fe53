package plain

import (
	"strings"
	"testing"
)

// TestGloss: a word, what it is related to, all words, and the reading list with where each article is played.
func TestGloss(t *testing.T) {
	s := sit(t, "one-team", 1)
	for _, c := range []struct{ write, says string }{
		{"gloss burnout", "In the field:"}, {"gloss burnout", "Related:"}, {"gloss prediction", "how sure you are"},
		{"gloss worst burnout", "burnout"}, {"gloss", "value stream"}, {"gloss reading", "Played in: Ten pagers"},
		{"gloss Reading", "stevesmith.tech/blog/you-build-it-sre-run-it"}, {"gloss burnuot", "burnout"},
	} {
		if said := s.write("%s", c.write); !strings.Contains(said, c.says) {
			t.Errorf("%s does not say %q:\n%s", c.write, c.says, said)
		}
	}
}

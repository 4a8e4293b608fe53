package debrief

import (
	"maps"
	"slices"
	"testing"

	"callout/assets"
	"callout/game/debrief/answer"
)

// TestEveryTermIsInTheGlossary holds that g leads to a word on every page, and from every effect of the article.
func TestEveryTermIsInTheGlossary(t *testing.T) {
	terms := slices.Collect(maps.Values(findingTerms))
	if len(terms) != 8 {
		t.Errorf("there are terms for %d effects, the article has 8", len(terms))
	}
	for p := range answer.Pages {
		terms = append(terms, pages[p].term)
	}
	for _, term := range terms {
		if _, err := assets.Find(term); err != nil {
			t.Errorf("%q: %v", term, err)
		}
	}
}

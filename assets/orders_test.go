package assets_test

import (
	"strings"
	"testing"

	"callout/assets"
	"callout/game"
)

func TestEveryOrderIsExplained(t *testing.T) {
	for _, help := range game.OrderHelps() {
		word, _, _ := strings.Cut(help.Usage, " ")
		if _, err := assets.Find(word); err != nil {
			t.Errorf("an order without a word in the glossary: %v", err)
		}
	}
}

package ui

import (
	"fmt"
	"testing"

	"github.com/muesli/termenv"

	"callout/game/words"
)

// speak uses a language for the length of a test.
func speak(t *testing.T, language string) {
	t.Helper()
	if err := words.Speak(language); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := words.Speak(words.First); err != nil {
			t.Fatal(err)
		}
	})
}

// TestGerman compares screens in German, whose words are longer, with their pictures.
func TestGerman(t *testing.T) {
	speak(t, "de")
	for _, s := range screens {
		switch s.name {
		case "briefing", "help", "words", "play", "play-request", "play-application", "play-person", "link", "assign", "escalate", "news":
		default:
			continue
		}
		for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 60}} {
			t.Run(fmt.Sprintf("%s-%dx%d", s.name, size[0], size[1]), func(t *testing.T) {
				golden(t, drive(t, size[0], size[1], termenv.Ascii, Options{}).press(s.keys...).screen())
			})
		}
	}
}

package ui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/muesli/termenv"

	"callout/game/words"
	"callout/ui/screentest"
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
			if !strings.HasPrefix(s.name, "debrief") && s.name != "standing" {
				continue
			}
		}
		for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 60}} {
			t.Run(fmt.Sprintf("%s-%dx%d", s.name, size[0], size[1]), func(t *testing.T) {
				screentest.Golden(t, drive(t, size[0], size[1], termenv.Ascii, Options{}).press(s.keys...).screen())
			})
		}
	}
}

// TestRefusalsInGerman: the main screen says in the player's language why the engine did not do something.
func TestRefusalsInGerman(t *testing.T) {
	speak(t, "de")
	d := drive(t, 80, 24, termenv.Ascii, Options{}).press("c")
	_, err := d.play.level.ParseOrder("read X")
	d.send(ordered{err: err})
	d.sees(`"X" ist nichts aus dem Eingang`)
}

// TestNothingIsCut holds that the debrief has room for all of its words, in every language, on the smallest terminal: what
// is cut ends in an ellipsis, and none of its texts has one when all is worked out.
func TestNothingIsCut(t *testing.T) {
	for _, language := range words.Languages() {
		t.Run(language, func(t *testing.T) {
			speak(t, language)
			for _, s := range screens {
				if !strings.HasPrefix(s.name, "debrief") || s.name == "debrief-play-on" {
					continue
				}
				for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 60}} {
					for _, down := range []int{0, 12, 24, 60} {
						d := drive(t, size[0], size[1], termenv.Ascii, Options{}).press(s.keys...)
						for range down {
							d.press("down")
						}
						if view := d.screen(); strings.Contains(view, "…") {
							t.Fatalf("%s at %v, %d rows down, is cut:\n%s", s.name, size, down, view)
						}
					}
				}
			}
		})
	}
}

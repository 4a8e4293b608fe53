package ui

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"callout/ui/screentest"
)

// sequence takes apart what tea.Sequence made, whose type is not exported.
func sequence(m tea.Msg) ([]tea.Cmd, bool) {
	v := reflect.ValueOf(m)
	if v.Kind() != reflect.Slice || !v.CanConvert(reflect.TypeFor[[]tea.Cmd]()) {
		return nil, false
	}
	return v.Convert(reflect.TypeFor[[]tea.Cmd]()).Interface().([]tea.Cmd), true
}

// screens are all screens and how to get to them.
var screens = []struct {
	name string
	keys []string
}{
	{"menu", nil},
	{"saves", []string{"s"}},
	{"levels", []string{"m"}},
	{"questions", []string{"m", "y", "a", "down"}},
	{"answers", []string{"m", "y"}},
	{"models", []string{"m", "m"}},
	{"packs", []string{"m", "p"}},
	{"packs-pack", []string{"p", "end"}},
	{"briefing", []string{"n"}},
	{"play", []string{"c"}},
	{"play-request", []string{"c", "end", "up", "up", "up"}},
	{"play-message", []string{"c", "down", "down"}},
	{"play-application", []string{"c", "tab"}},
	{"play-person", []string{"c", "tab", "tab"}},
	{"link", []string{"c", "l"}},
	{"assign", []string{"c", "i"}},
	{"escalate", []string{"c", "e"}},
	{"hint", []string{"c", "h", "h", "h"}},
	{"hint-price", []string{"c", "h"}},
	{"news", []string{"c", "v"}},
	{"help", []string{"c", "?"}},
	{"words", []string{"c", "g"}},
	{"reading", []string{"c", "g", "tab"}},
	{"leave", []string{"c", "q"}},
	{"undo", []string{"c", "n"}},
	{"coach", []string{"c", "a"}},
	{"coach-people", []string{"c", "a", "tab", "tab"}},
	{"refused", []string{"c", "f"}},
	{"standing", []string{"c", "q", "3"}},
	{"debrief-enough", over("1")},
	{"debrief-cost", over("2")},
	{"debrief-course", over("3")},
	{"debrief-flow", over("4")},
	{"debrief-time", over("5")},
	{"debrief-fires", over("6")},
	{"debrief-article", over("7")},
	{"debrief-models", over("8")},
	{"debrief-decisions", over("9")},
	{"debrief-next", over("0")},
	{"debrief-course-moved", over("3", "right", "right")},
	{"debrief-incident", over("5", "down", "enter")},
	{"debrief-fire", over("6", "enter")},
	{"debrief-evidence", over("7", "enter")},
	{"debrief-play-on", over("9", "enter")},
	{"debrief-export", over("0", "e")},
	{"debrief-help", over("?")},
}

// over are keys that lead to the end of the game, and then further.
func over(keys ...string) []string { return append([]string{"c", "space", "space", "space"}, keys...) }

// TestScreens compares every screen with its picture in testdata, without colour, at three sizes.
func TestScreens(t *testing.T) {
	for _, s := range screens {
		for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 60}} {
			t.Run(fmt.Sprintf("%s-%dx%d", s.name, size[0], size[1]), func(t *testing.T) {
				d := drive(t, size[0], size[1], termenv.Ascii, Options{})
				got := d.press(s.keys...).screen()
				if strings.Contains(got, "\x1b") {
					t.Error("there is an escape sequence on a screen without colour")
				}
				screentest.Golden(t, got)
			})
		}
	}
}

// TestColours compares one screen of each kind in full colour, on a light ground, and in 16 colours.
func TestColours(t *testing.T) {
	for _, c := range []struct {
		name    string
		profile termenv.Profile
		light   bool
	}{
		{"true-dark", termenv.TrueColor, false}, {"true-light", termenv.TrueColor, true},
		{"256-dark", termenv.ANSI256, false}, {"16-dark", termenv.ANSI, false}, {"16-light", termenv.ANSI, true},
	} {
		for _, s := range screens {
			if s.name != "menu" && s.name != "levels" && s.name != "answers" && s.name != "play" && s.name != "link" && s.name != "debrief-course" && s.name != "debrief-flow" && s.name != "debrief-time" {
				continue
			}
			t.Run(c.name+"-"+s.name, func(t *testing.T) {
				screentest.Golden(t, drive(t, 80, 24, c.profile, Options{Light: c.light}).press(s.keys...).screen())
			})
		}
	}
}

func TestTooSmall(t *testing.T) {
	for _, size := range [][2]int{{79, 24}, {80, 23}, {30, 8}, {1, 1}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			screentest.Golden(t, drive(t, size[0], size[1], termenv.Ascii, Options{}).press("c").screen())
		})
	}
}

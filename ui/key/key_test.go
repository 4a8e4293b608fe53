package key

import (
	"slices"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		name string
		msg  tea.KeyMsg
		want []string
	}{
		{"a letter", tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("a")}, []string{"a"}},
		{"letters that arrived together", tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("jjl1")}, []string{"j", "j", "l", "1"}},
		{"a blank among them", tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("a b")}, []string{"a", "space", "b"}},
		{"the space bar", tea.KeyMsg{Type: tea.KeySpace, Runes: []rune(" ")}, []string{"space"}},
		{"a named key", tea.KeyMsg{Type: tea.KeyShiftTab}, []string{"shift+tab"}},
		{"with alt", tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("a"), Alt: true}, []string{"alt+a"}},
		{"pasted text is no key", tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("qqq"), Paste: true}, nil},
	} {
		if got := Split(c.msg); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// No key means two things on the main screen, where all of these work at once.
func TestNoKeyMeansTwoThings(t *testing.T) {
	owner := map[string]string{}
	for _, b := range []Binding{Up, Down, PageUp, PageDown, First, Last, Next, Prev, Choose, Close, EndTurn, Continue, Freeze, Hint, News, Words, Help, Quit, Abort} {
		for _, k := range b.Keys {
			if other, taken := owner[k]; taken {
				t.Errorf("%q means both %q and %q", k, other, b.Help)
			}
			owner[k] = b.Help
		}
	}
}

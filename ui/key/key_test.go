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

// No key means two things in one place.
func TestNoKeyMeansTwoThings(t *testing.T) {
	for _, c := range Clashes(nil) {
		t.Errorf("%q means both %s and %s", c.Key, c.A.Name, c.B.Name)
	}
	if list := Clashes(map[string][]string{"end_turn": {"t"}}); len(list) != 1 || list[0].A != EndTurn || list[0].B != Tune {
		t.Errorf("t cannot end the turn and tune alerts, and the clashes are %v", list)
	}
	if list := Clashes(map[string][]string{"deploy": {"n"}}); len(list) != 0 {
		t.Errorf("a request has no noise to dismiss: %v", list)
	}
}

func TestChange(t *testing.T) {
	t.Cleanup(Usual)
	Change(map[string][]string{"end_turn": {"t", "space"}, "leave_at_once": {"ctrl+q"}})
	if !EndTurn.Is("t") || EndTurn.Show() != "t" || !EndTurn.Changed() || Continue.Changed() {
		t.Errorf("end_turn has the keys %v", EndTurn.Keys)
	}
	if !Abort.Is("ctrl+c") || !Abort.Is("ctrl+q") {
		t.Errorf("leave_at_once has the keys %v: ctrl+c always leaves", Abort.Keys)
	}
	Usual()
	if EndTurn.Is("t") || EndTurn.Changed() {
		t.Errorf("end_turn has not its usual keys again but %v", EndTurn.Keys)
	}
}

func TestCheck(t *testing.T) {
	for _, k := range []string{"a", "A", "ü", "?", "space", "f5", "ctrl+x", "alt+x", "shift+tab", "+"} {
		if err := Check(k); err != nil {
			t.Errorf("%q: %v", k, err)
		}
	}
	for _, k := range []string{"", " ", "1", "ctrl+i", "ctrl+", "ctrl+alt+x", "ctrl+X", "spcae", "ab", "\x1b", "\x7f", "ctrl+1"} {
		if Check(k) == nil {
			t.Errorf("%q passes for a key", k)
		}
	}
}

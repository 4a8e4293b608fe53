package key

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"
)

// Split turns one message into the keys that were pressed. Keys that arrive together are joined by the terminal library
// into one message; pasted text is nobody's key.
func Split(m tea.KeyMsg) []string {
	if m.Paste {
		return nil
	}
	if m.Type == tea.KeySpace {
		return []string{"space"}
	}
	if m.Type != tea.KeyRunes || m.Alt {
		return []string{m.String()}
	}
	keys := make([]string, 0, len(m.Runes))
	for _, r := range m.Runes {
		if r == ' ' {
			keys = append(keys, "space")
			continue
		}
		keys = append(keys, string(r))
	}
	return keys
}

// Binding is keys with one meaning.
type Binding struct {
	Keys []string // as Split names them
	Show string   // as the screens write them
	Help string   // what they do, in a few words
}

// Is tells whether k is one of the binding's keys.
func (b Binding) Is(k string) bool { return slices.Contains(b.Keys, k) }

// The keys that mean the same wherever they work. Letters for orders stand with the orders, because they are only
// there when the order can be given.
var (
	Up       = Binding{[]string{"up", "k"}, "↑", "up"}
	Down     = Binding{[]string{"down", "j"}, "↓", "down"}
	PageUp   = Binding{[]string{"pgup", "ctrl+b", "ctrl+u"}, "pgup", "a page up"}
	PageDown = Binding{[]string{"pgdown", "ctrl+f", "ctrl+d"}, "pgdn", "a page down"}
	First    = Binding{[]string{"home"}, "home", "to the first"}
	Last     = Binding{[]string{"end", "G"}, "end", "to the last"}
	Next     = Binding{[]string{"tab", "right"}, "tab", "next panel"}
	Prev     = Binding{[]string{"shift+tab", "left"}, "shift+tab", "previous panel"}
	Choose   = Binding{[]string{"enter"}, "enter", "choose"}
	Close    = Binding{[]string{"esc"}, "esc", "close"}

	EndTurn  = Binding{[]string{"space"}, "space", "end turn"}
	Continue = Binding{[]string{"c"}, "c", "continue"}
	Freeze   = Binding{[]string{"f"}, "f", "freeze"}
	Hint     = Binding{[]string{"h"}, "h", "hint"}
	News     = Binding{[]string{"v"}, "v", "news"}
	Words    = Binding{[]string{"g"}, "g", "words"}
	Help     = Binding{[]string{"?"}, "?", "help"}
	Quit     = Binding{[]string{"q"}, "q", "quit"}
	Abort    = Binding{[]string{"ctrl+c"}, "ctrl+c", "leave at once"}
)

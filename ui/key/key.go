package key

import (
	"unicode"
	"unicode/utf8"

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

// Edits is the message for a field of text that a key edits: a letter, a space, or what takes letters away. It is not ok
// for other keys.
func Edits(k string) (m tea.KeyMsg, ok bool) {
	switch k {
	case "space":
		return tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}}, true
	case "backspace":
		return tea.KeyMsg{Type: tea.KeyBackspace}, true
	case "ctrl+w":
		return tea.KeyMsg{Type: tea.KeyCtrlW}, true
	case "ctrl+u":
		return tea.KeyMsg{Type: tea.KeyCtrlU}, true
	}
	r, size := utf8.DecodeRuneInString(k)
	if size != len(k) || !unicode.IsPrint(r) || r == utf8.RuneError {
		return m, false
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}, true
}

package key

import (
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

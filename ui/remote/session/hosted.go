package session

import tea "github.com/charmbracelet/bubbletea"

// hosted is a program of its own as a stage: the facilitator's console, the board.
type hosted struct {
	*Session
	model tea.Model
}

// host begins a program, and tells it the size of the terminal.
func host(s *Session, m tea.Model) (stage, tea.Cmd) {
	h := &hosted{s, m}
	begin := m.Init()
	_, size := h.Update(tea.WindowSizeMsg{Width: s.w, Height: s.h})
	return h, tea.Batch(begin, size)
}

// Update gives the program a message.
func (h *hosted) Update(msg tea.Msg) (stage, tea.Cmd) {
	var cmd tea.Cmd
	h.model, cmd = h.model.Update(msg)
	return h, cmd
}

// View is the program's screen.
func (h *hosted) View() string { return h.model.View() }

// Close ends the program.
func (h *hosted) Close() {
	if c, ok := h.model.(interface{ Close() error }); ok {
		_ = c.Close() // the session is over
	}
}

package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"callout/ui/screen"
	"callout/ui/screen/replay"
)

type (
	// filmed is a game to look at.
	filmed struct {
		film *replay.Film
		err  error
	}
	// ticked says that it is time for the topmost screen to move on.
	ticked struct{}
)

// watch reads a game to look at.
func (r *root) watch(path string) tea.Cmd {
	games := r.o.Games
	return func() tea.Msg {
		record, err := games.Record(path)
		if err != nil {
			return filmed{err: err}
		}
		film, err := replay.NewFilm(record)
		return filmed{film, err}
	}
}

func (r *root) filmed(msg filmed) tea.Cmd {
	r.busy = false
	if msg.err != nil {
		r.err = msg.err
		return tea.Quit
	}
	r.stack = []screen.Screen{r.menu, replay.New(r.theme, msg.film)}
	return r.typed()
}

// tick orders the next tick, where the topmost screen moves and none is on its way.
func (r *root) tick() tea.Cmd {
	s, ok := r.top().(screen.Ticking)
	if !ok || r.ticking || s.Every() == 0 {
		return nil
	}
	r.ticking = true
	return r.after(s.Every(), ticked{})
}

func (r *root) ticked() {
	r.ticking = false
	if s, ok := r.top().(screen.Ticking); ok {
		s.Tick()
	}
}

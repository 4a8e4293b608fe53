package session

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"callout/game/workshop"
	"callout/game/workshop/race"
	"callout/ui/key"
	"callout/ui/screen"
	"callout/ui/screen/board"
)

// wall is the board of a room, for a projector. It gives no commands.
type wall struct {
	*Session
	room   *workshop.Room
	screen *board.Screen
	wake   <-chan struct{}
	stop   func()
	asked  bool // what the teams are compared with is on its way
}

// compared is what the teams are compared with.
type compared struct{ list []race.Baseline }

// newWall shows the board of a room.
func newWall(s *Session, room *workshop.Room) (stage, tea.Cmd) {
	w := &wall{Session: s, room: room, screen: board.New(s.caller.Theme(), s.house.Invite)}
	w.wake, w.stop = room.Watch()
	return w, tea.Batch(w.show(), w.listen, tick())
}

// tick is the next second of a clock.
func tick() tea.Cmd { return tea.Tick(time.Second, func(time.Time) tea.Msg { return second{} }) }

// show shows the room as it is now, and asks for the comparison when the time has come.
func (w *wall) show() tea.Cmd {
	w.screen.Show(w.room.Picture(), w.house.Now())
	level, seed, until, ok := w.screen.Compares()
	if !ok || w.asked {
		return nil
	}
	w.asked = true
	return func() tea.Msg {
		list, err := race.Baselines(w.ctx, level, seed, until)
		if err != nil {
			return nil // the line is gone; a board without comparisons is a board as well
		}
		return compared{list}
	}
}

// listen waits until the room has changed.
func (w *wall) listen() tea.Msg {
	select {
	case <-w.ctx.Done():
		return nil
	case _, open := <-w.wake:
		if !open {
			return parted{w.room.Reason()}
		}
		return common{}
	}
}

// Update takes a message.
func (w *wall) Update(msg tea.Msg) (stage, tea.Cmd) {
	switch msg := msg.(type) {
	case common:
		return w, tea.Batch(w.show(), w.listen)
	case second:
		return w, tea.Batch(w.show(), tick())
	case compared:
		w.screen.Compare(msg.list)
	case tea.KeyMsg:
		for _, k := range key.Split(msg) {
			switch w.screen.Key(k).(type) {
			case screen.Back, screen.Home, screen.Quit:
				return w, w.leave("")
			}
		}
	}
	return w, nil
}

// View is the screen.
func (w *wall) View() string { return w.screen.View(w.w, w.h) }

// Close ends it.
func (w *wall) Close() { w.stop() }

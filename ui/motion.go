package ui

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"callout/game"
)

// frame is how long one picture of a motion is shown: seven of them are over in less than 400 ms.
const frame = 50 * time.Millisecond

// moved asks for the next picture of a motion. Messages of a motion that was cut short carry its old number.
type moved struct{ motion int }

// move begins the motion of the main screen after a turn, if the player wants any.
func (r *root) move(from game.Gauge) tea.Cmd {
	if !r.o.Motion || !r.main.Move(from) {
		return nil
	}
	r.motion++
	return r.after(frame, moved{r.motion})
}

// moved shows the next picture, and asks for another one only while there is one: a screen at rest has no clock.
func (r *root) moved(msg moved) tea.Cmd {
	if msg.motion != r.motion || r.main == nil || !r.main.Step() {
		return nil
	}
	return r.after(frame, msg)
}

// rest cuts a motion short: whoever presses a key has seen enough.
func (r *root) rest() {
	r.motion++
	if r.main != nil {
		r.main.Rest()
	}
}

// tick is the clock of motions.
func tick(d time.Duration, m tea.Msg) tea.Cmd {
	return tea.Tick(d, func(time.Time) tea.Msg { return m })
}

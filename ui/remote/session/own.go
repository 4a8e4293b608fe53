package session

import (
	"context"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"callout/game/workshop"
	"callout/ui/remote"
)

// Led is the console of a room for who needs no token for it: at the server's own terminal, or with a key that was named
// when it started.
func Led(ctx context.Context, o Options, c remote.Caller, chair *workshop.Chair) tea.Model {
	s := own(ctx, o, c)
	s.stage, s.begin = newDesk(s, chair)
	return s
}

// Board is the board of a room for the server's own terminal.
func Board(ctx context.Context, o Options, c remote.Caller, room *workshop.Room) tea.Model {
	s := own(ctx, o, c)
	s.stage, s.begin = newWall(s, room)
	return s
}

// own is a session that begins inside.
func own(ctx context.Context, o Options, c remote.Caller) *Session {
	if o.Now == nil {
		o.Now = time.Now
	}
	return &Session{house: &house{Options: o, seats: map[place]chan struct{}{}}, ctx: ctx, caller: c, w: c.Width, h: c.Height}
}

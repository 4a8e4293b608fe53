package session

import (
	"context"
	"io"
	"sync"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"callout/game/workshop"
	"callout/game/workshop/home"
	"callout/game/workshop/lead"
	"callout/ui/layout"
	"callout/ui/line"
	"callout/ui/remote"
	"callout/ui/widget"
)

// Options say what the door leads to.
type Options struct {
	Hub    *workshop.Hub
	Shelf  *home.Shelf      // of debriefs; one of its own where nil
	Now    func() time.Time // time.Now where nil
	Invite lead.Invite      // how people come in, for those who tell them
}

// house is what all sessions share.
type house struct {
	Options
	mu    sync.Mutex
	seats map[place]chan struct{} // of the session at it; closed when another takes its place
}

// place is a seat in a room.
type place struct {
	room string
	seat int
}

// Doors lead everybody who calls into the workshops of a hub, with a screen or line by line. A seat is one session's,
// whichever way it came.
func Doors(o Options) (remote.Door, remote.PlainDoor) {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Shelf == nil {
		o.Shelf = home.NewShelf(o.Hub)
	}
	h := &house{Options: o, seats: map[place]chan struct{}{}}
	return func(ctx context.Context, c remote.Caller) (tea.Model, error) { return newSession(ctx, h, c), nil },
		func(ctx context.Context, c remote.Caller, in io.Reader, out io.Writer) error {
			p := &plainly{newOutside(&Session{house: h, ctx: ctx, caller: c}), linesOf(ctx, in), &spoken{ctx, out}}
			return p.play()
		}
}

// stage is a part of a session: in front of a room, or in it.
type stage interface {
	// Update takes a message and returns the stage that comes next, itself or another one, and what is to be run.
	Update(tea.Msg) (stage, tea.Cmd)
	View() string
	// Close ends it.
	Close()
}

// Session is the program of one caller.
type Session struct {
	house  *house
	ctx    context.Context
	caller remote.Caller
	w, h   int
	stage  stage
	begin  tea.Cmd
	says   string // the last words
}

func newSession(ctx context.Context, h *house, c remote.Caller) *Session {
	s := &Session{house: h, ctx: ctx, caller: c, w: c.Width, h: c.Height}
	out := newOutside(s)
	s.stage, s.begin = out, out.begin()
	return s
}

// Init knocks where the caller said at which door.
func (s *Session) Init() tea.Cmd { return s.begin }

// Update takes one message.
func (s *Session) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		s.w, s.h = msg.Width, msg.Height
	case tea.KeyMsg:
		switch {
		case msg.Type == tea.KeyCtrlZ:
			return s, nil // it would send the server to sleep
		case msg.Type == tea.KeyCtrlC:
			return s, s.leave("")
		}
	case parted:
		return s, s.leave(msg.why)
	}
	next, cmd := s.stage.Update(msg)
	if next != s.stage {
		s.stage.Close()
		s.stage = next
	}
	return s, cmd
}

// parted ends the session with last words.
type parted struct{ why string }

// leave ends the session with last words.
func (s *Session) leave(why string) tea.Cmd {
	s.says = why
	return tea.Quit
}

// View is the screen.
func (s *Session) View() string {
	if s.w < layout.MinWidth || s.h < layout.MinHeight {
		return widget.TooSmall(s.caller.Theme(), s.w, s.h)
	}
	return s.stage.View()
}

// Parting is the last line on the caller's terminal.
func (s *Session) Parting() string { return line.Clean(s.says) }

// Close ends the session, however it came to its end.
func (s *Session) Close() error {
	s.stage.Close()
	return nil
}

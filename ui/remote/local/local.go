package local

import (
	"context"
	"errors"
	"io"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"

	"callout/game/workshop"
	"callout/ui/key"
	"callout/ui/layout"
	_ "callout/ui/quiet" // before Bubble Tea asks the terminal for its colours
	"callout/ui/remote"
	"callout/ui/remote/invite"
	"callout/ui/remote/session"
	"callout/ui/screen"
	"callout/ui/screen/host"
	"callout/ui/widget"
)

// Options say what is shown.
type Options struct {
	Card  invite.Card
	Chair *workshop.Chair
	In    io.Reader
	Out   io.Writer
	Light bool // the terminal's background is light

	Rooms session.Options
}

// Run shows the screen until the person there stops the server or ctx is over. Programs that quit lead back to it.
func Run(ctx context.Context, o Options) error {
	looks := lipgloss.NewRenderer(o.Out)
	m := newDesk(ctx, o, remote.Caller{Profile: looks.ColorProfile(), Light: o.Light, Motion: true})
	defer m.stop()
	p := tea.NewProgram(m, tea.WithContext(ctx), tea.WithInput(o.In), tea.WithOutput(o.Out), tea.WithAltScreen(), tea.WithoutSignalHandler(),
		tea.WithFilter(m.filter))
	_, err := p.Run()
	if ctx.Err() != nil && errors.Is(err, tea.ErrProgramKilled) {
		return nil
	}
	return err
}

// desk is the screen of the server's own terminal, and the program that is shown over it.
type desk struct {
	Options
	ctx     context.Context
	caller  remote.Caller // whoever sits there
	screen  *host.Screen
	over    tea.Model // the console or the board; nil while the screen itself is shown
	leave   context.CancelFunc
	leaving bool
	wake    <-chan struct{}
	stop    func()
}

func newDesk(ctx context.Context, o Options, c remote.Caller) *desk {
	d := &desk{Options: o, ctx: ctx, caller: c, screen: host.New(c.Theme(), o.Card)}
	d.wake, d.stop = o.Chair.Room().Watch()
	d.screen.Show(o.Chair.Room().Picture())
	return d
}

type (
	// moved says that there is a newer picture; over that there will be none.
	moved struct{ over bool }
	// back says that the program over the screen has quit.
	back struct{}
)

// filter lets the program over the screen quit without the server.
func (d *desk) filter(_ tea.Model, msg tea.Msg) tea.Msg {
	if _, quit := msg.(tea.QuitMsg); quit && d.over != nil && !d.leaving {
		return back{}
	}
	return msg
}

// Init waits for the room.
func (d *desk) Init() tea.Cmd { return d.wait }

func (d *desk) wait() tea.Msg {
	_, more := <-d.wake
	return moved{over: !more}
}

// Update takes one message.
func (d *desk) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		d.caller.Width, d.caller.Height = msg.Width, msg.Height
	case moved:
		d.screen.Show(d.Chair.Room().Picture())
		if msg.over {
			return d, nil
		}
		return d, d.wait
	case back:
		d.close()
		return d, nil
	case tea.KeyMsg:
		if msg.Type == tea.KeyCtrlC {
			return d, d.quit()
		}
		if d.over == nil {
			return d, d.keys(msg)
		}
	}
	if d.over == nil {
		return d, nil
	}
	var cmd tea.Cmd
	d.over, cmd = d.over.Update(msg)
	return d, cmd
}

// keys does what keys say while the screen itself is shown.
func (d *desk) keys(msg tea.KeyMsg) tea.Cmd {
	if msg.Paste {
		return nil
	}
	for _, k := range key.Split(msg) {
		switch d.screen.Key(k).(type) {
		case screen.TakeChair:
			return d.open(func(ctx context.Context) tea.Model { return session.Led(ctx, d.Rooms, d.caller, d.Chair) })
		case screen.ShowBoard:
			return d.open(func(ctx context.Context) tea.Model { return session.Board(ctx, d.Rooms, d.caller, d.Chair.Room()) })
		case screen.Quit:
			return d.quit()
		}
	}
	return nil
}

// open shows a program over the screen.
func (d *desk) open(program func(context.Context) tea.Model) tea.Cmd {
	ctx, leave := context.WithCancel(d.ctx)
	d.leave = leave
	d.over = program(ctx)
	return d.over.Init()
}

// close ends the program over the screen.
func (d *desk) close() {
	if d.over == nil {
		return
	}
	d.leave()
	if c, ok := d.over.(io.Closer); ok {
		_ = c.Close() // nothing of it is kept
	}
	d.over = nil
}

// quit ends everything.
func (d *desk) quit() tea.Cmd {
	d.close()
	d.leaving = true
	return tea.Quit
}

// View is what is shown.
func (d *desk) View() string {
	w, h := d.caller.Width, d.caller.Height
	switch {
	case w < layout.MinWidth || h < layout.MinHeight:
		return widget.TooSmall(d.caller.Theme(), w, h)
	case d.over != nil:
		return d.over.View()
	}
	return d.screen.View(w, h)
}

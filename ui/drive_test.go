package ui

import (
	"io"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"callout/ui/theme"
)

// driver plays the screens as a person would: it types, and what the program started runs to its end before the next key.
type driver struct {
	t    *testing.T
	root *root
	play *fakePlay
	quit bool
}

// drive starts the screens on a terminal of w by h cells with the given colours.
func drive(t *testing.T, w, h int, colours termenv.Profile, o Options) *driver {
	t.Helper()
	d := &driver{t: t, play: &fakePlay{level: fixtureLevel()}}
	if o.Games == nil {
		o.Games = fakeLibrary{d.play}
	}
	o.By = "callout test"
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(colours)
	r.SetHasDarkBackground(!o.Light)
	d.root = newRoot(o, theme.New(r))
	d.send(tea.WindowSizeMsg{Width: w, Height: h})
	d.run(d.root.Init())
	return d
}

// send gives the program a message and runs what it starts.
func (d *driver) send(m tea.Msg) {
	_, cmd := d.root.Update(m)
	d.run(cmd)
}

func (d *driver) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch m := cmd().(type) {
	case nil:
	case tea.QuitMsg:
		d.quit = true
	case tea.BatchMsg:
		for _, c := range m {
			d.run(c)
		}
	default:
		if cmds, ok := sequence(m); ok {
			for _, c := range cmds {
				d.run(c)
			}
			return
		}
		d.send(m)
	}
}

// press types keys, named as package key names them.
func (d *driver) press(keys ...string) *driver {
	special := map[string]tea.KeyType{
		"enter": tea.KeyEnter, "esc": tea.KeyEsc, "tab": tea.KeyTab, "shift+tab": tea.KeyShiftTab, "up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
		"space": tea.KeySpace, "pgdown": tea.KeyPgDown, "pgup": tea.KeyPgUp, "ctrl+c": tea.KeyCtrlC, "backspace": tea.KeyBackspace, "end": tea.KeyEnd, "home": tea.KeyHome,
	}
	for _, k := range keys {
		if kind, ok := special[k]; ok {
			m := tea.KeyMsg{Type: kind}
			if kind == tea.KeySpace {
				m.Runes = []rune{' '}
			}
			d.send(m)
			continue
		}
		d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(k)})
	}
	return d
}

// screen is what is on the screen, and fails the test where it is not exactly as large as the terminal.
func (d *driver) screen() string {
	d.t.Helper()
	view := d.root.View()
	rows := strings.Split(view, "\n")
	if len(rows) != d.root.h {
		d.t.Errorf("the screen has %d rows, the terminal %d", len(rows), d.root.h)
	}
	for y, r := range rows {
		if n := ansi.StringWidth(r); n != d.root.w {
			d.t.Errorf("row %d has %d cells, the terminal %d: %q", y, n, d.root.w, r)
		}
	}
	return view
}

// sees fails the test where the screen does not show all of the texts.
func (d *driver) sees(texts ...string) *driver {
	d.t.Helper()
	view := ansi.Strip(d.screen())
	for _, s := range texts {
		if !strings.Contains(view, s) {
			d.t.Errorf("the screen does not show %q:\n%s", s, view)
		}
	}
	return d
}

// seesFold is sees without regard to case.
func (d *driver) seesFold(text string) {
	d.t.Helper()
	if view := ansi.Strip(d.screen()); !strings.Contains(strings.ToLower(view), strings.ToLower(text)) {
		d.t.Errorf("the screen does not show %q:\n%s", text, view)
	}
}

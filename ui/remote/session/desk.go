package session

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"callout/game/words"
	"callout/game/workshop"
	"callout/ui/key"
	"callout/ui/screen"
	"callout/ui/screen/console"
	"callout/ui/screen/glossary"
	"callout/ui/screen/help"
	"callout/ui/widget"
)

// desk is the facilitator in the chair of a room.
type desk struct {
	*Session
	chair   *workshop.Chair
	console *console.Screen
	stack   []screen.Screen // the last is topmost; the first is the console
	busy    bool            // a command is with the room
	waiting []string        // keys that wait for its answer
	wake    <-chan struct{}
	stop    func()
}

// led is what came of something that the facilitator wanted done.
type led struct {
	says string
	err  error
}

// newDesk sits down in the chair of a room.
func newDesk(s *Session, chair *workshop.Chair) (stage, tea.Cmd) {
	d := &desk{Session: s, chair: chair, console: console.New(s.caller.Theme(), s.house.Invite)}
	d.stack = []screen.Screen{d.console}
	d.wake, d.stop = chair.Room().Watch()
	d.show()
	return d, tea.Batch(d.listen, tick())
}

// show shows the room as it is now.
func (d *desk) show() { d.console.Show(d.chair.Room().Picture(), d.house.Now()) }

// listen waits until the room has changed.
func (d *desk) listen() tea.Msg {
	select {
	case <-d.ctx.Done():
		return nil
	case _, open := <-d.wake:
		if !open {
			return parted{d.chair.Room().Reason()}
		}
		return news{}
	}
}

func (d *desk) top() screen.Screen { return d.stack[len(d.stack)-1] }

// Update takes a message.
func (d *desk) Update(msg tea.Msg) (stage, tea.Cmd) {
	switch msg := msg.(type) {
	case news:
		d.show()
		return d, d.listen
	case second:
		d.show()
		return d, tick()
	case led:
		d.busy = false
		d.show()
		if msg.err != nil {
			d.console.Complain(msg.err)
		} else {
			d.console.Say(msg.says)
		}
		keys := d.waiting
		d.waiting = nil
		return d, d.press(keys)
	case tea.KeyMsg:
		if p, ok := d.top().(screen.Pasting); ok && msg.Paste {
			p.Paste(string(msg.Runes))
			return d, nil
		}
		return d, d.press(key.Split(msg))
	}
	return d, nil
}

// mostWaiting is how many keys wait for an answer; nobody types more on purpose.
const mostWaiting = 64

// press gives keys to the screens, one by one. While a command is with the room they wait, so that what is wanted next is
// wanted of the room as it then is.
func (d *desk) press(keys []string) tea.Cmd {
	var cmds []tea.Cmd
	for i, k := range keys {
		if d.busy {
			d.waiting = append(d.waiting, keys[i:]...)
			d.waiting = d.waiting[:min(len(d.waiting), mostWaiting)]
			break
		}
		cmds = append(cmds, d.key(k))
	}
	return tea.Batch(cmds...)
}

// key gives one key to the topmost screen.
func (d *desk) key(k string) tea.Cmd {
	if typing, ok := d.top().(screen.Typing); key.Words.Is(k) && !(ok && typing.Typing()) {
		return d.do(screen.Words{})
	}
	return d.do(d.top().Key(k))
}

// do does what a screen wants done.
func (d *desk) do(a screen.Action) tea.Cmd {
	switch a := a.(type) {
	case screen.All:
		var cmds []tea.Cmd
		for _, one := range a {
			cmds = append(cmds, d.do(one))
		}
		return tea.Sequence(cmds...)
	case screen.Back:
		d.stack = d.stack[:max(1, len(d.stack)-1)]
	case screen.Push:
		d.stack = append(d.stack, a.Screen)
	case screen.Help:
		d.stack = append(d.stack, help.New(d.caller.Theme(), d.top().Topic()))
	case screen.Words:
		d.stack = append(d.stack, glossary.New(d.caller.Theme(), a.Term))
	case screen.Lead:
		d.busy = true
		return d.lead(a)
	case screen.Home, screen.Quit:
		return d.leave(words.Say("seat.chair"))
	}
	return nil
}

// lead has something done in the room.
func (d *desk) lead(a screen.Lead) tea.Cmd {
	return func() tea.Msg {
		ctx, stop := context.WithTimeout(d.ctx, patience)
		defer stop()
		return led{a.Says, d.chair.Do(ctx, a.Command, a.Names...)}
	}
}

// View is the screen.
func (d *desk) View() string { return widget.Layers(d.caller.Theme(), d.stack, d.w, d.h) }

// Close gets up.
func (d *desk) Close() { d.stop() }

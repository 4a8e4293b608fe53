package session

import (
	"context"
	"net/netip"
	"reflect"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"callout/game"
	"callout/game/workshop"
	"callout/game/workshop/memory"
	"callout/levels"
	"callout/ui/remote"
)

// hall is a hub with one workshop, and a door to it.
type hall struct {
	t     *testing.T
	hub   *workshop.Hub
	chair *workshop.Chair
	keys  workshop.Keys
	door  remote.Door
	store *memory.Store
}

// script is a short workshop: the first round at everybody's own pace, the second together.
func script(seats int) workshop.Script {
	return workshop.Script{Name: "test", Title: "Two rounds", Minutes: 20, Level: "one-team", Seats: seats, Hints: true, Rounds: []workshop.Round{
		{Title: "What is on fire", Says: "Read what comes in.", Ask: []string{"What surprised you?"}, Days: 1, Pace: workshop.Own, Open: []workshop.Lever{workshop.TriageLever, workshop.DeploymentsLever}, Prepare: 2, Run: 5, Result: 2, Reflect: 2},
		{Title: "What helps", Says: "Everything is open.", Days: 2, Pace: workshop.Together, Every: 30, Open: workshop.AllLevers(), Prepare: 1, Run: 10, Result: 1},
	}}
}

// open is a hall for a test within a synctest bubble.
func open(t *testing.T, s workshop.Script) *hall {
	t.Helper()
	store := memory.New()
	hub, err := workshop.NewHub(context.Background(), workshop.Options{Store: store, Load: func(name, _, model string) (*game.Level, error) { return levels.LoadWithModel(name, model) }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		ctx, stop := context.WithTimeout(context.Background(), 10*time.Second)
		defer stop()
		if err := hub.Close(ctx, "The test is over."); err != nil {
			t.Error(err)
		}
	})
	chair, keys, err := hub.Open(t.Context(), workshop.Plan{Level: s.Level, Script: s})
	if err != nil {
		t.Fatal(err)
	}
	return &hall{t, hub, chair, keys, screens(Options{Hub: hub}), store}
}

// say gives a command of the facilitator, and lets everybody see what came of it.
func (h *hall) say(kind workshop.Kind, body any) {
	h.t.Helper()
	c := workshop.Command{Kind: kind}
	if body != nil {
		c.Body = workshop.Body(body)
	}
	if err := h.chair.Do(h.t.Context(), c); err != nil {
		h.t.Fatalf("%s: %v", kind, err)
	}
	synctest.Wait()
}

// caller plays as a person at a terminal: it types, and what the program started runs beside it.
type caller struct {
	t     *testing.T
	model tea.Model
	msgs  chan tea.Msg
	stop  context.CancelFunc
	quit  bool
	w, h  int
	seen  []string // every frame, where they are kept
	keep  bool
}

// call comes to the door.
func (h *hall) call(c remote.Caller) *caller {
	h.t.Helper()
	if c.Width == 0 {
		c.Width, c.Height = 80, 24
	}
	if !c.Address.IsValid() {
		c.Address = netip.MustParseAddr("127.0.0.1")
	}
	c.Profile = termenv.Ascii
	ctx, stop := context.WithCancel(context.Background())
	m, err := h.door(ctx, c)
	if err != nil {
		h.t.Fatal(err)
	}
	p := &caller{t: h.t, model: m, msgs: make(chan tea.Msg, 1000), stop: stop, w: c.Width, h: c.Height}
	h.t.Cleanup(p.hangUp)
	p.run(m.Init())
	return p.settle()
}

// hangUp breaks the line.
func (p *caller) hangUp() {
	if p.stop != nil {
		p.stop()
		p.stop = nil
		if c, ok := p.model.(interface{ Close() error }); ok {
			_ = c.Close()
		}
		time.Sleep(2 * time.Second) // clocks that tick end
	}
}

func (p *caller) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	go func() {
		if m := cmd(); m != nil {
			p.msgs <- m
		}
	}()
}

// settle takes all messages that are there, until nothing moves any more.
func (p *caller) settle() *caller {
	for {
		synctest.Wait()
		select {
		case m := <-p.msgs:
			p.take(m)
		default:
			return p
		}
	}
}

func (p *caller) take(m tea.Msg) {
	switch m := m.(type) {
	case tea.QuitMsg:
		p.quit = true
		return
	case tea.SuspendMsg:
		p.t.Fatal("the server was sent to sleep")
	case tea.BatchMsg:
		for _, c := range m {
			p.run(c)
		}
		return
	}
	if v := reflect.ValueOf(m); v.Kind() == reflect.Slice && v.CanConvert(reflect.TypeFor[[]tea.Cmd]()) {
		go func() {
			for _, c := range v.Convert(reflect.TypeFor[[]tea.Cmd]()).Interface().([]tea.Cmd) {
				if c != nil {
					if m := c(); m != nil {
						p.msgs <- m
					}
				}
			}
		}()
		return
	}
	_, cmd := p.model.Update(m)
	p.run(cmd)
	if p.keep {
		p.seen = append(p.seen, p.model.View())
	}
}

var special = map[string]tea.KeyType{
	"enter": tea.KeyEnter, "esc": tea.KeyEsc, "tab": tea.KeyTab, "up": tea.KeyUp, "down": tea.KeyDown, "space": tea.KeySpace, "backspace": tea.KeyBackspace, "ctrl+z": tea.KeyCtrlZ, "ctrl+u": tea.KeyCtrlU,
	"ctrl+c": tea.KeyCtrlC, "end": tea.KeyEnd, "home": tea.KeyHome, "left": tea.KeyLeft, "right": tea.KeyRight, "pgdown": tea.KeyPgDown, "pgup": tea.KeyPgUp, "shift+tab": tea.KeyShiftTab,
}

// press types keys, each when the one before has been answered.
func (p *caller) press(keys ...string) *caller {
	p.settle()
	for _, k := range keys {
		p.take(pressed(k))
		p.settle()
	}
	return p
}

// pressed is the message of a key, named as package key names it.
func pressed(k string) tea.KeyMsg {
	kind, ok := special[k]
	switch {
	case !ok:
		return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(k)}
	case kind == tea.KeySpace:
		return tea.KeyMsg{Type: kind, Runes: []rune{' '}}
	}
	return tea.KeyMsg{Type: kind}
}

// paste pastes text.
func (p *caller) paste(text string) *caller {
	p.take(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true})
	return p.settle()
}

// write types text.
func (p *caller) write(text string) *caller {
	for _, r := range text {
		if r == ' ' {
			p.press("space")
			continue
		}
		p.press(string(r))
	}
	return p
}

// screen is what is on the screen, and fails the test where it is not exactly as large as the terminal.
func (p *caller) screen() string {
	p.t.Helper()
	p.settle()
	view := p.model.View()
	rows := strings.Split(view, "\n")
	if len(rows) != p.h {
		p.t.Errorf("the screen has %d rows, the terminal %d", len(rows), p.h)
	}
	for y, r := range rows {
		if n := ansi.StringWidth(r); n != p.w {
			p.t.Errorf("row %d has %d cells, the terminal %d: %q", y, n, p.w, r)
		}
	}
	return view
}

// sees fails the test where the screen does not show all of the texts.
func (p *caller) sees(texts ...string) *caller {
	p.t.Helper()
	view := p.screen()
	for _, s := range texts {
		if !strings.Contains(view, s) {
			p.t.Errorf("the screen does not show %q:\n%s", s, view)
		}
	}
	return p
}

// joins comes in as somebody with a name.
func (h *hall) joins(c remote.Caller, name string) *caller {
	h.t.Helper()
	p := h.call(c).write(h.chair.Room().Code()).press("enter").write(name).press("enter")
	if h.chair.Room().Picture().Script.Seats > 1 {
		p.press("enter")
	}
	return p
}

// screens is the door to the screens alone.
func screens(o Options) remote.Door {
	door, _ := Doors(o)
	return door
}

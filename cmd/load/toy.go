package main

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"callout/ui/line"
	"callout/ui/remote"
	"callout/ui/theme"
)

// world is what all players see: a number that changes, and with it every row of every screen.
type world struct {
	n       atomic.Int64
	mu      sync.Mutex
	waiting map[chan struct{}]bool // one slot each: the newest is enough
}

func newWorld() *world { return &world{waiting: map[chan struct{}]bool{}} }

// turn changes the world until ctx ends.
func (w *world) turn(ctx context.Context, every time.Duration) {
	clock := time.NewTicker(every)
	defer clock.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-clock.C:
			w.n.Add(1)
			w.mu.Lock()
			for c := range w.waiting {
				select {
				case c <- struct{}{}:
				default:
				}
			}
			w.mu.Unlock()
		}
	}
}

// watch tells of changes until ctx ends.
func (w *world) watch(ctx context.Context) <-chan struct{} {
	c := make(chan struct{}, 1)
	w.mu.Lock()
	w.waiting[c] = true
	w.mu.Unlock()
	context.AfterFunc(ctx, func() {
		w.mu.Lock()
		delete(w.waiting, c)
		w.mu.Unlock()
	})
	return c
}

// toy is a screen of three panels with bars. A key changes one row of it, and the world all of them.
type toy struct {
	ctx   context.Context
	world *world
	wake  <-chan struct{}
	theme *theme.Theme
	keys  int
	w, h  int
}

func newToy(ctx context.Context, w *world, c remote.Caller) *toy {
	return &toy{ctx: ctx, world: w, wake: w.watch(ctx), theme: c.Theme()}
}

// changed says that the world has changed. It is told to everybody.
type changed struct{}

func (changed) Everybody() {}

func (t *toy) next() tea.Msg {
	select {
	case <-t.ctx.Done():
		return nil
	case <-t.wake:
		return changed{}
	}
}

func (t *toy) Init() tea.Cmd { return t.next }

func (t *toy) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	switch m := m.(type) {
	case tea.WindowSizeMsg:
		t.w, t.h = m.Width, m.Height
	case tea.KeyMsg:
		if m.String() == "ctrl+c" {
			return t, tea.Quit
		}
		t.keys++
	case changed:
		return t, t.next
	}
	return t, nil
}

// token is eight letters, all of which change with every key.
func token(keys int) string {
	var b [8]byte
	for i := range b {
		b[i] = 'A' + byte((keys*7+i*3+keys/26*i)%26)
	}
	return string(b[:])
}

func (t *toy) View() string {
	n := int(t.world.n.Load())
	b := line.NewBlock(t.w, t.h)
	b.Put(t.theme.Title, "LOAD").Space(2).Put(t.theme.Dim, fmt.Sprintf("%06d", n)).Space(2).Put(t.theme.Strong, token(t.keys)).End()
	panel := (t.w - 2) / 3
	styles := []line.Style{t.theme.Good, t.theme.Warn, t.theme.Alarm, t.theme.Accent}
	for y := 1; y < t.h; y++ {
		for p := range 3 {
			length := (n*13 + y*7 + p*29) % max(1, panel-14)
			b.Cell(t.theme.Dim, fmt.Sprintf("team %02d %03d", y, length), 12)
			b.Fill(styles[(n+y+p)%len(styles)], theme.BarFull, length)
			b.Fill(t.theme.Faint, theme.BarEmpty, panel-14-length)
			b.To((p+1)*(panel+1) - 1)
			if p < 2 {
				b.Put(t.theme.Faint, theme.Wall)
			}
		}
		b.End()
	}
	return b.View()
}

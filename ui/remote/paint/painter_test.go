package paint

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"callout/ui/remote"
)

// page is a model with a line for each thing that it was told.
type page struct {
	keys   string
	ticks  int
	w, h   int
	views  int
	closed chan struct{}
}

type tick struct{}

func (tick) Everybody() {}

type work struct{}

func (p *page) Init() tea.Cmd { return nil }

func (p *page) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	switch m := m.(type) {
	case tea.WindowSizeMsg:
		p.w, p.h = m.Width, m.Height
	case tick:
		p.ticks++
	case tea.KeyMsg:
		switch m.String() {
		case "q":
			return p, tea.Quit
		case "!":
			panic("in Update")
		case "?":
			return p, func() tea.Msg { panic("in a command") }
		case "#":
			return p, tea.Sequence(func() tea.Msg { return nil }, tea.Batch(nil, func() tea.Msg { panic("in a sequence") }, func() tea.Msg { return nil }))
		case "ctrl+z":
			return p, tea.Suspend
		}
		p.keys += m.String()
	}
	return p, nil
}

func (p *page) View() string {
	p.views++
	if p.keys == "v" {
		panic("in View")
	}
	return fmt.Sprintf("keys %s\nticks %d\n%d by %d\nlast", p.keys, p.ticks, p.w, p.h)
}

func (p *page) Close() error {
	close(p.closed)
	return nil
}

// film is a screen that keeps what it was shown.
type film struct {
	mu     sync.Mutex
	rows   map[int]string
	frames []Frame
	moved  chan struct{}
	hold   chan struct{} // frames wait for it to be closed
	fail   error
}

func newFilm() *film { return &film{rows: map[int]string{}, moved: make(chan struct{}, 1000)} }

func (f *film) Show(fr Frame) error {
	if f.hold != nil {
		<-f.hold
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if fr.Whole {
		clear(f.rows)
	}
	for _, r := range fr.Rows {
		f.rows[r.N] = r.Text
	}
	f.frames = append(f.frames, fr)
	f.moved <- struct{}{}
	return f.fail
}

// sees waits until a row is as it should be.
func (f *film) sees(t *testing.T, n int, want string) {
	t.Helper()
	for deadline := time.After(10 * time.Second); ; {
		f.mu.Lock()
		got := f.rows[n]
		f.mu.Unlock()
		if got == want {
			return
		}
		select {
		case <-f.moved:
		case <-deadline:
			t.Fatalf("row %d is %q, not %q", n, got, want)
		}
	}
}

// session is a painter that runs, and what holds it.
type session struct {
	*Painter
	film *film
	page *page
	in   *io.PipeWriter
	over chan error
	stop context.CancelCauseFunc
}

func run(t *testing.T, change func(*Session)) *session {
	t.Helper()
	r, w := io.Pipe()
	s := &session{film: newFilm(), page: &page{closed: make(chan struct{})}, in: w, over: make(chan error, 1)}
	how := Session{Model: s.page, In: NewKeys(r, nil), Out: s.film, Width: 80, Height: 24}
	if change != nil {
		change(&how)
	}
	ctx, end := context.WithCancelCause(t.Context())
	s.stop = end
	s.Painter = New(ctx, how)
	go func() { s.over <- s.Run() }()
	t.Cleanup(func() { end(nil); w.Close(); r.Close() })
	return s
}

func (s *session) types(text string) { io.WriteString(s.in, text) }

// ends waits for the end, and for the model to be closed.
func (s *session) ends(t *testing.T) error {
	t.Helper()
	select {
	case err := <-s.over:
		select {
		case <-s.page.closed:
		case <-time.After(10 * time.Second):
			t.Error("the model was not closed")
		}
		return err
	case <-time.After(10 * time.Second):
		t.Fatal("the session does not end")
		return nil
	}
}

func TestOnlyWhatChangesIsShown(t *testing.T) {
	s := run(t, nil)
	s.film.sees(t, 2, "80 by 24")
	first := s.film.frames[0]
	if !first.Whole || len(first.Rows) != 24 {
		t.Errorf("the first frame has %d rows", len(first.Rows))
	}
	s.types("a")
	s.film.sees(t, 0, "keys a")
	s.program.Send(work{}) // changes nothing
	s.program.Send(tick{})
	s.film.sees(t, 1, "ticks 1")
	s.film.mu.Lock()
	defer s.film.mu.Unlock()
	for _, f := range s.film.frames[1:] {
		if f.Whole || len(f.Rows) != 1 {
			t.Errorf("a frame of %d rows for one that changed", len(f.Rows))
		}
	}
}

func TestResizeShowsEverything(t *testing.T) {
	s := run(t, nil)
	s.film.sees(t, 2, "80 by 24")
	for w := 20; w <= 200; w++ {
		s.Resize(w, 50)
	}
	s.film.sees(t, 2, "200 by 50")
	s.film.mu.Lock()
	last := s.film.frames[len(s.film.frames)-1]
	s.film.mu.Unlock()
	if !last.Whole || len(last.Rows) != 50 {
		t.Errorf("the last frame has %d rows", len(last.Rows))
	}
	before := s.Frames()
	s.Repaint()
	for deadline := time.Now().Add(10 * time.Second); s.Frames() == before; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("nothing is shown again")
		}
	}
}

func TestEndings(t *testing.T) {
	boom := errors.New("boom")
	for _, c := range []struct {
		name string
		do   func(*session)
		want func(error) bool
	}{
		{"the model quits", func(s *session) { s.types("q") }, func(err error) bool { return err == nil }},
		{"the caller hangs up", func(s *session) { s.in.Close() }, func(err error) bool { return errors.Is(err, ErrHungUp) }},
		{"the server stops", func(s *session) { s.stop(boom) }, func(err error) bool { return err == boom }},
		{"panic in Update", func(s *session) { s.types("!") }, isPanic("in Update")},
		{"panic in a command", func(s *session) { s.types("?") }, isPanic("in a command")},
		{"panic in a sequence", func(s *session) { s.types("#") }, isPanic("in a sequence")},
		{"panic in View", func(s *session) { s.types("v") }, isPanic("in View")},
		{"the screen fails", func(s *session) {
			s.film.mu.Lock()
			s.film.fail = boom
			s.film.mu.Unlock()
			s.types("a")
		}, func(err error) bool { return err == boom }},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := run(t, nil)
			s.film.sees(t, 2, "80 by 24")
			c.do(s)
			if err := s.ends(t); !c.want(err) {
				t.Errorf("ends with %v", err)
			}
		})
	}
}

func isPanic(with string) func(error) bool {
	return func(err error) bool {
		p, ok := errors.AsType[*remote.Panic](err)
		return ok && p.Value == with && len(p.Stack) > 0
	}
}

func TestSuspendDoesNothing(t *testing.T) {
	s := run(t, nil)
	s.types("\x1aa")
	s.film.sees(t, 0, "keys a")
}

// TestStalledScreen: who does not read gets nothing, costs no drawing, and holds up no message.
func TestStalledScreen(t *testing.T) {
	hold := make(chan struct{})
	s := run(t, func(s *Session) { s.Out.(*film).hold = hold })
	for deadline := time.Now().Add(10 * time.Second); s.Frames() == 0; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("no frame comes")
		}
	}
	for range 1000 {
		s.program.Send(tick{})
	}
	s.program.Send(work{}) // it is taken when all before it were looked at
	s.mu.Lock()
	views, ticks := s.page.views, s.page.ticks
	s.mu.Unlock()
	if ticks != 1000 || views != 1 {
		t.Errorf("%d messages taken, %d views drawn", ticks, views)
	}
	s.stop(ErrHungUp)
	if err := s.ends(t); !errors.Is(err, ErrStalled) {
		t.Errorf("ends with %v", err)
	}
	close(hold)
}

func TestNoticeComesAndGoes(t *testing.T) {
	s := run(t, nil)
	s.film.sees(t, 3, "last")
	s.Resize(80, 4)
	s.film.sees(t, 2, "80 by 4")
	s.Notice("too fast", 50*time.Millisecond)
	s.film.sees(t, 3, "too fast")
	s.film.sees(t, 3, "last")
}

func TestPace(t *testing.T) {
	t0 := time.Unix(1000, 0)
	var p pace
	for i := range burst {
		if p.want(soon, t0); p.due != t0 {
			t.Fatalf("frame %d of a burst waits %v", i, p.due.Sub(t0))
		}
		p.shown(t0)
	}
	p.want(soon, t0)
	if wait := p.due.Sub(t0); wait != interval {
		t.Errorf("after the burst a frame waits %v", wait)
	}
	if p.want(now, t0); p.due != t0 {
		t.Errorf("a key waits %v", p.due.Sub(t0))
	}
	p = pace{late: func(at time.Time) time.Time { return at.Add(time.Second / 2) }}
	if p.want(evenly, t0); p.due.Sub(t0) != time.Second/2 {
		t.Errorf("what everybody gets waits %v", p.due.Sub(t0))
	}
	if p.want(evenly, t0.Add(time.Second/4)); p.due.Sub(t0) != time.Second/2 {
		t.Errorf("and is put off until %v", p.due.Sub(t0))
	}

	// Over ten seconds of a message every millisecond, thirty frames a second.
	p, frames := pace{}, 0
	for at := t0; at.Before(t0.Add(10 * time.Second)); at = at.Add(time.Millisecond) {
		p.want(soon, at)
		if !p.due.After(at) {
			frames++
			p.shown(at)
		}
	}
	if frames < 290 || frames > 300+burst {
		t.Errorf("%d frames in ten seconds", frames)
	}
}

func TestNothingIsLeftRunning(t *testing.T) {
	before := runtime.NumGoroutine()
	for range 20 {
		s := run(t, nil)
		s.film.sees(t, 2, "80 by 24")
		s.types("q")
		s.ends(t)
		s.in.Close()
	}
	for deadline := time.Now().Add(10 * time.Second); runtime.NumGoroutine() > before; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%d goroutines before, %d after", before, runtime.NumGoroutine())
		}
	}
}

func TestTerminalWritesRows(t *testing.T) {
	var out strings.Builder
	term := NewTerminal(&out)
	term.Show(Frame{Width: 10, Height: 3, Whole: true, Rows: []Row{{0, "\x1b[1ma\x1b[0m   "}, {1, "     "}, {2, "c"}}})
	want := together + "\x1b[0m\x1b[2J\x1b[1;1H\x1b[m\x1b[K\x1b[1ma\x1b[0m\x1b[3;1H\x1b[m\x1b[Kc" + shown
	if out.String() != want {
		t.Errorf("%q", out.String())
	}
	out.Reset()
	term.Show(Frame{Width: 10, Height: 3, Rows: []Row{{1, "     "}}})
	if want := together + "\x1b[2;1H\x1b[m\x1b[K" + shown; out.String() != want {
		t.Errorf("%q", out.String())
	}
}

// TestKeysMayBeSent: a session without input takes its keys one by one, and one that is over takes none and holds up nobody.
func TestKeysMayBeSent(t *testing.T) {
	screen := newFilm()
	p := New(t.Context(), Session{Model: &page{closed: make(chan struct{})}, Out: screen, Width: 20, Height: 4})
	over := make(chan error, 1)
	go func() { over <- p.Run() }()
	p.Send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("a")})
	screen.sees(t, 0, "keys a")
	p.Send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("q")})
	if err := <-over; err != nil {
		t.Errorf("the session ended with %v", err)
	}
	p.Send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("b")})
}

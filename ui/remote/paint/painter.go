package paint

import (
	"context"
	"errors"
	"io"
	"sync"
	"sync/atomic"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"callout/ui/remote"
)

// Session is what a Painter needs.
type Session struct {
	Model         tea.Model
	In            io.Reader // what was typed, best through Keys; its end is the caller hanging up; nil where Send brings it
	Out           Screen
	Width, Height int

	// Phase is how long this session lets frames wait that everybody gets at the same instant; nil for not at all. It is
	// asked each time, so that it may grow with the number of sessions.
	Phase func() time.Duration
}

// Reasons for the end of a session.
var (
	ErrHungUp  = errors.New("the caller hung up")
	ErrStalled = errors.New("the caller does not read")
)

// Painter is one session: a model, its keys, and its picture.
type Painter struct {
	s       Session
	ctx     context.Context
	end     context.CancelCauseFunc
	program *tea.Program
	wake    chan struct{} // one slot: the writer has something to look at

	mu     sync.Mutex // over the model: it is updated by one goroutine and drawn by another
	model  tea.Model
	wanted haste
	w, h   int    // that the model was told last
	afresh bool   // the screen has forgotten everything
	notice string // shown in the last row; or empty
	fault  error  // what ended the session from within

	size     atomic.Uint64 // width and height to tell the model
	resizing atomic.Bool   // they are on their way to the model
	frames   atomic.Int64
}

// New prepares a session that ends with ctx at the latest. Run runs it, and has to be called.
func New(ctx context.Context, s Session) *Painter {
	p := &Painter{s: s, model: s.Model, wake: make(chan struct{}, 1)}
	p.ctx, p.end = context.WithCancelCause(ctx)
	var in io.Reader
	if s.In != nil {
		in = &ending{in: s.In, end: p.end}
	}
	p.program = tea.NewProgram((*updated)(p), tea.WithContext(p.ctx), tea.WithInput(in), tea.WithOutput(io.Discard),
		tea.WithEnvironment([]string{}), tea.WithoutRenderer(), tea.WithoutSignalHandler(), tea.WithFilter(local))
	p.Resize(s.Width, s.Height)
	return p
}

// Run runs the session until the model quits, which is no error, the caller hangs up, or the context ends, whose cause is
// returned. An error that the screen met is returned as it is, and a fault in the model as a *remote.Panic. The model is
// closed, if it can be.
func (p *Painter) Run() error {
	defer p.end(nil)
	written := make(chan struct{})
	remote.Safely(func(f *remote.Panic) { p.end(f) }, func() {
		defer close(written)
		if err := p.write(p.ctx); err != nil {
			p.end(err)
		}
	})
	_, err := p.program.Run()
	if errors.Is(err, tea.ErrInterrupted) {
		err = nil
	}
	cause := context.Cause(p.ctx)
	p.end(nil)

	stalled := false
	select {
	case <-written:
	case <-time.After(time.Second):
		stalled = true
	}
	p.mu.Lock()
	fault := p.fault
	p.mu.Unlock()
	if c, ok := p.Model().(io.Closer); ok {
		err = errors.Join(err, c.Close())
	}
	switch {
	case fault != nil:
		return fault
	case stalled:
		return ErrStalled
	case cause != nil:
		return cause
	}
	return err
}

// Model is the model as it is now. It is for after Run.
func (p *Painter) Model() tea.Model {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.model
}

// Resize tells the model a new size, and draws everything anew. It does not wait for either.
func (p *Painter) Resize(w, h int) {
	p.size.Store(pack(w, h))
	if !p.resizing.CompareAndSwap(false, true) {
		return
	}
	remote.Safely(p.fail, func() {
		p.resizing.Store(false)
		w, h := unpack(p.size.Load())
		p.program.Send(tea.WindowSizeMsg{Width: w, Height: h})
	})
}

// Send brings the model a message: a key, where they do not come from In. It waits until the model has taken it.
func (p *Painter) Send(m tea.Msg) { p.program.Send(m) }

// Repaint draws everything anew, for a screen that has forgotten it.
func (p *Painter) Repaint() { p.Resize(unpack(p.size.Load())) }

// Notice shows a line in place of the last row for a while, whatever the model shows there. One at a time: a second one
// is not shown.
func (p *Painter) Notice(text string, d time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.notice != "" {
		return
	}
	p.notice = text
	p.want(now)
	time.AfterFunc(d, func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.notice = ""
		p.want(soon)
	})
}

// Frames is how many frames were shown.
func (p *Painter) Frames() int64 { return p.frames.Load() }

// want asks the writer for a frame. The lock is held.
func (p *Painter) want(h haste) {
	p.wanted = max(p.wanted, h)
	select {
	case p.wake <- struct{}{}:
	default:
	}
}

// fail ends the session because of a fault within.
func (p *Painter) fail(f *remote.Panic) {
	p.mu.Lock()
	if p.fault == nil {
		p.fault = f
	}
	p.mu.Unlock()
	p.program.Kill()
}

func pack(w, h int) uint64 { return uint64(uint32(w))<<32 | uint64(uint32(h)) }

func unpack(size uint64) (w, h int) { return int(size >> 32), int(uint32(size)) }

// local keeps a model from what makes sense only in a terminal of one's own: to suspend the program would stop the server.
func local(_ tea.Model, msg tea.Msg) tea.Msg {
	if _, ok := msg.(tea.SuspendMsg); ok {
		return nil
	}
	return msg
}

// ending tells when there is nothing more to read, and why.
type ending struct {
	in  io.Reader
	end func(error)
}

func (e *ending) Read(b []byte) (int, error) {
	n, err := e.in.Read(b)
	switch {
	case errors.Is(err, ErrFlood):
		e.end(err)
	case err != nil:
		e.end(ErrHungUp)
	}
	return n, err
}

package web

import (
	"sync"

	"callout/ui/remote/paint"
)

// A source is what a stream is read from: numbered pictures, or numbered lines. It keeps what a reader needs who comes
// back, so a reader holds nobody up and misses nothing.
type source interface {
	// since is an event that brings a reader who has seen number n to where things are, and the number that it has seen
	// then. It is not ok where there is nothing newer. A reader who has seen nothing has seen 0.
	since(n uint64) (name string, data any, number uint64, ok bool)
	// wake has a value after something changed. It is for one reader at a time.
	wake() <-chan struct{}
	// ring makes the reader look again.
	ring()
}

// A bell rings once for any number of changes.
type bell chan struct{}

func newBell() bell { return make(bell, 1) }

func (b bell) ring() {
	select {
	case b <- struct{}{}:
	default:
	}
}

func (b bell) wake() <-chan struct{} { return b }

// canvas is the picture of a session as it stands. It is a [paint.Screen] that never blocks.
type canvas struct {
	bell
	mu            sync.Mutex
	width, height int
	number        uint64 // of the newest frame
	whole         uint64 // of the last frame that had all rows
	rows          []string
	changed       []uint64 // number of the frame in which a row changed last
}

func newCanvas() *canvas { return &canvas{bell: newBell()} }

// Show takes a frame.
func (c *canvas) Show(f paint.Frame) error {
	c.mu.Lock()
	c.number++
	if f.Whole || f.Width != c.width || f.Height != c.height {
		c.width, c.height, c.whole = f.Width, f.Height, c.number
		c.rows, c.changed = make([]string, f.Height), make([]uint64, f.Height)
	}
	for _, r := range f.Rows {
		if r.N >= 0 && r.N < len(c.rows) {
			c.rows[r.N], c.changed[r.N] = r.Text, c.number
		}
	}
	c.mu.Unlock()
	c.ring()
	return nil
}

// Picture is a frame as the page gets it.
type Picture struct {
	Width  int   `json:"w"`
	Height int   `json:"h"`
	Full   bool  `json:"full,omitempty"` // rows that are not in it are empty; otherwise they are as they were
	Rows   []Row `json:"rows"`
}

func (c *canvas) since(n uint64) (string, any, uint64, bool) {
	c.mu.Lock()
	if n == c.number {
		c.mu.Unlock()
		return "", nil, n, false
	}
	p := Picture{Width: c.width, Height: c.height, Full: n < c.whole || n > c.number, Rows: []Row{}}
	var texts []string
	for i, row := range c.rows {
		if (p.Full && row != "") || (!p.Full && c.changed[i] > n) {
			p.Rows, texts = append(p.Rows, Row{N: i}), append(texts, row)
		}
	}
	number := c.number
	c.mu.Unlock()
	for i, text := range texts {
		p.Rows[i].Runs = Runs(text)
	}
	return "frame", p, number, true
}

package paint

import (
	"io"
	"strconv"
	"strings"
	"sync"
)

// Terminal is a screen that understands escape sequences.
type Terminal struct{ out io.Writer }

// NewTerminal shows frames on the terminal that out leads to.
func NewTerminal(out io.Writer) *Terminal { return &Terminal{out} }

const (
	// The other screen; no cursor; no wrapping, so that a line that is too long harms only itself; pasted text in brackets.
	enter = "\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?2004h\x1b[0m\x1b[2J"
	leave = "\x1b[0m\x1b[?2004l\x1b[?7h\x1b[?25h\x1b[?1049l"

	// Terminals that know these wait for the whole frame; others ignore them.
	together, shown = "\x1b[?2026h", "\x1b[?2026l"
)

// Enter takes the terminal over.
func (t *Terminal) Enter() error {
	_, err := io.WriteString(t.out, enter)
	return err
}

// Leave gives the terminal back as it was, with one line of text under what stood there before.
func (t *Terminal) Leave(text string) error {
	_, err := io.WriteString(t.out, leave+text+"\r\n")
	return err
}

// buffers are what frames are put together in; sessions keep none.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

// Show writes a frame, in one piece.
func (t *Terminal) Show(f Frame) error {
	buf := buffers.Get().(*[]byte)
	defer buffers.Put(buf)
	b := append((*buf)[:0], together...)
	if f.Whole {
		b = append(b, "\x1b[0m\x1b[2J"...)
	}
	for _, r := range f.Rows {
		text := strings.TrimRight(r.Text, " ") // the row is blank already
		if text == "" && f.Whole {
			continue
		}
		b = append(b, "\x1b["...)
		b = strconv.AppendInt(b, int64(r.N)+1, 10)
		b = append(b, ";1H\x1b[m\x1b[K"...)
		b = append(b, text...)
	}
	b = append(b, shown...)
	*buf = b
	_, err := t.out.Write(b)
	return err
}

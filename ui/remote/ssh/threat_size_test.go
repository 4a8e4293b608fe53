package ssh

import (
	"fmt"
	"io"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"
)

// hugeSizes are what clients really send, and what they could.
var hugeSizes = []uint32{0, 1, 65535, 131072, 1 << 31, 1<<32 - 1}

// TestT1SizeBomb: a terminal of any size is a terminal of a size that there is, and costs no memory.
func TestT1SizeBomb(t *testing.T) {
	h := open(t, Limits{}, nil)
	other := h.come(t).sees(t, "size:80x24")
	before, most := memory(), int64(0)
	changing := huge(t, h, 80, 24)
	for _, w := range hugeSizes {
		for _, hh := range hugeSizes {
			cw, ch := clamp(w, hh)
			if cw < minWidth || cw > maxWidth || ch < minHeight || ch > maxHeight {
				t.Fatalf("%d by %d becomes %d by %d", w, hh, cw, ch)
			}
			want := fmt.Sprintf("size:%dx%d", cw, ch)
			changing.session.SendRequest("window-change", false, gossh.Marshal(windowChange{w, hh, 0, 0}))
			changing.reads(t, want)
			if long() || w == hh {
				c := huge(t, h, w, hh)
				c.reads(t, want)
				most = max(most, memory()-before)
				c.conn.Close()
			}
		}
	}
	if most > 20<<20 {
		t.Errorf("memory grew by %d MB", most>>20)
	}
	other.types("still here")
	other.sees(t, "typed:still here")
}

// bomb is a client that keeps nothing of what it reads.
type bomb struct {
	conn    *gossh.Client
	session *gossh.Session
	out     io.Reader
	buf     []byte
}

func huge(t *testing.T, h *house, w, hh uint32) *bomb {
	t.Helper()
	conn, err := logIn(h.addr)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	s, err := conn.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	out, _ := s.StdoutPipe()
	s.StdinPipe()
	if ok, err := s.SendRequest("pty-req", true, gossh.Marshal(ptyRequest{"xterm", w, hh, 0, 0, ""})); !ok || err != nil {
		t.Fatalf("a terminal of %d by %d is refused: %v", w, hh, err)
	}
	if err := s.Shell(); err != nil {
		t.Fatal(err)
	}
	return &bomb{conn, s, out, make([]byte, 32<<10)}
}

// reads reads until some text comes, or something like it has come before.
func (b *bomb) reads(t *testing.T, text string) {
	t.Helper()
	for kept := 0; ; {
		n, err := b.out.Read(b.buf[kept:])
		if strings.Contains(string(b.buf[:kept+n]), text) {
			return
		}
		if err != nil {
			t.Fatalf("no %q: %v", text, err)
		}
		kept = copy(b.buf, b.buf[max(0, kept+n-len(text)):kept+n])
	}
}

// TestResizeFlood: sizes that change without end are drawn no more often than people can see.
func TestResizeFlood(t *testing.T) {
	h := open(t, Limits{}, nil)
	c := h.come(t).sees(t, "size:80x24")
	for i := range 200 {
		c.session.SendRequest("window-change", false, gossh.Marshal(windowChange{uint32(50 + i%300), 24, 0, 0}))
	}
	c.session.SendRequest("window-change", false, gossh.Marshal(windowChange{80, 24, 0, 0}))
	c.types("x")
	c.sees(t, "typed:x")
	eventually(t, "the last size holds", func() bool { return strings.Contains(c.shows(), "size:80x24") })
	h.mu.Lock()
	defer h.mu.Unlock()
	for s := range h.sessions {
		if n := s.painter.Frames(); n > 150 {
			t.Errorf("%d frames for 201 sizes", n)
		}
	}
}

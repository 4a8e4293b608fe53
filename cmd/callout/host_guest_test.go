//go:build unix

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	gossh "golang.org/x/crypto/ssh"

	"callout/ui/remote/ssh"
	"callout/ui/remote/web"
	"callout/ui/remote/web/webclient"
)

// The screen of a guest, in cells.
const guestWidth, guestHeight = 120, 36

// guest is somebody at a server, with a terminal or in a browser.
type guest struct {
	way
	t        *testing.T
	moved    chan struct{} // one slot: the screen has changed
	finished chan struct{} // closed when the session has ended
}

// way is how a guest has come.
type way interface {
	shows() string
	give(keys string) error
	// code is the return code that the guest has been given; empty before.
	code() string
	hangUp()
}

func newGuest(t *testing.T, w way) *guest {
	return &guest{way: w, t: t, moved: make(chan struct{}, 1), finished: make(chan struct{})}
}

// changed tells whoever waits that the screen has changed.
func (g *guest) changed() {
	select {
	case g.moved <- struct{}{}:
	default:
	}
}

// types sends keys.
func (g *guest) types(keys string) *guest {
	g.t.Helper()
	if err := g.give(keys); err != nil {
		g.t.Fatal(err)
	}
	return g
}

// sees waits until all of the texts stand on the screen.
func (g *guest) sees(texts ...string) *guest {
	g.t.Helper()
	err := g.awaits(strings.Join(texts, " and "), func(screen string) bool {
		for _, text := range texts {
			if !strings.Contains(screen, text) {
				return false
			}
		}
		return true
	})
	if err != nil {
		g.t.Fatal(err)
	}
	return g
}

// errOver says that the session is over, or never began: whoever was there is gone.
var errOver = errors.New("the session is over")

// awaits waits until the screen is as it should be.
func (g *guest) awaits(what string, is func(screen string) bool) error {
	over, deadline := g.finished, time.After(patience)
	for {
		screen := g.shows()
		if is(screen) {
			return nil
		}
		if over == nil {
			return fmt.Errorf("no %s: %w:\n%s", what, errOver, screen)
		}
		select {
		case <-g.moved:
		case <-over:
			over = nil // what came last is looked at once more
		case <-deadline:
			return fmt.Errorf("no %s on the screen:\n%s", what, screen)
		}
	}
}

// ownKey is a key to log in with: those of people are no other than those of hosts.
func ownKey(t *testing.T) gossh.Signer {
	t.Helper()
	key, err := ssh.HostKey(filepath.Join(t.TempDir(), "key"))
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// calls logs in as a user, with the first of the keys that is taken, or without any.
func (h *hosted) calls(user string, keys ...gossh.Signer) *guest {
	h.t.Helper()
	g, err := h.dials(user, keys...)
	if err != nil {
		h.t.Fatal(err)
	}
	h.t.Cleanup(g.hangUp)
	return g
}

// atTerminal is the way by SSH.
type atTerminal struct {
	conn   *gossh.Client
	in     io.Writer
	mu     sync.Mutex
	screen *vt.Emulator
}

// logsIn is a connection of a user, with the first of the keys that is taken, or without any.
func (h *hosted) logsIn(user string, keys []gossh.Signer) (*gossh.Client, error) {
	auth := []gossh.AuthMethod{gossh.KeyboardInteractive(func(_, _ string, q []string, _ []bool) ([]string, error) { return make([]string, len(q)), nil })}
	if len(keys) > 0 {
		auth = []gossh.AuthMethod{gossh.PublicKeys(keys...)}
	}
	return gossh.Dial("tcp", "127.0.0.1:"+h.port, &gossh.ClientConfig{User: user, Auth: auth, HostKeyCallback: gossh.InsecureIgnoreHostKey(), Timeout: patience})
}

// pipes logs in without a terminal, sends lines, and returns what is said until the end.
func (h *hosted) pipes(lines, user string, keys ...gossh.Signer) string {
	h.t.Helper()
	conn, err := h.logsIn(user, keys)
	if err != nil {
		h.t.Fatal(err)
	}
	defer conn.Close()
	s, err := conn.NewSession()
	if err != nil {
		h.t.Fatal(err)
	}
	var out strings.Builder
	s.Stdin, s.Stdout = strings.NewReader(lines), &out
	if err := errors.Join(s.Shell(), s.Wait()); err != nil {
		h.t.Errorf("%q ends with %v: %s", lines, err, &out)
	}
	return out.String()
}

// dials is calls for whoever expects that the server may be gone; the error is then errOver.
func (h *hosted) dials(user string, keys ...gossh.Signer) (*guest, error) {
	conn, err := h.logsIn(user, keys)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errOver, err)
	}
	w := &atTerminal{conn: conn, screen: vt.NewEmulator(guestWidth, guestHeight)}
	g := newGuest(h.t, w)
	out, err := w.begin()
	if err != nil {
		conn.Close()
		return nil, fmt.Errorf("%w: %w", errOver, err)
	}
	go io.Copy(io.Discard, w.screen) // its answers are nobody's
	go w.follow(g, out)
	return g, nil
}

// begin asks for a terminal, and returns what the server shows on it.
func (w *atTerminal) begin() (io.Reader, error) {
	s, err := w.conn.NewSession()
	if err != nil {
		return nil, err
	}
	out, err1 := s.StdoutPipe()
	in, err2 := s.StdinPipe()
	w.in = in
	return out, errors.Join(err1, err2, s.RequestPty("xterm-256color", guestHeight, guestWidth, gossh.TerminalModes{}), s.Shell())
}

// follow shows what comes, until the session ends.
func (w *atTerminal) follow(g *guest, out io.Reader) {
	defer close(g.finished)
	defer w.screen.InputPipe().(io.Closer).Close() // ends who reads its answers
	var buf [32 << 10]byte
	for {
		n, err := out.Read(buf[:])
		w.mu.Lock()
		w.screen.Write(buf[:n])
		w.mu.Unlock()
		g.changed()
		if err != nil {
			return
		}
	}
}

func (w *atTerminal) shows() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.screen.String()
}

func (w *atTerminal) give(keys string) error {
	_, err := io.WriteString(w.in, keys)
	return err
}

func (w *atTerminal) code() string { return found(returnCode, w.shows()) }

func (w *atTerminal) hangUp() { w.conn.Close() }

// inBrowser is the way by HTTP, as the page does it.
type inBrowser struct {
	client *webclient.Client
	http   *http.Client
	ctx    context.Context
	close  context.CancelFunc
}

// opens opens the page: with the return code that the browser has kept, or none.
func (h *hosted) opens(kept string) (*guest, error) {
	w := &inBrowser{http: &http.Client{Transport: &http.Transport{}}}
	w.ctx, w.close = context.WithCancel(h.t.Context())
	var err error
	w.client, err = webclient.Open(w.ctx, w.http, h.web, web.Beginning{Kind: "screen", Width: guestWidth, Height: guestHeight, Code: h.code, Return: kept})
	if err != nil {
		w.hangUp()
		return nil, fmt.Errorf("%w: %w", errOver, err)
	}
	g := newGuest(h.t, w)
	go func() {
		defer close(g.finished)
		defer w.close() // or keys would be given again and again to a server that is gone
		w.client.Listen(w.ctx, func(webclient.Event) bool {
			g.changed()
			return true
		})
	}()
	return g, nil
}

func (w *inBrowser) shows() string { return w.client.Text() }

func (w *inBrowser) give(keys string) error { return w.client.Type(w.ctx, keys) }

func (w *inBrowser) code() string { return w.client.Code() }

func (w *inBrowser) hangUp() {
	w.close()
	w.http.CloseIdleConnections()
}

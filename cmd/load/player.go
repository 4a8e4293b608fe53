package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// patience is how long a player waits for an answer before it counts as lost.
const patience = 5 * time.Second

// entering is how long it waits to be let in.
const entering = 20 * time.Second

// game is how one kind of server is played: what to do to get in, what to press, and what answers that.
type game interface {
	// enter is called with the session running, and returns when the player is in.
	enter(p *player) error
	// press is the n-th key, from 1, and the text that comes with the frame that answers it.
	press(n int) (key, answer string)
}

// player is a client who plays.
type player struct {
	conn    *gossh.Client
	session *gossh.Session
	in      io.Writer
	out     io.Reader

	mu     sync.Mutex
	seen   []byte        // the newest of what came
	want   []byte        // what is waited for
	found  chan struct{} // closed when it has come
	ended  bool
	stuck  bool // it does not read any more
	latest []time.Duration
	missed int // keys that were not answered
}

// dial connects, logs in without a question, and asks for a terminal.
func dial(address, user string, width, height int) (*player, error) {
	conn, err := gossh.Dial("tcp", address, &gossh.ClientConfig{
		User: user, HostKeyCallback: gossh.InsecureIgnoreHostKey(), Timeout: entering,
		Auth: []gossh.AuthMethod{gossh.KeyboardInteractive(func(string, string, []string, []bool) ([]string, error) { return nil, nil })},
	})
	if err != nil {
		return nil, err
	}
	p := &player{conn: conn}
	if err := p.open(width, height); err != nil {
		conn.Close()
		return nil, err
	}
	go p.read()
	return p, nil
}

func (p *player) open(width, height int) (err error) {
	if p.session, err = p.conn.NewSession(); err != nil {
		return err
	}
	in, err1 := p.session.StdinPipe()
	out, err2 := p.session.StdoutPipe()
	p.in, p.out = in, out
	p.session.Setenv("COLORTERM", "truecolor") // refused by some
	return errors.Join(err1, err2, p.session.RequestPty("xterm-256color", height, width, nil), p.session.Shell())
}

// read reads until the session ends or the player stops reading.
func (p *player) read() {
	var buf [16 << 10]byte
	for {
		n, err := p.out.Read(buf[:])
		p.mu.Lock()
		p.seen = append(p.seen, buf[:n]...)
		if p.want != nil && bytes.Contains(p.seen, p.want) {
			p.want = nil
			close(p.found)
		}
		if p.want == nil {
			p.seen = p.seen[:0]
		} else if keep := len(p.want) - 1; len(p.seen) > keep {
			p.seen = p.seen[:copy(p.seen, p.seen[len(p.seen)-keep:])]
		}
		p.ended = p.ended || err != nil
		stuck := p.stuck
		p.mu.Unlock()
		if err != nil || stuck {
			return
		}
	}
}

// await is closed when text has come.
func (p *player) await(text string) <-chan struct{} {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.want, p.found, p.seen = []byte(text), make(chan struct{}), p.seen[:0]
	return p.found
}

// asks types something and waits for what answers it.
func (p *player) asks(keys, answer string, wait time.Duration) error {
	found := p.await(answer)
	if _, err := io.WriteString(p.in, keys); err != nil {
		return err
	}
	clock := time.NewTimer(wait)
	defer clock.Stop()
	select {
	case <-found:
		return nil
	case <-clock.C:
		return fmt.Errorf("no %q after %q within %v", answer, keys, wait)
	}
}

// play presses keys until ctx ends, beginning after a while of its own.
func (p *player) play(ctx context.Context, g game, first, every time.Duration) {
	clock := time.NewTimer(first)
	defer clock.Stop()
	for n := 1; ; n++ {
		select {
		case <-ctx.Done():
			return
		case <-clock.C:
			clock.Reset(every)
		}
		key, answer := g.press(n)
		from := time.Now()
		if err := p.asks(key, answer, patience); err != nil {
			p.missed++
			continue
		}
		p.latest = append(p.latest, time.Since(from))
	}
}

// stall makes the player stop reading, so that all that is on its way to it fills up.
func (p *player) stall() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.stuck = true
}

func (p *player) gone() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.ended
}

// Games of the servers that are started here.
type (
	echoGame struct{}
	toyGame  struct{}
)

func (echoGame) enter(p *player) error        { return p.asks(token(0), token(0), entering) }
func (echoGame) press(n int) (string, string) { return token(n), token(n) }

func (toyGame) enter(p *player) error        { return p.asks("", token(0), entering) }
func (toyGame) press(n int) (string, string) { return "x", token(n) }

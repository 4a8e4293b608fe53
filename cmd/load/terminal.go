package main

import (
	"context"
	"errors"
	"io"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// terminal is a link by SSH.
type terminal struct {
	conn *gossh.Client
	in   io.Writer
	out  io.Reader
}

// dialTerminal connects, logs in without a question, and asks for a terminal.
func dialTerminal(ctx context.Context, s *served, p plan, v *valve) (link, error) {
	raw, err := v.dial(ctx, "tcp", s.address)
	if err != nil {
		return nil, err
	}
	raw.SetDeadline(time.Now().Add(entering))
	conn, channels, requests, err := gossh.NewClientConn(raw, s.address, &gossh.ClientConfig{
		User: s.user, HostKeyCallback: gossh.InsecureIgnoreHostKey(),
		Auth: []gossh.AuthMethod{gossh.KeyboardInteractive(func(string, string, []string, []bool) ([]string, error) { return nil, nil })},
	})
	if err != nil {
		raw.Close()
		return nil, err
	}
	raw.SetDeadline(time.Time{})
	t := &terminal{conn: gossh.NewClient(conn, channels, requests)}
	if err := t.open(p.Width, p.Height); err != nil {
		t.close()
		return nil, err
	}
	return t, nil
}

func (t *terminal) open(width, height int) error {
	session, err := t.conn.NewSession()
	if err != nil {
		return err
	}
	in, err1 := session.StdinPipe()
	out, err2 := session.StdoutPipe()
	t.in, t.out = in, out
	session.Setenv("COLORTERM", "truecolor") // refused by some
	return errors.Join(err1, err2, session.RequestPty("xterm-256color", height, width, nil), session.Shell())
}

func (t *terminal) give(keys string) error {
	_, err := io.WriteString(t.in, keys)
	return err
}

func (t *terminal) follow(hear func([]byte)) {
	var buf [16 << 10]byte
	for {
		n, err := t.out.Read(buf[:])
		hear(buf[:n])
		if err != nil {
			return
		}
	}
}

func (t *terminal) close() { t.conn.Close() }

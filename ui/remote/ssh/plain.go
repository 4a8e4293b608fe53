package ssh

import (
	"context"
	"io"
	"time"

	"callout/ui/line"
	"callout/ui/remote"
	"callout/ui/remote/paint"
)

// read plays with a caller without a terminal, line by line, until one of them has had enough.
func (s *session) read(c remote.Caller) {
	began := time.Now()
	in := paint.NewLines(s.ctx, hearing{s})
	remote.Safely(func(p *remote.Panic) { s.end(p) }, func() {
		if err := in.Take(); err != nil {
			s.end(err)
		}
	})
	hurry := context.AfterFunc(s.ctx, func() { s.conn.step(time.Second) }) // the program may be held up by somebody who does not read
	defer hurry()
	err := s.plainly(c, in)
	if cause := context.Cause(s.ctx); cause != nil && !isFault(err) {
		err = cause
	}
	s.over(began, 0, err)
	s.conn.step(time.Second)
	if err == nil { // the program has said its last words
		s.exit(false)
		return
	}
	if !gone(err) {
		io.WriteString(s.out, line.Clean(farewell(err))+"\n")
		s.exit(true)
	}
}

// plainly plays with the caller. A fault there costs this session alone.
func (s *session) plainly(c remote.Caller, in io.Reader) (err error) {
	defer remote.Catch(func(p *remote.Panic) { err = p })
	return s.server.plain(s.ctx, c, in, s.out)
}

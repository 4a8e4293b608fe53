package session

import (
	"bufio"
	"context"
	"io"
	"strings"

	"callout/game/words"
	"callout/game/workshop"
	"callout/ui/line"
	"callout/ui/remote"
	"callout/ui/screen"
)

// plainly is a caller who plays line by line.
type plainly struct {
	*outside
	lines <-chan string
	out   io.Writer
}

// linesOf sends the lines of in, until it or ctx ends.
func linesOf(ctx context.Context, in io.Reader) <-chan string {
	lines := make(chan string)
	remote.Safely(func(*remote.Panic) { close(lines) }, func() {
		s := bufio.NewScanner(in)
		s.Buffer(nil, remote.LongestLine+len("\r\n")+1)
		for s.Scan() {
			select {
			case lines <- strings.TrimSpace(line.Clean(s.Text())):
			case <-ctx.Done():
				close(lines)
				return
			}
		}
		close(lines)
	})
	return lines
}

// spoken is what is said while somebody listens. What a session meets because it has ended is for nobody.
type spoken struct {
	ctx context.Context
	out io.Writer
}

func (s *spoken) Write(b []byte) (int, error) {
	if s.ctx.Err() != nil {
		return 0, context.Cause(s.ctx)
	}
	return s.out.Write(b)
}

// tell writes lines, each cleaned.
func (p *plainly) tell(text ...string) error {
	for _, t := range text {
		if _, err := io.WriteString(p.out, line.Clean(t)+"\n"); err != nil {
			return err
		}
	}
	return nil
}

// ask asks for a line; ok is false where there are no more, or the caller wants to leave.
func (p *plainly) ask(question string) (answer string, ok bool) {
	if p.tell(question) != nil {
		return "", false
	}
	answer, ok = <-p.lines
	return answer, ok && !strings.EqualFold(answer, "leave") && !strings.EqualFold(answer, "quit")
}

// play goes in and plays.
func (p *plainly) play() error {
	room, ticket, err := p.enter()
	if err != nil || room == nil {
		return err
	}
	return p.sitDown(room, ticket)
}

// enter asks for code and name until a seat is taken; room is nil where the caller has gone.
func (p *plainly) enter() (room *workshop.Room, t workshop.Ticket, err error) {
	if p.board {
		return nil, t, p.tell(words.Say("room.line.token"))
	}
	look := p.known
	if code := p.came(); code != "" {
		look = p.knock(screen.Knock{Code: code})
	}
	msg := look().(knocked)
	if msg.ticket == nil {
		err = p.tell(words.Say("room.line.welcome"), words.Say("join.welcome"))
	}
	for {
		switch {
		case err != nil:
		case msg.ticket != nil:
			return msg.room, *msg.ticket, nil
		case msg.err != nil:
			err = p.tell(msg.err.Error())
		case msg.chair != nil:
			err = p.tell(words.Say("room.line.token"))
		case msg.room != nil && msg.room.Picture().Over:
			err = p.tell(words.Say("join.closed"))
		case msg.room != nil:
			return p.name(msg.room)
		}
		if err != nil {
			return nil, t, err
		}
		code, ok := p.ask(words.Say("room.line.code"))
		if !ok {
			return nil, t, nil
		}
		if msg = (knocked{}); code != "" {
			msg = p.knock(screen.Knock{Code: code})().(knocked)
		}
	}
}

// name asks for a name, or the return code of whoever was here before.
func (p *plainly) name(room *workshop.Room) (*workshop.Room, workshop.Ticket, error) {
	for {
		offered := pseudonym()
		name, ok := p.ask(words.Say("room.line.name", "name", offered))
		if !ok {
			return nil, workshop.Ticket{}, nil
		}
		sit := screen.Sit{Name: name}
		switch {
		case name == "":
			sit.Name = offered
		case workshop.IsReturn(name):
			sit = screen.Sit{Return: name}
		}
		s := p.sit(room, sit)().(seated)
		if s.err == nil {
			return room, s.ticket, nil
		}
		if err := p.tell(s.err.Error()); err != nil {
			return nil, s.ticket, err
		}
	}
}

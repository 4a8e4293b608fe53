package session

import (
	"context"
	"math/rand/v2"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"callout/game/words"
	"callout/game/workshop"
	"callout/ui/key"
	"callout/ui/remote"
	"callout/ui/screen"
	"callout/ui/screen/join"
)

// patience is how long a room may take to answer.
const patience = 10 * time.Second

// outside is a caller in front of the rooms.
type outside struct {
	*Session
	screen *join.Screen
	room   *workshop.Room // whose code was right
	board  bool
}

type (
	// knocked is what came of a code: a room, or the facilitator's chair in it.
	knocked struct {
		room   *workshop.Room
		chair  *workshop.Chair
		ticket *workshop.Ticket // of who is known there already
		board  bool
		err    error
	}
	// seated is what came of taking a seat.
	seated struct {
		room   *workshop.Room
		ticket workshop.Ticket
		err    error
	}
)

// boardUser is the name with which a projector logs in.
const boardUser = "board"

func newOutside(s *Session) *outside {
	o := &outside{Session: s, board: strings.EqualFold(s.caller.User, boardUser)}
	also := ""
	if s.caller.Kind == remote.SSH && !o.board { // a page has a link
		also = words.Say("join.lines")
	}
	o.screen = join.New(s.caller.Theme(), o.board, also, pseudonym)
	return o
}

// pseudonym is a name to offer.
func pseudonym() string {
	all := workshop.Pseudonyms()
	return all[rand.IntN(len(all))]
}

// begin knocks at the door that the caller came to: the one whose code it logged in with, or the one where its key or its
// browser's code is known.
func (o *outside) begin() tea.Cmd {
	code := o.came()
	switch {
	case code != "":
		o.screen.Wait()
		return o.knock(screen.Knock{Code: code})
	case (o.caller.Key != "" || o.caller.Return != "") && !o.board:
		o.screen.Wait()
		return o.known
	}
	return nil
}

// came is the code that the caller brought along, or empty. Who logs in as martin has only a name that could be one; in the
// address of a page there is no name.
func (o *outside) came() string {
	user := o.caller.User
	if !workshop.IsCode(user) || o.caller.Kind == remote.SSH && !strings.ContainsAny(user, "-0123456789") {
		return ""
	}
	return workshop.NormalCode(user)
}

// Update takes a message.
func (o *outside) Update(msg tea.Msg) (stage, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		if msg.Paste {
			o.screen.Paste(string(msg.Runes))
			return o, nil
		}
		var cmds []tea.Cmd
		for _, k := range key.Split(msg) {
			cmds = append(cmds, o.do(o.screen.Key(k)))
		}
		return o, tea.Batch(cmds...)
	case knocked:
		return o.opened(msg)
	case seated:
		if msg.err != nil {
			o.screen.Refused(msg.err.Error())
			return o, nil
		}
		return newSeat(o.Session, msg.room, msg.ticket)
	}
	return o, nil
}

// do does what the screen wants done.
func (o *outside) do(a screen.Action) tea.Cmd {
	switch a := a.(type) {
	case screen.Knock:
		o.screen.Wait()
		return o.knock(a)
	case screen.Sit:
		o.screen.Wait()
		return o.sit(o.room, a)
	case screen.Outside:
		o.room = nil
	case screen.Quit:
		return o.leave("")
	}
	return nil
}

// from is who is slowed down when codes are guessed.
func (o *outside) from() string { return o.caller.Address.String() }

// knock looks for the room of a code, or for that of a token.
func (o *outside) knock(k screen.Knock) tea.Cmd {
	hub, c := o.house.Hub, o.caller
	return func() tea.Msg {
		if !workshop.IsCode(k.Code) {
			chair, err := hub.ByToken(o.from(), k.Code)
			return knocked{chair: chair, board: k.Board, err: err}
		}
		room, err := hub.Enter(o.from(), k.Code)
		if err != nil {
			return knocked{err: err}
		}
		msg := knocked{room: room, board: k.Board}
		if _, t, ok := hub.Known(o.from(), room, c.Key, c.Return); ok && !k.Board {
			msg.ticket = &t
		}
		return msg
	}
}

// known looks for the room in which the caller has a seat by a key or a code that it brought.
func (o *outside) known() tea.Msg {
	room, t, ok := o.house.Hub.Known(o.from(), nil, o.caller.Key, o.caller.Return)
	if !ok {
		return knocked{}
	}
	return knocked{room: room, ticket: &t}
}

// opened goes into the room, or asks for a name.
func (o *outside) opened(msg knocked) (stage, tea.Cmd) {
	switch {
	case msg.err != nil:
		o.screen.Refused(msg.err.Error())
	case msg.chair != nil && !msg.board:
		return newDesk(o.Session, msg.chair)
	case msg.chair != nil:
		return newWall(o.Session, msg.chair.Room())
	case msg.room == nil:
		o.screen.Refused("")
	case msg.board:
		return newWall(o.Session, msg.room)
	case msg.ticket != nil:
		return newSeat(o.Session, msg.room, *msg.ticket)
	case msg.room.Picture().Over:
		o.screen.Refused(words.Say("join.closed"))
	default:
		o.room = msg.room
		o.screen.Opened(shown(msg.room.Picture()))
	}
	return o, nil
}

// sit takes a seat, or goes back to one.
func (o *outside) sit(room *workshop.Room, a screen.Sit) tea.Cmd {
	ctx, c := o.ctx, o.caller
	return func() tea.Msg {
		ctx, stop := context.WithTimeout(ctx, patience)
		defer stop()
		t, err := room.Join(ctx, workshop.Joiner{
			Caller: o.from(), Name: a.Name, Team: a.Team, TeamName: a.TeamName, Key: c.Key, Return: a.Return,
		})
		if err == nil && t.Return == "" {
			t.Return = workshop.NormalCode(a.Return)
		}
		return seated{room, t, err}
	}
}

// shown is what is seen of a room from outside.
func shown(p *workshop.Picture) join.Room {
	r := join.Room{Code: p.Code, Title: p.Title, Seats: max(p.Script.Seats, 1)}
	crews := make([][]string, len(p.Teams))
	for _, s := range p.Seats {
		if s.Removed {
			continue
		}
		r.Here++
		crews[s.Team-1] = append(crews[s.Team-1], s.Name)
	}
	for i, t := range p.Teams {
		if n := len(crews[i]); n > 0 && n < r.Seats && t.Policy == "" {
			r.Teams = append(r.Teams, join.Team{N: t.N, Name: t.Name, Members: strings.Join(crews[i], ", "), Free: r.Seats - n})
		}
	}
	return r
}

// View is the screen.
func (o *outside) View() string { return o.screen.View(o.w, o.h) }

// Close ends it.
func (o *outside) Close() {}

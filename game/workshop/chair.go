package workshop

import "context"

// A Chair is the facilitator's place at a room. There are three ways to get one, and no name or number is among them:
// Hub.Open, Hub.ByToken with the token, and Hub.Own for whoever started the server. Commands of the facilitator go through
// a Chair and through nothing else.
type Chair struct{ room *Room }

// Room is the room that the chair stands in.
func (c *Chair) Room() *Room { return c.room }

// Do gives a command of the facilitator. Its seat is the facilitator's, whatever it says. Its number may be left out where
// nobody will ask twice, as for a person at a console: then it is the next one. It returns when the command is stored and
// applied; the error is a Refusal where it cannot be done.
func (c *Chair) Do(ctx context.Context, cmd Command, names ...Name) error {
	cmd.Seat = Facilitator
	return c.room.ask(ctx, &ask{cmd: cmd, names: names})
}

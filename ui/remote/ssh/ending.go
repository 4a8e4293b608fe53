package ssh

import (
	"context"
	"errors"

	"callout/game/words"
	"callout/ui/remote"
	"callout/ui/remote/paint"
)

// gone tells whether there is nobody left to say anything to.
func gone(err error) bool {
	return errors.Is(err, errHungUp) || errors.Is(err, errLost) || errors.Is(err, errStalled)
}

// isFault tells whether the program had a fault.
func isFault(err error) bool {
	_, fault := errors.AsType[*remote.Panic](err)
	return fault
}

// farewell is what is left on a caller's terminal. The cause with which the server was stopped is a sentence of its own.
func farewell(err error) string {
	switch {
	case err == nil:
		return words.Say("remote.goodbye")
	case isFault(err):
		return words.Say("remote.fault")
	case errors.Is(err, errIdle):
		return words.Say("remote.idle")
	case errors.Is(err, paint.ErrFlood):
		return words.Say("remote.flood")
	case errors.Is(err, paint.ErrLong):
		return words.Say("remote.long", "most", remote.LongestLine)
	case errors.Is(err, context.Canceled):
		return words.Say("remote.stopped")
	}
	return err.Error()
}

// why is a word for the log.
func why(err error) string {
	switch {
	case err == nil:
		return "quit"
	case isFault(err):
		return "fault"
	}
	return err.Error()
}

// counted counts an end, and tells the log of a fault.
func (s *Server) counted(err error) {
	if p, ok := errors.AsType[*remote.Panic](err); ok {
		s.caught(p)
		return
	}
	c := &s.counters
	switch {
	case errors.Is(err, errStalled):
		c.stalled.Add(1)
	case errors.Is(err, errLost):
		c.lost.Add(1)
	case errors.Is(err, errIdle):
		c.idle.Add(1)
	case errors.Is(err, paint.ErrFlood), errors.Is(err, paint.ErrLong):
		c.flooded.Add(1)
	}
}

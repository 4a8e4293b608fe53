package workshop

import (
	"errors"
	"time"

	"callout/game/words"
)

// A Meter is told what is done on this server, to be counted. Nothing that it is told says who did it. Its methods are called
// by many goroutines, and must not wait.
type Meter interface {
	Applied(Kind)               // an entry was stored and applied, by the server that drives the room
	CameBack()                  // somebody came back to the seat that they had
	Acknowledged(time.Duration) // a command was, so long after it was asked
	Refused(Reason)             // something was asked that could not be done
}

// unmeasured is the Meter of a hub that nobody measures.
type unmeasured struct{}

func (unmeasured) Applied(Kind)               {}
func (unmeasured) CameBack()                  {}
func (unmeasured) Acknowledged(time.Duration) {}
func (unmeasured) Refused(Reason)             {}

// Reason is why something was refused, as far as it is of use to whoever runs a server.
type Reason string

// Reasons of refusals.
const (
	WrongCode   Reason = "code"    // of a room
	WrongToken  Reason = "token"   // of the facilitator
	WrongReturn Reason = "return"  // code of a seat
	TooOften    Reason = "often"   // somebody guessed too often and has to wait
	IsLocked    Reason = "locked"  // nobody new may join
	IsFull      Reason = "full"    // there is no seat left
	IsRemoved   Reason = "removed" // the seat was taken away
	NoRight     Reason = "right"   // it is not for a seat of that kind
	InTrouble   Reason = "trouble" // the store does not work
	IsMoved     Reason = "moved"   // another server took the room over while it was done
	ByRule      Reason = "rule"    // all else: the rules of the workshop and of the game
)

// Reasons are all there are.
func Reasons() []Reason {
	return []Reason{WrongCode, WrongToken, WrongReturn, TooOften, IsLocked, IsFull, IsRemoved, NoRight, InTrouble, IsMoved, ByRule}
}

// reason is why a refusal refuses. Its sentence tells, also where another server wrote it.
func (r Refusal) reason() Reason {
	switch string(r) {
	case words.Say("workshop.refuse.locked"):
		return IsLocked
	case words.Say("workshop.refuse.full"):
		return IsFull
	case words.Say("workshop.refuse.removed"):
		return IsRemoved
	case words.Say("workshop.refuse.right"):
		return NoRight
	case words.Say("workshop.trouble"):
		return InTrouble
	case words.Say("workshop.refuse.moved"):
		return IsMoved
	}
	return ByRule
}

// refused counts a refusal, and gives it back.
func (h *Hub) refused(why Reason, err error) error {
	h.opt.Meter.Refused(why)
	return err
}

// answered counts what became of a command that was asked at a time.
func (h *Hub) answered(since time.Time, err error) {
	if refusal, ok := errors.AsType[Refusal](err); ok {
		h.opt.Meter.Refused(refusal.reason())
	} else if err == nil {
		h.opt.Meter.Acknowledged(h.opt.Now().Sub(since))
	}
}

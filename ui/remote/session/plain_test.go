package session

import (
	"context"
	"errors"
	"io"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"testing/synctest"

	"callout/game/workshop"
	"callout/ui/remote"
)

// reader is a caller who types lines and reads lines.
type reader struct {
	t    *testing.T
	in   *io.PipeWriter
	mu   sync.Mutex
	text strings.Builder
	over bool
}

func (r *reader) Write(b []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.text.Write(b)
}

// reads comes to the door for those who read line by line.
func (h *hall) reads(c remote.Caller) *reader {
	_, door := Doors(Options{Hub: h.hub})
	ctx, stop := context.WithCancel(context.Background())
	in, out := io.Pipe()
	r := &reader{t: h.t, in: out}
	c.Address = netip.MustParseAddr("127.0.0.1")
	go func() {
		if err := door(ctx, c, in, r); err != nil {
			h.t.Error(err)
		}
		r.mu.Lock()
		r.over = true
		r.mu.Unlock()
		in.Close()
	}()
	h.t.Cleanup(func() {
		stop()
		out.Close()
		synctest.Wait()
	})
	synctest.Wait()
	return r
}

// says types a line and returns what is read then.
func (r *reader) says(line string, want ...string) {
	r.t.Helper()
	r.mu.Lock()
	r.text.Reset()
	r.mu.Unlock()
	if line != "" {
		_, _ = io.WriteString(r.in, line+"\n")
	}
	synctest.Wait()
	r.reads(want...)
}

// hangsUp says no more, and fails the test where the session goes on.
func (r *reader) hangsUp() {
	r.t.Helper()
	r.in.Close()
	synctest.Wait()
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.over {
		r.t.Error("the session goes on")
	}
}

// reads fails the test where the texts were not told.
func (r *reader) reads(want ...string) {
	r.t.Helper()
	synctest.Wait()
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, w := range want {
		if !strings.Contains(r.text.String(), w) {
			r.t.Errorf("it does not tell %q:\n%s", w, r.text.String())
		}
	}
}

// TestAWorkshopLineByLine goes the whole way without a screen: code, name, lobby, play, results, debrief, and back by the
// return code.
func TestAWorkshopLineByLine(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := open(t, script(1))
		r := h.reads(remote.Caller{})
		r.reads("The code of your room")
		r.says("ABC-DE2", "No workshop has this code")
		r.says(h.keys.Token, "need a screen")
		r.says(strings.ToLower(h.chair.Room().Code()), "What shall we call you?")
		r.says("Mara", "Lobby.\n", "You are Mara", "Your return code is", h.chair.Room().Picture().Commitment)
		r.says("ready", "You are ready.")
		h.say(workshop.Began, nil)
		r.reads("Round 1 of 2: get ready", "Read what comes in.", "Not yet: people, opens in round 2.")
		h.say(workshop.Began, nil)
		r.reads("Round 1 of 2: play", "You have the wheel of your game.")
		r.says("read R-001", "R-001")
		r.says("rest Asha", "has not opened these orders yet")
		r.says("end", "Mon 10:00")
		h.say(workshop.Broadcast, workshop.Text{Text: "Breathe in."})
		r.reads("Facilitator: Breathe in.")
		h.say(workshop.Paused, nil)
		r.reads("has paused the workshop")
		r.says("end", "paused")
		r.says("room", "has paused the workshop")
		h.say(workshop.Resumed, nil)
		r.says("who", "Mara: Mara")
		h.say(workshop.Began, nil)
		r.reads("REVENUE LOST: yours is", "1. Mara: burnout")
		for range 3 {
			h.say(workshop.Began, nil)
		}
		r.reads("Round 2 of 2: play")
		r.says("end", "You are ready.")
		h.say(workshop.Stepped, nil)
		r.says("continue", "You are ready.")
		h.say(workshop.Began, nil)
		h.say(workshop.Began, nil)
		r.reads("What did it cost?", "Your facilitator has the debriefs of all teams as files.")
		r.says("leave", "Your seat is kept.")
	})
}

// TestRolesLineByLine holds that coach and hints say whose a thing is to who reads line by line, and that only who ends the
// turn says that the team is ready.
func TestRolesLineByLine(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := script(2)
		s.Roles, s.Rounds[0].Open = true, workshop.AllLevers()
		h := open(t, s)
		mara := h.joins(remote.Caller{}, "Mara")
		r := h.reads(remote.Caller{User: workshop.ShowCode(h.chair.Room().Code())})
		r.says("Ben", "You are Ben")
		h.say(workshop.Began, nil)
		h.say(workshop.Began, nil)
		r.reads("You speak for the analysts", "Mara ends the turn.")
		r.says("coach", "read R-001: Mara drives.")
		for range 2 {
			r.says("hint")
		}
		r.says("hint", "read R-001: Mara drives.")
		mara.press("r").sees("Order given")
		r.says("coach")
		r.says("coach", "Mara ends the turn.")
		for range 4 {
			h.say(workshop.Began, nil)
		}
		r.reads("Round 2 of 2: play")
		r.says("ready", "That is for the duty manager of your team to do.")
		mara.press("space").sees("1/1 ready")
	})
}

// TestEveryQuestionIsALine: who hears a line at a time, or reads what a program wrote into a file, hears each question whole and
// before it is answered.
func TestEveryQuestionIsALine(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := open(t, script(1))
		r := h.reads(remote.Caller{})
		r.reads("Callout, a workshop, line by line.", "The code of your room?", "says it.\n")
		r.says(h.chair.Room().Code(), "What shall we call you?", "write your return code.\n")
		r.says("leave")
		r.hangsUp()
		if n := len(h.chair.Room().Picture().Seats); n != 0 {
			t.Errorf("who left before they said their name has one of %d seats", n)
		}
	})
}

// TestTheEndOfTheLines: who says no more leaves, and reads how to come back; by a key nobody needs a code.
func TestTheEndOfTheLines(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := open(t, script(2))
		code := workshop.ShowCode(h.chair.Room().Code())
		r := h.reads(remote.Caller{User: code, Key: "SHA256:mara"})
		r.says("Mara", "You are Mara")
		r.says("who", "Mara.\n")
		h.reads(remote.Caller{User: code}).says("Kim", "You are Kim")
		r.hangsUp()
		r.reads("Come back with the code of the room and your return code")

		again := h.reads(remote.Caller{User: "martin", Key: "SHA256:mara"}) // a name, though its letters could be a code
		again.reads("Welcome back, Mara.")
		again.says("leave", "Come back with the same SSH key.")
	})
}

// TestBoardsAreNotReadOut: a projector that asks for no terminal is told what it lacks.
func TestBoardsAreNotReadOut(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := open(t, script(1)).reads(remote.Caller{User: "board"})
		r.reads("need a screen")
		r.hangsUp()
	})
}

// TestWhatCameTooLateIsNotSaid: what a session meets because it was ended is not told after the reason.
func TestWhatCameTooLateIsNotSaid(t *testing.T) {
	ctx, stop := context.WithCancelCause(t.Context())
	var out strings.Builder
	p := &plainly{out: &spoken{ctx, &out}}
	if err := p.tell("before"); err != nil {
		t.Error(err)
	}
	reason := errors.New("the server stops")
	stop(reason)
	if err := p.tell("after"); !errors.Is(err, reason) || out.String() != "before\n" {
		t.Errorf("%v, and it was said %q", err, out.String())
	}
}

package main

import (
	"bufio"
	"context"
	"fmt"
	"time"

	"callout/game/words"
	"callout/game/workshop/lead"
	"callout/ui/remote/invite"
	"callout/ui/remote/local"
)

// face is what the person at the server's own terminal sees and does, until they stop the server or ctx is over.
func (h *host) face(ctx context.Context, card invite.Card, screen bool) error {
	if !screen {
		return h.lines(ctx, card)
	}
	return local.Run(ctx, local.Options{Card: card, Chair: h.chair, In: h.in, Out: h.out, Light: h.own.light(), Rooms: h.rooms(card)})
}

// lines writes the card and takes the facilitator's commands line by line. Where there are no more, the server goes on.
func (h *host) lines(ctx context.Context, card invite.Card) error {
	for _, row := range card.Lines() {
		fmt.Fprintln(h.out, row)
	}
	fmt.Fprintln(h.out, words.Say("host.lines"))
	said := make(chan string)
	go func() {
		defer close(said)
		in := bufio.NewScanner(h.in)
		for in.Scan() {
			select {
			case said <- in.Text():
			case <-ctx.Done():
				return
			}
		}
		if err := in.Err(); err != nil {
			h.log.Warn("no more commands can be read", "error", err)
		}
	}()
	for {
		select {
		case <-ctx.Done():
			return nil
		case text, more := <-said:
			if !more || h.order(ctx, card, text) {
				<-ctx.Done()
				return nil
			}
		}
	}
}

// order does what a line says, and tells whether the desk is left.
func (h *host) order(ctx context.Context, card invite.Card, text string) (left bool) {
	room := h.chair.Room()
	desk := lead.Desk{Picture: room.Picture(), Now: time.Now(), Invite: invitation(card)}
	a := desk.Read(text)
	if a.Wish != nil {
		if err := h.chair.Do(ctx, a.Wish.Command(0), a.Wish.Names...); err != nil {
			a.Rows = []string{err.Error()}
		}
	}
	for _, row := range a.Rows {
		fmt.Fprintln(h.out, row)
	}
	return a.Leave
}

// invitation is how to join, as the facilitator's desk tells it.
func invitation(card invite.Card) lead.Invite {
	return lead.Invite{SSH: card.JoinSSH(), Web: card.JoinWeb(), QR: card.Modules()}
}

//go:build unix

package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"time"

	"callout/game/words"
)

// player plays on a server that is killed, and comes back.
type player struct {
	account
	n       int    // among the players
	name    string // the last one that was given
	browser bool
	back    string // return code; empty until one was shown
	dice    *rand.Rand
	tries   int // to join
}

// What a player finds on its screen.
var (
	returnCode = regexp.MustCompile(`YOUR RETURN CODE +(\w{4}-\w{4})`)
	gameClock  = regexp.MustCompile(`(\w{3} \d\d:\d\d) .* (day \d+) of`)
)

// hour is the time in the game; empty where it is not on the screen.
func hour(screen string) string {
	if m := gameClock.FindStringSubmatch(screen); m != nil {
		return m[2] + ", " + m[1]
	}
	return ""
}

// comes joins, or goes back to the player's seat.
func (p *player) comes(h *hosted) (*guest, error) {
	g, err := p.arrives(h)
	if err != nil {
		return nil, err
	}
	if p.back == "" {
		p.tries++
		p.name = fmt.Sprintf("Guest %d-%d", p.n, p.tries)
	}
	if err := p.sits(g); err != nil {
		g.hangUp()
		return nil, err
	}
	return g, nil
}

// arrives comes to the door. A browser has kept the code, and is led to its seat.
func (p *player) arrives(h *hosted) (*guest, error) {
	if p.browser {
		return h.opens(p.back)
	}
	return h.dials(h.code)
}

// sits takes a seat and waits until it is seen to have one.
func (p *player) sits(g *guest) error {
	if p.back == "" || !p.browser {
		const ask = "WHAT SHALL WE CALL YOU?"
		if err := g.awaits(ask, func(screen string) bool { return strings.Contains(screen, ask) }); err != nil {
			return err
		}
		answer := p.name + "\r"
		if p.back != "" {
			answer = "\x1b[B" + p.back + "\r" // in the field below
		}
		if err := g.give(answer); err != nil {
			return fmt.Errorf("%w: %w", errOver, err)
		}
	}
	if p.back != "" {
		return g.awaits("seat", func(screen string) bool { return hour(screen) != "" || found(returnCode, screen) != "" })
	}
	return g.awaits("return code", func(string) bool {
		p.back = g.code()
		return p.back != ""
	})
}

// mostTurns is how many turns a player ends: fewer than the game has.
const mostTurns = 120

// play comes in and tells so, waits for the game, compares it with what it knows, and gives one command after the other
// until ctx is over. The error is errOver where the server was killed.
func (p *player) play(ctx context.Context, h *hosted, in func()) error {
	g, err := p.comes(h)
	if err != nil {
		return err
	}
	defer g.hangUp()
	in()
	if err := g.awaits("game", func(screen string) bool { return hour(screen) != "" }); err != nil {
		return err
	}
	if err := p.finds(hour(g.shows())); err != nil {
		return err
	}
	for ctx.Err() == nil {
		if err := p.step(g); err != nil {
			return err
		}
		time.Sleep(time.Duration(p.dice.IntN(20)) * time.Millisecond)
	}
	return nil
}

// step gives one command and waits until it is acknowledged.
func (p *player) step(g *guest) error {
	key, says := p.choose()
	before, now := p.clocks[len(p.clocks)-1], ""
	if err := g.give(key); err != nil {
		return fmt.Errorf("%w: %w", errOver, err)
	}
	err := g.awaits("answer to "+p.asked, func(screen string) bool {
		now = hour(screen)
		if p.asked == aTurn {
			return now != "" && now != before
		}
		return strings.Contains(screen, says)
	})
	if err != nil {
		return err
	}
	if p.asked == aTurn {
		p.clocks = append(p.clocks, now)
	}
	p.told, p.asked = append(p.told, p.asked), ""
	return nil
}

// choose notes what is asked for next, and returns the key for it and what the screen says when it was done: of a turn the
// clock tells.
func (p *player) choose() (key, says string) {
	orders, frozen := p.given()
	switch n := p.dice.IntN(3); {
	case n == 0 && len(p.clocks) <= mostTurns:
		p.asked = aTurn
		return " ", ""
	case n == 1 && len(orders) > 0:
		p.asked = anUndo
		return "u", words.Say("journal.undo.done", "order", orders[len(orders)-1])
	case frozen:
		p.asked = "freeze off"
	default:
		p.asked = "freeze on"
	}
	return "f", words.Say("screen.given", "order", p.asked)
}

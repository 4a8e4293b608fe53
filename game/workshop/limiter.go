package workshop

import (
	"sync"
	"time"

	"callout/game"
	"callout/game/words"
)

// A Limiter slows down those who guess codes: each caller waits longer after each wrong try, and all together have a
// hundred wrong tries in a minute. What is right costs nothing, so a room that joins all at once is not held up.
type Limiter struct {
	mu      sync.Mutex
	now     func() time.Time
	callers map[string]*guesses
	wrong   []time.Time // of the last minute, oldest first
}

// guesses are the wrong tries of one caller.
type guesses struct {
	n    int
	next time.Time // no try before it
}

// Limits of guessing.
const (
	wrongPerMinute = 100
	freeTries      = 3 // without a delay: people mistype
	longestDelay   = 5 * time.Minute
	maxCallers     = 10_000 // that are remembered
)

// NewLimiter is a limiter by a clock.
func NewLimiter(now func() time.Time) *Limiter {
	return &Limiter{now: now, callers: map[string]*guesses{}}
}

// Try lets a caller try something. It is not tried while the caller, or everybody, has to wait; the error is a Refusal that
// says for how long. The caller is whatever cannot be changed at will, such as a connection's address.
func (l *Limiter) Try(caller string, try func() bool) (bool, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	for len(l.wrong) > 0 && now.Sub(l.wrong[0]) >= time.Minute {
		l.wrong = l.wrong[1:]
	}
	if len(l.wrong) >= wrongPerMinute {
		return false, wait(time.Minute - now.Sub(l.wrong[0]))
	}
	g := l.callers[caller]
	if g != nil && now.Before(g.next) {
		return false, wait(g.next.Sub(now))
	}
	if try() {
		delete(l.callers, caller)
		return true, nil
	}
	l.wrong = append(l.wrong, now)
	if g == nil {
		l.forgetOld(now)
		g = &guesses{}
		l.callers[caller] = g
	}
	g.n++
	if g.n >= freeTries {
		g.next = now.Add(min(time.Second<<min(g.n-freeTries, 20), longestDelay))
	}
	return false, nil
}

// forgetOld keeps the memory of callers small: those who may try again at once go first.
func (l *Limiter) forgetOld(now time.Time) {
	if len(l.callers) < maxCallers {
		return
	}
	for caller, g := range l.callers {
		if now.Sub(g.next) > longestDelay {
			delete(l.callers, caller)
		}
	}
	for caller := range l.callers {
		if len(l.callers) < maxCallers {
			return
		}
		delete(l.callers, caller) // the limit for all still holds
	}
}

func wait(d time.Duration) error {
	seconds := int((d + time.Second - 1) / time.Second)
	if seconds >= 120 {
		return Refusal(words.Say("workshop.refuse.wait", "time", game.Minute((seconds+59)/60)))
	}
	return Refusal(words.Say("workshop.refuse.waitseconds", "n", max(seconds, 1)))
}

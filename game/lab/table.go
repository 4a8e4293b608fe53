package lab

import (
	"context"
	"io"
	"sync"

	"callout/game"
	"callout/game/policy"
)

// table is where the games of one arm are played, several at once if the policy can.
type table interface {
	atOnce() int
	// play plays games to their ends while goOn says so; the first has that seed, each other the next.
	play(games []*game.Game, seed uint64, goOn func() bool) error
	close()
}

// tableFor is the table of arm a for one worker. A program that plays is killed when the run is abandoned.
func tableFor(begun context.Context, s *Spec, a int) (table, error) {
	arm := &s.Arms[a]
	program, external, err := policy.FindProgram(arm.Policy)
	if err != nil {
		return nil, err
	}
	if external {
		bot, err := program.Start(begun, arm.Level, policy.Terms{Reply: s.Reply, Stderr: s.Stderr})
		if err != nil {
			return nil, err
		}
		return bots{bot}, nil
	}
	p, err := policy.New(arm.Policy)
	if err != nil {
		return nil, err
	}
	return players{policy.NewPlayer(p)}, nil
}

// players are policies within this program.
type players struct{ *policy.Player }

func (p players) atOnce() int { return 1 }
func (p players) close()      {}

func (p players) play(games []*game.Game, seed uint64, goOn func() bool) error {
	for i, g := range games {
		p.Begin(g, seed+uint64(i))
		for !g.Over() && goOn() {
			p.Turn()
		}
	}
	return nil
}

// bots are policies that are programs of their own.
type bots struct{ *policy.Bot }

func (b bots) atOnce() int { return b.AtOnce() }
func (b bots) close()      { b.Close() }

func (b bots) play(games []*game.Game, seed uint64, goOn func() bool) error {
	return b.Play(games, seed, goOn)
}

// stderrBytes is how much of what programs write to standard error is passed on in one run.
const stderrBytes = 64 << 10

// beginning passes on the first bytes that it is given and swallows the rest, whoever writes.
type beginning struct {
	mu   sync.Mutex
	w    io.Writer
	left int
}

func (b *beginning) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.left <= 0 {
		return len(p), nil
	}
	n := min(len(p), b.left)
	b.w.Write(p[:n])
	if b.left -= n; b.left == 0 {
		io.WriteString(b.w, "\ncallout: the program wrote more to standard error; it is not shown\n")
	}
	return len(p), nil
}

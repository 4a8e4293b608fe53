package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/mattn/go-isatty"

	"callout/game"
	"callout/game/journal"
	"callout/game/words"
	"callout/ui/plain"
	"callout/ui/saves"
)

// start is what a game is begun from; an empty level leaves the choice to the menu.
type start struct {
	level, model string
	seed         *game.Seed // nil draws one
	file         string
}

// begin begins the game and records it.
func (s start) begin() (*journal.Session, error) {
	seed := saves.RandomSeed()
	if s.seed != nil {
		seed = *s.seed
	}
	return saves.Begin(saves.Game{Level: s.level, Model: s.model, Seed: seed, File: s.file, By: name(), Now: time.Now()})
}

// interactive tells whether a person sits at both ends: the screens need that.
func (t terminal) interactive() bool { return isTerminal(t.in) && isTerminal(t.out) }

// capable tells whether the screens can be shown.
func (t terminal) capable() bool {
	kind := os.Getenv("TERM")
	return t.interactive() && kind != "dumb" && kind != ""
}

func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && (isatty.IsTerminal(f.Fd()) || isatty.IsCygwinTerminal(f.Fd()))
}

// note tells the player something that is not part of the game.
func (t terminal) note(format string, args ...any) { fmt.Fprintf(t.err, format+"\n", args...) }

// playPlain plays a game line by line to its end, or to the player's.
func playPlain(ctx context.Context, t terminal, s *journal.Session) error {
	defer s.Close()
	t.tellSettings()
	if s.Cut() != "" {
		t.note("%s", words.Say("command.start.torn", "path", s.Cut()))
	}
	if err := plain.Play(ctx, s, plain.Options{In: t.in, Out: t.out, Prompt: t.interactive(), Predictions: t.own.Predictions}); err != nil {
		return err
	}
	afterGame(ctx, t, s)
	return nil
}

// table writes rows of text whose columns are as wide as their longest cell.
func table(w io.Writer, rows [][]string) {
	var width []int
	for _, r := range rows {
		for i, cell := range r {
			if i == len(width) {
				width = append(width, 0)
			}
			width[i] = max(width[i], len([]rune(cell)))
		}
	}
	for _, r := range rows {
		for i, cell := range r {
			if i == len(r)-1 {
				fmt.Fprintln(w, cell)
				break
			}
			fmt.Fprintf(w, "%-*s  ", width[i], cell)
		}
	}
}

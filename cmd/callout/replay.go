package main

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"callout/game"
	"callout/game/journal"
	"callout/game/words"
	"callout/ui"
	"callout/ui/saves"
)

// showing is what the flags of replay say.
type showing struct {
	watch, plainly bool
	from, to       string
	first, last    int // turns to list, from 1; last 0 for all
}

func newReplay(t terminal) *cobra.Command {
	var s showing
	cmd := &cobra.Command{
		Use:     "replay FILE",
		Short:   words.Say("command.replay.short"),
		Long:    words.Say("command.replay.long") + "\n\n" + words.Say("journal.replay.long"),
		Example: "  callout replay game.jsonl\n  callout replay game.jsonl --watch\n  callout replay game.jsonl --watch --from 12 --to 14",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := s.turns(); err != nil {
				return usage(err)
			}
			if s.watch && !s.plainly && s.from == "" && s.to == "" && t.capable() {
				return screens(cmd.Context(), t, ui.Options{Watch: args[0]})
			}
			return s.run(t, args[0])
		},
	}
	f := cmd.Flags()
	f.BoolVar(&s.watch, "watch", false, words.Say("journal.replay.watch"))
	f.BoolVar(&s.plainly, "plain", false, words.Say("journal.replay.plain"))
	f.StringVar(&s.from, "from", "", words.Say("journal.replay.from"))
	f.StringVar(&s.to, "to", "", words.Say("journal.replay.to"))
	return cmd
}

// turns reads which turns are to be listed.
func (s *showing) turns() error {
	if (s.from != "" || s.to != "" || s.plainly) && !s.watch {
		return errors.New(words.Say("journal.replay.needs-watch"))
	}
	s.first = 1
	for _, f := range []struct {
		name, text string
		n          *int
	}{{"--from", s.from, &s.first}, {"--to", s.to, &s.last}} {
		if f.text == "" {
			continue
		}
		n, err := strconv.Atoi(f.text)
		if err != nil || n < 1 {
			return errors.New(words.Say("journal.replay.bad-turn", "flag", f.name, "turn", shown(f.text)))
		}
		*f.n = n
	}
	if s.last > 0 && s.last < s.first {
		return errors.New(words.Say("journal.replay.backwards", "from", s.first, "to", s.last))
	}
	return nil
}

// run verifies the game, and lists its turns where that is asked for.
func (s *showing) run(t terminal, file string) error {
	var show func(journal.Step) error
	if s.watch {
		summary, err := journal.Summarise(file)
		if err != nil {
			return err
		}
		show = s.watcher(t, summary.Over)
	}
	report, err := journal.Replay(file, saves.Load, show)
	if err != nil {
		return err
	}
	fmt.Fprintln(t.out, words.Say("command.replay.verified", "file", file, "level", report.Header.Level, "turns", report.Turns,
		"orders", report.Orders, "digest", fmt.Sprintf("%016x", report.Digest)))
	if report.Torn {
		fmt.Fprintln(t.out, words.Say("command.replay.torn"))
	}
	if !report.Over {
		fmt.Fprintln(t.out, words.Say("command.replay.running", "when", words.Date(report.At)))
	}
	return nil
}

// watcher writes each step of a journal as it is played again, hidden events too if all may be told.
func (s *showing) watcher(t terminal, all bool) func(journal.Step) error {
	var v game.View
	turn := 1 // the one that goes on
	return func(step journal.Step) error {
		n := turn
		if step.Kind == journal.Ended {
			turn++
		}
		if n < s.first || s.last > 0 && n > s.last {
			return nil
		}
		switch step.Kind {
		case journal.Gave:
			_, err := fmt.Fprintf(t.out, "> %s\n", step.Order)
			return err
		case journal.Undid:
			_, err := fmt.Fprintln(t.out, words.Say("journal.watch.undone", "order", step.Order))
			return err
		case journal.Noted:
			_, err := fmt.Fprintln(t.out, words.Say("journal.watch.note", "kind", step.Note.Kind, "text", step.Note.Text))
			return err
		}
		step.Game.View(&v)
		for i := range step.Events {
			e := &step.Events[i]
			hidden := ""
			if e.Hidden && !all {
				continue
			}
			if e.Hidden {
				hidden = " (hidden)"
			}
			if _, err := fmt.Fprintf(t.out, "  %s %s%s\n", words.Clock(e.At), words.Event(&v, e), hidden); err != nil {
				return err
			}
		}
		_, err := fmt.Fprintln(t.out, words.Say("command.replay.turn", "n", n, "when", words.Date(v.Now), "burnout", v.Burnout, "queue", v.Queue,
			"lost", words.Money(v.Lost)))
		return err
	}
}

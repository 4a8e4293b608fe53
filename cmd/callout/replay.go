package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"callout/game"
	"callout/game/journal"
	"callout/game/words"
	"callout/ui/saves"
)

func newReplay(t terminal) *cobra.Command {
	var watch bool
	cmd := &cobra.Command{
		Use:   "replay FILE",
		Short: "Verify a saved game: play it again, compare every turn",
		Long: "Play a saved game again and compare the digest of every turn with the recorded one. The file is only read.\n" +
			"With --watch every order and all that happened is written too; once the game is over also what was hidden.",
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			var show func(journal.Step) error
			if watch {
				summary, err := journal.Summarise(args[0])
				if err != nil {
					return err
				}
				show = watcher(t, summary.Over)
			}
			report, err := journal.Replay(args[0], saves.Load, show)
			if err != nil {
				return err
			}
			fmt.Fprintf(t.out, "%s: level %s, %d turns, %d orders, digest %016x. Every turn came out as recorded.\n",
				args[0], report.Header.Level, report.Turns, report.Orders, report.Digest)
			if report.Torn {
				fmt.Fprintln(t.out, "Its last line was never finished and does not count.")
			}
			if !report.Over {
				fmt.Fprintf(t.out, "The game is not over: it stands at %s.\n", words.Date(report.At))
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&watch, "watch", false, "write every order and everything that happened")
	return cmd
}

// watcher writes each step of a journal as it is played again, hidden events too if all may be told.
func watcher(t terminal, all bool) func(journal.Step) error {
	var v game.View
	turn := 0
	return func(s journal.Step) error {
		switch s.Kind {
		case journal.Gave:
			_, err := fmt.Fprintf(t.out, "> %s\n", s.Order)
			return err
		case journal.Undid:
			_, err := fmt.Fprintln(t.out, words.Say("journal.watch.undone", "order", s.Order))
			return err
		case journal.Noted:
			_, err := fmt.Fprintln(t.out, words.Say("journal.watch.note", "kind", s.Note.Kind, "text", s.Note.Text))
			return err
		}
		turn++
		s.Game.View(&v)
		for i := range s.Events {
			e := &s.Events[i]
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
		_, err := fmt.Fprintf(t.out, "Turn %d ended. %s. Burnout %d. Queue %d. Revenue lost %s.\n",
			turn, words.Date(v.Now), v.Burnout, v.Queue, words.Money(v.Lost))
		return err
	}
}

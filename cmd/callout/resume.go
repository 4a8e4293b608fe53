package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"callout/game/words"
	"callout/ui"
	"callout/ui/saves"
)

func newResume(t terminal) *cobra.Command {
	var plainly bool
	var turn, to string
	cmd := &cobra.Command{
		Use:     "resume [FILE]",
		Short:   words.Say("command.resume.short"),
		Long:    words.Say("command.resume.long"),
		Example: "  callout resume\n  callout resume game.jsonl --from-turn 12",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			file := ""
			if len(args) == 1 {
				file = args[0]
			} else {
				newest, err := saves.Newest()
				if err != nil {
					return err
				}
				file = newest
			}
			if cmd.Flags().Changed("from-turn") {
				return playOn(cmd.Context(), t, file, to, turn, plainly)
			}
			if to != "" {
				return usage(errors.New(words.Say("journal.resume.save-alone")))
			}
			if !plainly && t.capable() {
				return screens(cmd.Context(), t, ui.Options{Resume: file})
			}
			session, err := saves.Resume(file)
			if err != nil {
				return err
			}
			return playPlain(cmd.Context(), t, session)
		},
	}
	cmd.Flags().StringVar(&turn, "from-turn", "", words.Say("command.resume.turn"))
	cmd.Flags().StringVar(&to, "save", "", words.Say("command.resume.save"))
	cmd.Flags().BoolVar(&plainly, "plain", false, words.Say("command.play.plain"))
	return cmd
}

// playOn begins a branch of a saved game at the start of a turn, and plays it.
func playOn(ctx context.Context, t terminal, from, to, turn string, plainly bool) error {
	n, err := strconv.Atoi(turn)
	if err != nil {
		return usage(errors.New(words.Say("journal.resume.bad-turn", "turn", shown(turn))))
	}
	session, err := saves.Branch(from, to, n-1, time.Now())
	if err != nil {
		return err
	}
	t.note("%s", words.Say("journal.branch.begun", "turn", n))
	if plainly || !t.capable() {
		return playPlain(ctx, t, session)
	}
	if err := session.Close(); err != nil {
		return err
	}
	return screens(ctx, t, ui.Options{Resume: session.Path()})
}

// shown is what somebody typed, as it can stand in a message.
func shown(text string) string { return fmt.Sprintf("%.40q", text) }

package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"callout/game/journal"
	"callout/game/words"
	"callout/ui"
	"callout/ui/progress"
)

func newNext(t terminal) *cobra.Command {
	var s start
	var plainly bool
	cmd := &cobra.Command{
		Use:   "next",
		Short: words.Say("campaign.command.next"),
		Long:  words.Say("campaign.command.next-long"),
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			p, err := caughtUp(cmd.Context(), t)
			if err != nil {
				return err
			}
			next, ok := p.Next()
			if !ok {
				_, err := fmt.Fprintln(t.out, words.Say("campaign.next.none"))
				return err
			}
			s.level = next.Name
			if !plainly && t.capable() {
				return screens(cmd.Context(), t, ui.Options{Level: s.level, Model: s.model, File: s.file})
			}
			if p.Due() == progress.Before {
				t.note("%s", words.Say("campaign.next.ask"))
			}
			session, err := s.begin()
			if err != nil {
				return err
			}
			return playPlain(cmd.Context(), t, session)
		},
	}
	cmd.Flags().BoolVar(&plainly, "plain", false, words.Say("campaign.command.plain"))
	cmd.Flags().StringVar(&s.file, "save", "", words.Say("campaign.command.save"))
	return cmd
}

// afterGame enters a game that is over into the progress and tells what comes next. The game itself is saved: what goes
// wrong here is noted and no failure.
func afterGame(ctx context.Context, t terminal, s *journal.Session) {
	e, counts := progress.EntryOf(s)
	if !counts {
		return
	}
	p, notice, err := progress.Mine().Enter(e)
	if notice != "" {
		t.note("%s", notice)
	}
	if err != nil {
		t.note("%s", words.Say("campaign.notice.unkept", "why", err.Error()))
		return
	}
	next, ok := p.Next()
	text := words.Say("campaign.next.none")
	switch {
	case ok && next.Name == e.Level:
		text = words.Say("campaign.next.again", "level", next.Title)
	case ok:
		text = words.Say("campaign.next.level", "level", next.Title, "lesson", next.Lesson)
	}
	fmt.Fprintln(t.out, text)
	if p.Due() == progress.After {
		fmt.Fprintln(t.out, words.Say("campaign.next.ask-again"))
	}
	if _, err := progress.Mine().Judge(ctx); err != nil && ctx.Err() == nil {
		t.note("%s", words.Say("campaign.notice.unkept", "why", err.Error()))
	}
}

package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"callout/game/words"
	"callout/game/workshop"
	"callout/game/workshop/after"
)

// newHostForget is "callout host forget": the name of one player is gone for good.
func newHostForget(t terminal) *cobra.Command {
	var at string
	cmd := &cobra.Command{
		Use:     "forget CODE SEAT",
		Short:   words.Say("after.forget.short"),
		Long:    words.Say("after.forget.long"),
		Example: "  callout host forget K7Q-M2X 12",
		Args:    cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			seat, err := strconv.Atoi(strings.TrimPrefix(strings.ToLower(args[1]), "s"))
			if err != nil {
				return usage(errors.New(words.Say("after.forget.seat", "given", fmt.Sprintf("%.20q", args[1]))))
			}
			return inStore(cmd.Context(), at, func(s workshop.Store) error {
				k, err := kept(cmd.Context(), s, args[0])
				if err != nil {
					return err
				}
				if err := after.Forget(cmd.Context(), s, k, seat, time.Now()); err != nil {
					return held(err)
				}
				_, err = fmt.Fprintln(t.out, words.Say("after.forget.done", "n", seat))
				return err
			})
		},
	}
	withStore(cmd, &at)
	return cmd
}

// newHostPurge is "callout host purge": everything of a workshop is gone for good.
func newHostPurge(t terminal) *cobra.Command {
	var at string
	var yes bool
	cmd := &cobra.Command{
		Use:     "purge CODE",
		Short:   words.Say("after.purge.short"),
		Long:    words.Say("after.purge.long"),
		Example: "  callout host purge K7Q-M2X --yes",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return inStore(cmd.Context(), at, func(s workshop.Store) error { return purge(cmd.Context(), t, s, args[0], yes) })
		},
	}
	withStore(cmd, &at)
	cmd.Flags().BoolVar(&yes, "yes", false, words.Say("after.purge.yes"))
	return cmd
}

func purge(ctx context.Context, t terminal, s workshop.Store, what string, yes bool) error {
	w, err := find(ctx, s, what)
	if err != nil {
		return err
	}
	code := workshop.ShowCode(w.Code)
	if !yes {
		if !isTerminal(t.in) {
			return usage(errors.New(words.Say("after.purge.needs", "code", code)))
		}
		seats := 0
		if k, err := kept(ctx, s, w.ID); err == nil { // one that cannot be read any more can be deleted all the same
			seats = len(k.Picture.Seats)
		}
		fmt.Fprintf(t.err, "%s ", words.Say("after.purge.ask", "code", code, "opened", clock(w.Opened), "n", seats))
		line, _ := bufio.NewReader(t.in).ReadString('\n')
		if workshop.NormalCode(line) != w.Code {
			return errors.New(words.Say("after.purge.not"))
		}
	}
	if err := s.Purge(ctx, w.ID); err != nil {
		return held(err)
	}
	_, err = fmt.Fprintln(t.out, words.Say("after.purge.done", "code", code))
	return err
}

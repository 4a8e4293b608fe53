package main

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"callout/game/words"
	"callout/game/workshop"
	"callout/game/workshop/after"
	"callout/game/workshop/store"
	"callout/ui/saves"
)

// withStore adds the flag that says where workshops are kept.
func withStore(cmd *cobra.Command, at *string) {
	cmd.Flags().StringVar(at, "store", "", words.Say("host.flag.store"))
}

// inStore opens the store of workshops for as long as do takes.
func inStore(ctx context.Context, at string, do func(workshop.Store) error) error {
	s, err := store.Open(ctx, at)
	if err != nil {
		return err
	}
	return errors.Join(do(s), s.Close())
}

// find is the workshop of that code or ID. Codes are read as people write them.
func find(ctx context.Context, s workshop.Store, what string) (workshop.Workshop, error) {
	list, err := s.Workshops(ctx)
	if err != nil {
		return workshop.Workshop{}, err
	}
	for _, w := range list {
		if w.ID == strings.ToLower(what) || w.Code == workshop.NormalCode(what) && w.Code != "" {
			return w, nil
		}
	}
	return workshop.Workshop{}, errors.New(words.Say("after.command.unknown", "what", strings.ToUpper(what)))
}

// kept is the workshop of that code or ID, played again.
func kept(ctx context.Context, s workshop.Store, what string) (*after.Kept, error) {
	w, err := find(ctx, s, what)
	if err != nil {
		return nil, err
	}
	return after.Read(ctx, s, w, saves.Load)
}

// patient shows on a terminal how far something of 1000 is, once it takes longer than a second. done clears it away.
func patient(t terminal, says func(done int) string) (show func(int), done func()) {
	bar := progressBar{t: t, of: 1000, says: says}
	after := time.Now().Add(time.Second)
	return func(n int) {
		if time.Now().After(after) {
			bar.show(n)
		}
	}, bar.clear
}

// clock is when something was, by this machine's clock and place.
func clock(milliseconds int64) string { return time.UnixMilli(milliseconds).Format("2006-01-02 15:04") }

// held says what to do where a server drives the workshop.
func held(err error) error {
	if errors.Is(err, workshop.ErrHeld) {
		return errors.New(words.Say("after.command.held"))
	}
	return err
}

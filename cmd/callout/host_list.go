package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"callout/game/words"
	"callout/game/workshop"
	"callout/game/workshop/after"
	"callout/ui/saves"
)

// newHostList is "callout host list": the workshops that are kept.
func newHostList(t terminal) *cobra.Command {
	var at string
	cmd := &cobra.Command{
		Use:   "list",
		Short: words.Say("after.list.short"),
		Long:  words.Say("after.list.long"),
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return inStore(cmd.Context(), at, func(s workshop.Store) error { return listWorkshops(cmd.Context(), t, s) })
		},
	}
	withStore(cmd, &at)
	return cmd
}

func listWorkshops(ctx context.Context, t terminal, s workshop.Store) error {
	list, err := s.Workshops(ctx)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		_, err := fmt.Fprintln(t.out, words.Say("after.list.none"))
		return err
	}
	rows := [][]string{{
		words.Say("after.list.code"), words.Say("after.list.opened"), words.Say("after.list.level"), words.Say("after.list.teams"),
		words.Say("after.list.seats"), words.Say("after.list.state"),
	}}
	for _, w := range list {
		row := []string{workshop.ShowCode(w.Code), clock(w.Opened), "–", "–", "–", ""}
		k, err := after.Read(ctx, s, w, saves.Load)
		if err != nil {
			row[5] = words.Say("after.list.lost", "why", err.Error())
		} else {
			p := k.Picture
			row[2], row[3], row[4] = p.Title, words.Number(int64(len(p.Teams))), words.Number(int64(len(p.Seats)))
			if row[5] = words.Say("after.list.over"); !k.Finished() {
				row[5] = words.Say("after.list.running", "n", p.Round+1, "all", len(p.Script.Rounds))
			}
		}
		rows = append(rows, row)
	}
	table(t.out, rows)
	return nil
}

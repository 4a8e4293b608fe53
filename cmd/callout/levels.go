package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"callout/game/words"
	"callout/levels"
	"callout/ui/packs"
)

func newLevels(t terminal) *cobra.Command {
	var asJSON, packed bool
	cmd := &cobra.Command{
		Use:   "levels",
		Short: words.Say("command.levels.short"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			list := levels.List()
			if packed {
				for _, p := range packs.List() {
					list = append(list, p.Levels...)
				}
			}
			if asJSON {
				return writeJSON(t.out, list)
			}
			rows := [][]string{{"NAME", "TEAMS", "DAYS", "MODEL", "LESSON"}}
			for _, l := range list {
				rows = append(rows, []string{l.Name, strconv.Itoa(l.Teams), strconv.Itoa(l.Days), l.Model, l.Lesson})
			}
			table(t.out, rows)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, words.Say("command.levels.json"))
	cmd.Flags().BoolVar(&packed, "packs", false, words.Say("pack.flag.levels"))
	return cmd
}

func newModels(t terminal) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "models",
		Short: words.Say("command.models.short"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			list := levels.Models()
			if asJSON {
				return writeJSON(t.out, list)
			}
			rows := [][]string{{"NAME", "TITLE", "ARTICLE"}}
			for _, m := range list {
				rows = append(rows, []string{m.Name, m.Title, m.Article})
			}
			table(t.out, rows)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, words.Say("command.levels.json"))
	return cmd
}

// writeJSON writes v as JSON for people and programs.
func writeJSON(w io.Writer, v any) error {
	b, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	_, err = fmt.Fprintf(w, "%s\n", b)
	return err
}

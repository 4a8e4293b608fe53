package main

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"callout/game/words"
	"callout/ui/packs"
)

func newPack(t terminal) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "pack",
		Short: words.Say("pack.short.pack"),
		Long:  words.Say("pack.long.pack"),
		Args:  noCommand,
		RunE:  func(*cobra.Command, []string) error { return usage(errors.New(words.Say("pack.what"))) },
	}
	cmd.AddCommand(newPackAdd(t), newPackList(t), newPackRemove(t), newPackMake(t))
	return cmd
}

func newPackAdd(t terminal) *cobra.Command {
	return &cobra.Command{
		Use:   "add FILE|FOLDER",
		Short: words.Say("pack.short.add"),
		Long:  words.Say("pack.long.add"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			p, err := packs.Add(args[0])
			if err != nil {
				return err
			}
			t.note("%s", words.Say("pack.added", "title", p.Title, "n", len(p.Levels)))
			for _, l := range p.Levels {
				t.note("  callout play %s", l.Name)
			}
			return nil
		},
	}
}

func newPackList(t terminal) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: words.Say("pack.short.list"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			list := packs.List()
			if asJSON {
				return writeJSON(t.out, list)
			}
			if len(list) == 0 {
				t.note("%s", words.Say("pack.none"))
				return nil
			}
			rows := [][]string{{words.Say("pack.column.level"), words.Say("pack.column.teams"), words.Say("pack.column.days"), words.Say("pack.column.about")}}
			for _, p := range list {
				rows = append(rows, []string{p.Name, "", "", words.Say("pack.about", "title", p.Title, "about", p.About)})
				for _, l := range p.Levels {
					rows = append(rows, []string{"  " + l.Name, strconv.Itoa(l.Teams), strconv.Itoa(l.Days), l.Title})
				}
				if p.Problem != "" {
					t.note("%s", words.Say("pack.problem", "pack", p.Name, "problem", p.Problem))
				}
			}
			table(t.out, rows)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, words.Say("pack.flag.json"))
	return cmd
}

func newPackRemove(t terminal) *cobra.Command {
	return &cobra.Command{
		Use:   "remove NAME",
		Short: words.Say("pack.short.remove"),
		Args:  cobra.ExactArgs(1),
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			var names []string
			for _, p := range packs.List() {
				names = append(names, p.Name+"\t"+p.Title)
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if err := packs.Remove(args[0]); err != nil {
				return err
			}
			t.note("%s", words.Say("pack.removed", "pack", args[0]))
			return nil
		},
	}
}

func newPackMake(t terminal) *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:     "make FOLDER -o FILE.zip",
		Short:   words.Say("pack.short.make"),
		Long:    words.Say("pack.long.make"),
		Example: "  callout pack make our-levels -o our-levels.zip",
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if out == "" {
				return usage(errors.New(words.Say("pack.nowhere")))
			}
			if err := canWrite(out, ""); err != nil {
				return err
			}
			info, err := packs.Make(args[0], out)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(t.out, words.Say("pack.made", "title", info.Title, "file", out))
			return err
		},
	}
	cmd.Flags().StringVarP(&out, "out", "o", "", words.Say("pack.flag.out"))
	return cmd
}

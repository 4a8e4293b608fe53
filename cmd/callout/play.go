package main

import (
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"callout/game"
	"callout/game/words"
	"callout/levels"
	"callout/ui"
	"callout/ui/packs"
)

func newPlay(t terminal) *cobra.Command {
	var s start
	var seed string
	var plainly, daily bool
	cmd := &cobra.Command{
		Use:   "play [LEVEL | CODE [FILE]]",
		Short: words.Say("command.play.short"),
		Long:  words.Say("command.play.long") + "\n\n" + words.Say("journal.challenge.play-help"),
		Example: "  callout play ten-teams\n  callout play one-team --plain --seed 7\n  callout play my-level.toml --model ops-run-it\n" +
			"  callout play --daily\n  callout play CALLOUT-one-team-92QA-6WD4-N8XR-KE7T",
		Args:              levelOrCode,
		ValidArgsFunction: completeLevels,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				s.level = args[0]
			}
			if cmd.Flags().Changed("seed") {
				n, err := strconv.ParseUint(seed, 10, 64)
				if err != nil {
					return usage(fmt.Errorf("--seed %.30q is not a seed: write a whole number from 0 to 18446744073709551615", seed))
				}
				number := game.SeedFrom(n)
				s.seed = &number
			}
			if err := s.challenged(args, daily); err != nil {
				return err
			}
			if daily {
				t.note("%s", words.Say("journal.challenge.today", "level", titleOf(s.level)))
			}
			if !plainly && t.capable() {
				return screens(cmd.Context(), t, ui.Options{Level: s.level, Model: s.model, Seed: s.seed, File: s.file})
			}
			if !plainly {
				t.note("%s", words.Say("command.play.no_terminal"))
			}
			if s.level == "" {
				s.level = levels.List()[0].Name
				t.note("%s", words.Say("command.play.no_level", "level", s.level))
			}
			session, err := s.begin()
			if err != nil {
				return err
			}
			return playPlain(cmd.Context(), t, session)
		},
	}
	f := cmd.Flags()
	f.StringVar(&seed, "seed", "", words.Say("command.play.seed"))
	f.StringVar(&s.model, "model", "", words.Say("command.play.model"))
	f.BoolVar(&daily, "daily", false, words.Say("journal.challenge.daily-help"))
	f.BoolVar(&plainly, "plain", false, words.Say("command.play.plain"))
	f.StringVar(&s.file, "save", "", words.Say("command.play.save"))
	cmd.RegisterFlagCompletionFunc("model", completeModels)
	cmd.RegisterFlagCompletionFunc("seed", cobra.NoFileCompletions)
	return cmd
}

// completeLevels offers the shipped levels; files are offered by the shell.
func completeLevels(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var names []string
	for _, l := range levels.List() {
		names = append(names, l.Name+"\t"+l.Title)
	}
	for _, p := range packs.List() {
		for _, l := range p.Levels {
			names = append(names, l.Name+"\t"+l.Title)
		}
	}
	return names, cobra.ShellCompDirectiveDefault
}

func completeModels(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	var names []string
	for _, m := range levels.Models() {
		names = append(names, m.Name+"\t"+m.Title)
	}
	return names, cobra.ShellCompDirectiveDefault
}

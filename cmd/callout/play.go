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
		Short: "Play a level",
		Long: "Play a level: a shipped level's name, PACK/LEVEL, or the path of a level file. Without one, choose on screen.\n\n" +
			"Everything you do is saved as you do it. Where there is no terminal the game is played line by line.\n\n" +
			words.Say("journal.challenge.play-help"),
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
				t.note("There is no terminal for the screens here, so the game is played line by line.")
			}
			if s.level == "" {
				s.level = levels.List()[0].Name
				t.note("No level was named: this is %s. \"callout levels\" lists all.", s.level)
			}
			session, err := s.begin()
			if err != nil {
				return err
			}
			return playPlain(cmd.Context(), t, session)
		},
	}
	f := cmd.Flags()
	f.StringVar(&seed, "seed", "", "`number` that all chance comes from: the same seed and orders give the same game (default random)")
	f.StringVar(&s.model, "model", "", "support `model` for all applications instead of the level's own: a name, or a file's path")
	f.BoolVar(&daily, "daily", false, words.Say("journal.challenge.daily-help"))
	f.BoolVar(&plainly, "plain", false, "play line by line: for a screen reader, a pipe or a script")
	f.StringVar(&s.file, "save", "", "record the game in this `file` (default: a new one in the user's data directory)")
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

package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"callout/game/words"
	"callout/ui"
)

// newRoot builds the whole command line.
func newRoot(t terminal) *cobra.Command {
	root := &cobra.Command{
		Use:               "callout",
		Short:             words.Say("command.root.short"),
		Long:              words.Say("command.root.long"),
		Args:              noCommand,
		SilenceErrors:     true,
		SilenceUsage:      true,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE:              func(cmd *cobra.Command, _ []string) error { return screens(cmd.Context(), t, ui.Options{}) },
	}
	root.AddCommand(
		newPlay(t), newNext(t), newResume(t), newProgress(t), newQuestions(t), newLevels(t), newModels(t), newCheck(t), newNew(t),
		newReplay(t), newChallenge(t), newPack(t), newDebrief(t), newSim(t), newImport(t), newRetro(t), newVersion(t), newConfig(t), newHost(t),
	)
	root.PersistentFlags().String("lang", words.Spoken(), words.Say("command.lang", "names", strings.Join(words.Languages(), ", ")))
	root.RegisterFlagCompletionFunc("lang", cobra.FixedCompletions(words.Languages(), cobra.ShellCompDirectiveNoFileComp))
	root.SetIn(t.in)
	root.SetOut(t.out)
	root.SetErr(t.err)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usage(err) })
	root.SetHelpCommand(newHelp(root))
	root.SuggestionsMinimumDistance = 2
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		if c.Name() == "completion" {
			c.RunE = func(*cobra.Command, []string) error {
				return usage(errors.New("name a shell: bash, zsh, fish or powershell"))
			}
		}
	}
	explain(root)
	strict(root)
	return root
}

// usage marks an error as wrong usage.
func usage(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%w: %w", errUsage, err)
}

// usageText is what is wrong, without the mark.
func usageText(err error) string { return strings.TrimPrefix(err.Error(), errUsage.Error()+": ") }

// strict marks what every command says about its arguments as wrong usage.
func strict(cmd *cobra.Command) {
	if check := cmd.Args; check != nil {
		cmd.Args = func(c *cobra.Command, args []string) error { return usage(check(c, args)) }
	}
	for _, c := range cmd.Commands() {
		strict(c)
	}
}

// noCommand refuses words that are no command, and names the one that was perhaps meant.
func noCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		return fmt.Errorf("there is no command %.40q: did you mean %q?", args[0], near[0])
	}
	return fmt.Errorf("there is no command %.40q", args[0])
}

// newHelp is "callout help COMMAND", for which a word that is no command is wrong usage.
func newHelp(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: words.Say("command.root.help"),
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return usage(noCommand(root, args))
			}
			cmd.InitDefaultHelpFlag()
			return cmd.Help()
		},
	}
}

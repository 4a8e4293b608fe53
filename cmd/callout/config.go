package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"callout/game/words"
	"callout/ui/key"
	"callout/ui/settings"
)

func newConfig(t terminal) *cobra.Command {
	var begin bool
	cmd := &cobra.Command{
		Use:   "config",
		Short: words.Say("command.config.short"),
		Long:  words.Say("command.config.long"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if begin {
				if err := settings.Init(); err != nil {
					return err
				}
				t.note("%s", words.Say("config.written", "path", settings.Path()))
				return nil
			}
			return showConfig(t)
		},
	}
	cmd.Flags().BoolVar(&begin, "init", false, words.Say("command.config.init"))
	return cmd
}

// showConfig writes where the settings are, what they are, and every key: a sheet to print.
func showConfig(t terminal) error {
	s, problems := settings.Load()
	fmt.Fprintln(t.out, words.Say("config.path", "path", settings.Path()))
	for _, p := range problems {
		fmt.Fprintln(t.err, p)
	}
	language := s.Language
	if language == "" {
		language = words.Spoken()
	}
	yesNo := func(yes bool) string { return fmt.Sprint(yes) }
	fmt.Fprintln(t.out)
	table(t.out, [][]string{
		{"language", language, words.Say("config.about.language")},
		{"reduced_motion", yesNo(s.ReducedMotion), words.Say("config.about.motion")},
		{"predictions", yesNo(s.Predictions), words.Say("config.about.predictions")},
		{"theme", s.Theme, words.Say("config.about.theme")},
	})
	fmt.Fprintln(t.out)
	rows := [][]string{{"[keys]", "", ""}}
	for _, b := range key.All() {
		mark := ""
		if b.Changed() {
			mark = " *"
		}
		shown := make([]string, len(b.Keys))
		for i, k := range b.Keys {
			shown[i] = key.Shown(k)
		}
		rows = append(rows, []string{b.Name, strings.Join(shown, " ") + mark, b.Help()})
	}
	table(t.out, rows)
	if len(problems) > 0 {
		return &silentError{}
	}
	return nil
}

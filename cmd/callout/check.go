package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"callout/game/words"
	"callout/game/workshop"
	"callout/levels"
	"callout/ui/packs"
)

func newCheck(t terminal) *cobra.Command {
	var j judgement
	var schema string
	cmd := &cobra.Command{
		Use:   "check FILE...",
		Short: words.Say("command.check.short"),
		Long:  words.Say("command.check.long"),
		Args: func(cmd *cobra.Command, files []string) error {
			if schema != "" {
				return cobra.NoArgs(cmd, files)
			}
			return cobra.MinimumNArgs(1)(cmd, files)
		},
		RunE: func(cmd *cobra.Command, files []string) error {
			if schema != "" {
				text, err := levels.Schema(schema)
				if err != nil {
					return usage(fmt.Errorf("--schema: %w", err))
				}
				_, err = t.out.Write(text)
				return err
			}
			if j.gates < 0 || j.gates > 10_000 {
				return usage(fmt.Errorf("--gates %d: play 1 to 10000 games", j.gates))
			}
			bad := 0
			for _, file := range files {
				file = packs.Path(file)
				script := workshop.IsScript(file)
				check := levels.Check
				if script {
					check = workshop.CheckScript
				}
				problems := check(file)
				for _, p := range problems {
					fmt.Fprintln(t.out, p)
				}
				if len(problems) > 0 {
					bad++
				} else {
					t.note("%s", words.Say("command.check.none", "file", file))
					if script {
						continue
					}
					if err := j.judge(cmd.Context(), t, file); err != nil {
						return err
					}
				}
			}
			if bad > 0 {
				return &silentError{}
			}
			return nil
		},
	}
	f := cmd.Flags()
	f.BoolVar(&j.advise, "advise", false, words.Say("author.flag.advise"))
	f.IntVar(&j.gates, "gates", 0, words.Say("author.flag.gates"))
	f.Lookup("gates").NoOptDefVal = "200"
	f.StringVar(&schema, "schema", "", words.Say("author.flag.schema"))
	return cmd
}

package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"callout/levels"
)

func newCheck(t terminal) *cobra.Command {
	return &cobra.Command{
		Use:   "check FILE...",
		Short: "Check level and model files",
		Long:  "Check level and model files. Every mistake is a line: FILE:LINE:COLUMN: what it is, and what would be right.",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, files []string) error {
			bad := 0
			for _, file := range files {
				problems := levels.Check(file)
				for _, p := range problems {
					fmt.Fprintln(t.out, p)
				}
				if len(problems) > 0 {
					bad++
				} else {
					t.note("%s: no mistakes.", file)
				}
			}
			if bad > 0 {
				return &silentError{}
			}
			return nil
		},
	}
}

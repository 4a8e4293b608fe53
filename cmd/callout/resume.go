package main

import (
	"github.com/spf13/cobra"

	"callout/ui"
	"callout/ui/saves"
)

func newResume(t terminal) *cobra.Command {
	var plainly bool
	cmd := &cobra.Command{
		Use:   "resume [FILE]",
		Short: "Go on with a saved game",
		Long:  "Go on with a saved game, where you were. Without FILE it is the game you played last that is not over.",
		Args:  cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			file := ""
			if len(args) == 1 {
				file = args[0]
			} else {
				newest, err := saves.Newest()
				if err != nil {
					return err
				}
				file = newest
			}
			if !plainly && t.capable() {
				return screens(cmd.Context(), t, ui.Options{Resume: file})
			}
			session, err := saves.Resume(file)
			if err != nil {
				return err
			}
			return playPlain(cmd.Context(), t, session)
		},
	}
	cmd.Flags().BoolVar(&plainly, "plain", false, "play line by line: for a screen reader, a pipe or a script")
	return cmd
}

package main

import (
	"github.com/spf13/cobra"

	"callout/game/words"
)

// newHost is "callout host": everything about workshops.
func newHost(t terminal) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "host",
		Short: words.Say("host.short"),
		Long:  words.Say("host.long"),
		Args:  cobra.NoArgs,
	}
	cmd.AddCommand(newHostGuide(t))
	return cmd
}

package main

import (
	"github.com/spf13/cobra"

	"callout/game/words"
)

// explain lets the help of root and of every command under it speak the language in use.
func explain(root *cobra.Command) {
	say := func(what string) string { return words.Say("command.usage." + what) }
	root.SetUsageTemplate(say("usage") + `
  {{.UseLine}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} COMMAND{{end}}{{if .HasExample}}

` + say("examples") + `
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

` + say("commands") + `{{range .Commands}}{{if (or .IsAvailableCommand (eq .Name "help"))}}
  {{rpad .Name .NamePadding }} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

` + say("flags") + `
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}

` + say("everywhere") + `
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableSubCommands}}

` + words.Say("command.usage.more", "command", "{{.CommandPath}}") + `{{end}}
`)
}

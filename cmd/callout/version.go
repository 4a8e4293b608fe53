package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"callout/game"
	"callout/game/words"
)

// version is set by the build of a release.
var version = "dev"

func newVersion(t terminal) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: words.Say("command.version.short"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(t.out, "%s, rules %d, %s %s/%s\n", name(), game.Rules, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}

// name is the program with its version, as saved games note it.
func name() string {
	v := version
	if info, ok := debug.ReadBuildInfo(); ok && v == "dev" && info.Main.Version != "" && info.Main.Version != "(devel)" {
		v = info.Main.Version
	}
	return "callout " + v
}

package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"callout/game/words"
	"callout/game/workshop"
	"callout/levels"
)

// hosting is how "callout host" was called.
type hosting struct {
	ssh, http       string
	facilitators    string
	store, log, key string
	level, model    string
	script          string
	seats, rehearse int
	fresh           bool
	given           func(flag string) bool // tells whether a flag was given
}

// Where a workshop is served when nobody says: on this machine alone.
const (
	ownSSH = "127.0.0.1:2222"
	ownWeb = "127.0.0.1:8080"
)

// usualTeams is how many teams a rehearsal has, and mostTeams how many it may have.
const (
	usualTeams = 6
	mostTeams  = 100
)

// newHost is "callout host": everything about workshops.
func newHost(t terminal) *cobra.Command {
	h := &hosting{}
	cmd := &cobra.Command{
		Use:   "host",
		Short: words.Say("host.short"),
		Long:  words.Say("host.long"),
		Example: "  callout host --ssh :2222 --http :8080\n" +
			"  callout host --rehearse\n" +
			"  callout host --ssh :2222 --script 90 --seats 3",
		Args: h.arguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			h.given = cmd.Flags().Changed
			if err := h.check(); err != nil {
				return usage(err)
			}
			return h.run(cmd.Context(), t)
		},
	}
	h.flags(cmd)
	cmd.AddCommand(newHostGuide(t), newHostList(t), newHostExport(t), newHostVerify(t), newHostForget(t), newHostPurge(t))
	return cmd
}

func (h *hosting) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&h.ssh, "ssh", "", words.Say("host.flag.ssh"))
	f.StringVar(&h.http, "http", "", words.Say("host.flag.http"))
	f.StringVar(&h.store, "store", "", words.Say("host.flag.store"))
	f.StringVar(&h.script, "script", workshop.ScriptNames()[0], words.Say("host.flag.script", "names", strings.Join(workshop.ScriptNames(), ", ")))
	f.StringVar(&h.level, "level", "", words.Say("host.flag.level"))
	f.StringVar(&h.model, "model", "", words.Say("host.flag.model"))
	f.IntVar(&h.seats, "seats", 0, words.Say("host.flag.seats"))
	f.IntVar(&h.rehearse, "rehearse", 0, words.Say("host.flag.rehearse"))
	f.Lookup("rehearse").NoOptDefVal = fmt.Sprint(usualTeams)
	f.BoolVar(&h.fresh, "new", false, words.Say("host.flag.new"))
	f.StringVar(&h.facilitators, "facilitator-key", "", words.Say("host.flag.facilitator"))
	f.StringVar(&h.key, "host-key", "", words.Say("host.flag.key"))
	f.StringVar(&h.log, "log", "", words.Say("host.flag.log"))
	cmd.RegisterFlagCompletionFunc("script", cobra.FixedCompletions(workshop.ScriptNames(), cobra.ShellCompDirectiveDefault))
	cmd.RegisterFlagCompletionFunc("level", cobra.FixedCompletions(levels.Names(), cobra.ShellCompDirectiveDefault))
	cmd.RegisterFlagCompletionFunc("model", cobra.FixedCompletions(levels.ModelNames(), cobra.ShellCompDirectiveDefault))
}

// arguments takes "--rehearse 3" as people type it: the value of that flag may be left out, so a number after it stands by itself.
func (h *hosting) arguments(cmd *cobra.Command, args []string) error {
	if len(args) == 1 && cmd.Flags().Changed("rehearse") {
		if n, err := strconv.Atoi(args[0]); err == nil {
			h.rehearse = n
			return nil
		}
	}
	return noCommand(cmd, args)
}

// check tells what is wrong with the flags for themselves, and puts what is usual where none was given.
func (h *hosting) check() error {
	if h.given("seats") && (h.seats < 1 || h.seats > 9) {
		return fmt.Errorf("--seats %d: from 1 to 9 people play one game", h.seats)
	}
	if h.given("rehearse") && (h.rehearse < 1 || h.rehearse > mostTeams) {
		return fmt.Errorf("--rehearse %d: from 1 to %d teams are played by programs", h.rehearse, mostTeams)
	}
	if !h.given("ssh") && !h.given("http") {
		h.ssh, h.http = ownSSH, ownWeb
	}
	if h.ssh == "" && h.http == "" {
		return errors.New("nobody could join: name an address with --ssh or --http, such as --ssh :2222")
	}
	return nil
}

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"callout/game/debrief"
	"callout/game/debrief/report"
	"callout/game/words"
	"callout/game/workshop"
	"callout/game/workshop/after"
)

// roomExport is what the flags of host export say.
type roomExport struct {
	at, format, out, home string
	names, quick, all     bool
	team                  int
}

// Formats that only a room has.
const (
	xapiFormat  = "xapi"
	jsonlFormat = "jsonl"
)

// newHostExport is "callout host export": the debrief of a room to take home.
func newHostExport(t terminal) *cobra.Command {
	var x roomExport
	formats := append(report.RoomFormats(), xapiFormat, jsonlFormat)
	cmd := &cobra.Command{
		Use:     "export CODE",
		Short:   words.Say("after.export.short"),
		Long:    strings.TrimSpace(words.Say("after.export.long")),
		Example: "  callout host export K7Q-M2X -o room.html\n  callout host export K7Q-M2X --team 3 -o team-3.html\n  callout host export K7Q-M2X --all -o workshop\n  callout host export K7Q-M2X --format xapi --home https://learn.example.org -o statements.json",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := x.choose(formats, cmd.Flags().Changed("format")); err != nil {
				return usage(err)
			}
			if x.all && (x.out == "" || x.team != 0 || cmd.Flags().Changed("format")) {
				return usage(errors.New(words.Say("after.export.alone")))
			}
			return inStore(cmd.Context(), x.at, func(s workshop.Store) error { return x.run(cmd.Context(), t, s, args[0]) })
		},
	}
	f := cmd.Flags()
	withStore(cmd, &x.at)
	f.StringVar(&x.format, "format", "", words.Say("after.export.format", "names", strings.Join(formats, ", "), "first", formats[0]))
	f.StringVarP(&x.out, "out", "o", "", words.Say("after.export.out"))
	f.BoolVar(&x.names, "names", false, words.Say("after.export.names"))
	f.BoolVar(&x.all, "all", false, words.Say("after.export.all"))
	f.IntVar(&x.team, "team", 0, words.Say("after.export.team"))
	f.BoolVar(&x.quick, "quick", false, words.Say("after.export.quick"))
	f.StringVar(&x.home, "home", after.XAPIHome, words.Say("after.export.home"))
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formats, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// choose settles the format: what was said, else what the file's name says, else the usual one.
func (x *roomExport) choose(formats []string, said bool) error {
	if ending := strings.TrimPrefix(filepath.Ext(x.out), "."); !said {
		x.format = formats[0]
		if slices.Contains(formats, ending) {
			x.format = ending
		}
	}
	if !slices.Contains(formats, x.format) {
		return fmt.Errorf("--format %.30q is no format: write one of %s", x.format, strings.Join(formats, ", "))
	}
	if x.team != 0 && !slices.Contains(report.Formats(), x.format) {
		return errors.New(words.Say("after.export.formats", "names", strings.Join(report.Formats(), ", ")))
	}
	return nil
}

func (x *roomExport) run(ctx context.Context, t terminal, s workshop.Store, what string) error {
	folder := false
	if info, err := os.Stat(x.out); x.out != "" && err == nil && info.IsDir() && x.format == "csv" && x.team == 0 {
		folder = true
	} else if x.out != "" && !x.all {
		if err := canWrite(x.out, ""); err != nil {
			return err
		}
	}
	k, err := kept(ctx, s, what)
	if err != nil {
		return err
	}
	var page bytes.Buffer
	switch {
	case x.all:
		err = x.everything(ctx, t, s, k)
	case x.format == jsonlFormat:
		err = k.Record(&page, func(do func(workshop.Entry) error) error { return s.Read(ctx, k.Workshop.ID, 0, do) })
	case x.team != 0:
		err = x.writeTeam(ctx, t, &page, k)
	default:
		var r *after.Room
		if r, err = x.room(ctx, t, k); err == nil && folder {
			return x.tables(r)
		}
		if err == nil && x.format == xapiFormat {
			err = after.XAPI(&page, r, x.home, x.names)
		} else if err == nil {
			err = report.Room(&page, r, x.format)
		}
	}
	if errors.Is(err, context.Canceled) {
		return errors.New(words.Say("after.export.stopped"))
	}
	if err != nil || x.all {
		return err
	}
	if x.out != "" {
		return writeWhole(x.out, page.Bytes())
	}
	_, err = t.out.Write(page.Bytes())
	return err
}

// played is the workshop, without names unless they were asked for.
func (x *roomExport) played(k *after.Kept) (*after.Played, error) {
	p, err := k.Played()
	if err == nil && !x.names {
		p = p.Unnamed()
	}
	return p, err
}

// room looks back on the room, and shows how far it is.
func (x *roomExport) room(ctx context.Context, t terminal, k *after.Kept) (*after.Room, error) {
	p, err := x.played(k)
	if err != nil {
		return nil, err
	}
	show, done := patient(t, func(n int) string { return words.Say("after.export.progress", "n", n/10) })
	defer done()
	return x.look(ctx, p, show)
}

// look looks back on the room.
func (x *roomExport) look(ctx context.Context, p *after.Played, show func(int)) (*after.Room, error) {
	r, err := after.Look(ctx, p, func(n int) { show(n / 2) })
	if err == nil && !x.quick {
		err = r.Compare(ctx, func(n int) { show(500 + n/2) })
	}
	return r, err
}

// writeTeam writes the debrief of one team's game.
func (x *roomExport) writeTeam(ctx context.Context, t terminal, page *bytes.Buffer, k *after.Kept) error {
	p, err := x.played(k)
	if err != nil {
		return err
	}
	if x.team < 1 || x.team > len(p.Teams) {
		return errors.New(words.Say("after.export.noteam", "n", x.team, "all", len(p.Teams)))
	}
	b := lookBack{quick: x.quick}
	var d *debrief.Debrief
	if d, err = b.make(ctx, t, p.Record(x.team)); err != nil {
		return err
	}
	return report.Write(page, d, x.format)
}

// tables writes all tables into the folder.
func (x *roomExport) tables(r *after.Room) error {
	for _, name := range report.RoomTables() {
		var b bytes.Buffer
		if err := report.RoomCSV(&b, r, name); err != nil {
			return err
		}
		if err := writeWhole(filepath.Join(x.out, name+".csv"), b.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

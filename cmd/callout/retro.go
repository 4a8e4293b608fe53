package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"callout/game/debrief/report"
	"callout/game/retro"
	"callout/game/words"
)

// retroGames is how many games a retrospective plays under each support model.
const retroGames = 400

func newRetro(t terminal) *cobra.Command {
	var p past
	var out, format string
	cmd := &cobra.Command{
		Use:     "retro FILE...",
		Short:   words.Say("retro.command.short"),
		Long:    words.Say("retro.command.long"),
		Example: "  callout retro incidents.csv deployments.json --zone Europe/London -o retro.html\n  callout retro *.csv --map columns.toml --anonymise --revenue 8000",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if ending := strings.TrimPrefix(filepath.Ext(out), "."); !cmd.Flags().Changed("format") && slices.Contains(report.RetroFormats(), ending) {
				format = ending
			}
			if !slices.Contains(report.RetroFormats(), format) {
				return usage(fmt.Errorf("--format %.20q is no format: write one of %s", format, strings.Join(report.RetroFormats(), ", ")))
			}
			if err := p.check(); err != nil {
				return err
			}
			if out != "" {
				if err := canWrite(out, ""); err != nil {
					return err
				}
			}
			return p.retro(cmd.Context(), t, args, out, format)
		},
	}
	p.flags(cmd)
	cmd.Flags().StringVar(&format, "format", report.RetroFormats()[0], "the `format`: "+strings.Join(report.RetroFormats(), ", "))
	cmd.Flags().StringVarP(&out, "out", "o", "", words.Say("command.debrief.out"))
	return cmd
}

func (p *past) retro(ctx context.Context, t terminal, files []string, out, format string) error {
	h, err := p.read(t, files)
	if err != nil {
		return err
	}
	m, err := p.make(ctx, t, h)
	if err != nil {
		return err
	}
	f, err := p.report(ctx, t, m, importGames)
	if err != nil {
		return err
	}
	bar := progressBar{t: t, of: retroGames, says: func(done int) string { return words.Say("import.playing", "done", done, "of", retroGames) }}
	r, err := retro.Make(ctx, m, f, retro.Options{Games: retroGames, Progress: func(done, _ int) { bar.show(done) }})
	bar.clear()
	if errors.Is(err, context.Canceled) {
		return errors.New("stopped: nothing was written")
	}
	if err != nil {
		return err
	}
	var page bytes.Buffer
	if err := report.Retro(&page, r, format); err != nil {
		return err
	}
	if out == "" {
		_, err := t.out.Write(page.Bytes())
		return err
	}
	if err := writeWhole(out, page.Bytes()); err != nil {
		return err
	}
	t.note("%s", words.Say("retro.command.written", "file", out))
	return nil
}

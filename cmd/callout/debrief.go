package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"callout/game/debrief"
	"callout/game/debrief/report"
	"callout/game/words"
	"callout/ui/saves"
)

// lookBack is what the flags of debrief say.
type lookBack struct {
	format, table, out string
	quick              bool
}

func newDebrief(t terminal) *cobra.Command {
	var b lookBack
	cmd := &cobra.Command{
		Use:   "debrief [FILE]",
		Short: words.Say("command.debrief.short"),
		Long:  words.Say("command.debrief.long"),
		Example: "  callout debrief\n  callout debrief game.jsonl -o debrief.html\n" +
			"  callout debrief game.jsonl --format json --quick",
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := b.choose(cmd.Flags().Changed("format"), cmd.Flags().Changed("table")); err != nil {
				return usage(err)
			}
			file := ""
			if len(args) == 1 {
				file = args[0]
			} else {
				newest, err := saves.NewestOver()
				if err != nil {
					return err
				}
				file = newest
			}
			return b.run(cmd.Context(), t, file)
		},
	}
	f := cmd.Flags()
	f.StringVar(&b.format, "format", report.Formats()[0], words.Say("command.debrief.format", "names", strings.Join(report.Formats(), ", ")))
	f.StringVar(&b.table, "table", report.Tables()[0], words.Say("command.debrief.table", "names", strings.Join(report.Tables(), ", ")))
	f.StringVarP(&b.out, "out", "o", "", words.Say("command.debrief.out"))
	f.BoolVar(&b.quick, "quick", false, words.Say("command.debrief.quick"))
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(report.Formats(), cobra.ShellCompDirectiveNoFileComp))
	cmd.RegisterFlagCompletionFunc("table", cobra.FixedCompletions(report.Tables(), cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// choose settles the format: what was said, else CSV where a table was asked for, else what the file's name says, else
// the usual one.
func (b *lookBack) choose(format, table bool) error {
	ending := strings.TrimPrefix(filepath.Ext(b.out), ".")
	switch {
	case format:
	case table:
		b.format = "csv"
	case slices.Contains(report.Formats(), ending):
		b.format = ending
	}
	if err := report.Check(b.format); err != nil {
		return fmt.Errorf("--format %w", err)
	}
	if err := report.CheckTable(b.table); err != nil {
		return fmt.Errorf("--table %w", err)
	}
	if table && b.format != "csv" {
		return fmt.Errorf("--table is for csv, and the format is %s: leave one of the two out", b.format)
	}
	return nil
}

func (b *lookBack) run(ctx context.Context, t terminal, file string) error {
	if b.out != "" {
		if err := canWrite(b.out, file); err != nil {
			return err
		}
	}
	record, err := debrief.Read(file, saves.Load)
	if err != nil {
		return err
	}
	d, err := b.make(ctx, t, record)
	if errors.Is(err, context.Canceled) {
		return errors.New("stopped: nothing was written")
	}
	if err != nil {
		return err
	}
	var page bytes.Buffer
	if b.format == "csv" {
		err = report.CSV(&page, d, b.table)
	} else {
		err = report.Write(&page, d, b.format)
	}
	if err != nil {
		return err
	}
	if b.out != "" {
		return writeWhole(b.out, page.Bytes())
	}
	_, err = t.out.Write(page.Bytes())
	return err
}

// make looks back, and shows on a terminal how far it is once that takes a while.
func (b *lookBack) make(ctx context.Context, t terminal, r *debrief.Record) (*debrief.Debrief, error) {
	if b.quick {
		return debrief.Look(r)
	}
	bar := progressBar{t: t, of: 1000, says: func(done int) string { return words.Say("command.debrief.progress", "n", done/10) }}
	defer bar.clear()
	show := func(int) {}
	if isTerminal(t.err) {
		patience := time.Now().Add(time.Second)
		show = func(done int) {
			if time.Now().After(patience) {
				bar.show(done)
			}
		}
	}
	return debrief.Make(ctx, r, show)
}

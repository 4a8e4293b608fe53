package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // time zones on machines that have none

	"github.com/spf13/cobra"

	"callout/game/fit"
	"callout/game/words"
	"callout/levels"
	"callout/levels/history"
	"callout/levels/month"
)

// past is what the flags of import and retro say about a team's exports.
type past struct {
	kind, zone, dates, application, mapping string
	from, to, model, name, title, revenue   string
	days                                    int
	anonymise                               bool

	options history.Options
	month   month.Options
}

// flags adds the flags that both commands have.
func (p *past) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&p.kind, "kind", "", "what the files are about: incidents, deployments or rota (default: found out)")
	f.StringVar(&p.zone, "zone", "", "time `zone` of the people, and of times that do not say theirs, such as Europe/Berlin")
	f.StringVar(&p.dates, "dates", "", "\"day first\" or \"month first\", where dates can be read both ways")
	f.StringVar(&p.application, "application", "", "the `name` of the application, for files that name none")
	f.StringVar(&p.mapping, "map", "", "a TOML `file` that says which column is what")
	f.StringVar(&p.from, "from", "", "first `day` that counts, such as 2026-03-01 (default: the first in the data)")
	f.StringVar(&p.to, "to", "", "first `day` that does not count any more (default: the one after the last in the data)")
	f.StringVar(&p.model, "model", "ops-run-it", "the support `model` that was in use")
	f.StringVar(&p.name, "name", "our-month", "short `name` of the level")
	f.StringVar(&p.title, "title", "Our month", "`title` of the level")
	f.StringVar(&p.revenue, "revenue", "", "what an application earns per hour at its peak, in pounds (default: assumed)")
	f.IntVar(&p.days, "days", 0, "working `days` of the level (default: those of the data, at most a month)")
	f.BoolVar(&p.anonymise, "anonymise", false, "write no name that stands in the data")
	cmd.RegisterFlagCompletionFunc("model", completeModels)
	cmd.RegisterFlagCompletionFunc("kind", cobra.FixedCompletions([]string{"incidents", "deployments", "rota"}, cobra.ShellCompDirectiveNoFileComp))
}

// check makes options of the flags.
func (p *past) check() error {
	kinds := map[string]history.Kind{"": history.Any, "incidents": history.Incidents, "deployments": history.Deployments, "rota": history.Rota}
	kind, ok := kinds[p.kind]
	if !ok {
		return usage(fmt.Errorf("--kind %.20q is not a kind: use incidents, deployments or rota", p.kind))
	}
	p.options = history.Options{Kind: kind, Application: p.application}
	if p.mapping != "" {
		text, err := readMapping(p.mapping)
		if err != nil {
			return fmt.Errorf("read the mapping: %w", err)
		}
		if p.options.Mapping, err = history.ParseMapping(p.mapping, text); err != nil {
			return err
		}
	}
	if p.dates != "" {
		if p.dates != history.DayFirst && p.dates != history.MonthFirst {
			return usage(fmt.Errorf("--dates %.20q: write \"%s\" or \"%s\"", p.dates, history.DayFirst, history.MonthFirst))
		}
		p.options.Mapping.Dates = p.dates
	}
	zone := time.UTC
	if p.zone == "" {
		p.zone = p.options.Mapping.TimeZone
	}
	if p.zone != "" {
		var err error
		if zone, err = time.LoadLocation(p.zone); err != nil || p.zone == "Local" {
			return usage(fmt.Errorf("--zone %.40q is not known: write it as Europe/Berlin", p.zone))
		}
		p.options.Zone = zone
	}
	p.month = month.Options{Name: p.name, Title: p.title, Zone: zone, Model: p.model, Days: p.days, Anonymise: p.anonymise}
	for _, d := range []struct {
		flag, text string
		at         *time.Time
	}{{"--from", p.from, &p.month.From}, {"--to", p.to, &p.month.To}} {
		if d.text == "" {
			continue
		}
		at, err := time.ParseInLocation(time.DateOnly, d.text, zone)
		if err != nil {
			return usage(fmt.Errorf("%s %.20q is not a day: write it as 2026-03-01", d.flag, d.text))
		}
		*d.at = at
	}
	if p.revenue != "" {
		n, err := strconv.ParseInt(strings.NewReplacer("£", "", ",", "").Replace(p.revenue), 10, 64)
		if err != nil || n < 1 || n > 10_000_000 {
			return usage(fmt.Errorf("--revenue %.20q is not an amount: write pounds per hour, from 1 to 10000000", p.revenue))
		}
		p.month.Revenue = n
	}
	if p.days < 0 || p.days > 130 {
		return usage(fmt.Errorf("--days %d: a level has 1 to 130 working days", p.days))
	}
	return nil
}

// longestMapping is how many bytes a mapping may have.
const longestMapping = 1 << 20

func readMapping(file string) ([]byte, error) {
	f, err := openExport(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, longestMapping+1))
	if err == nil && len(text) > longestMapping {
		err = errors.New(words.Say("import.long-mapping", "file", file))
	}
	return text, err
}

// read reads the files, asks what nobody said where a person sits there, and tells what it made of them.
func (p *past) read(t terminal, files []string) (*history.History, error) {
	h := &history.History{}
	for _, file := range files {
		r, err := p.readOne(t, file, h)
		if err != nil {
			return nil, err
		}
		p.tell(t, r)
	}
	h.Sort()
	for _, n := range h.Notes {
		t.note("%s", noteText(n))
	}
	left := 0
	for _, n := range h.Notes {
		if n.Doubt.LeftOut() {
			left += n.Count
		}
	}
	t.note("%s", words.Say("import.used", "rows", h.Rows, "left", left, "incidents", len(h.Incidents), "deployments", len(h.Deployments),
		"shifts", len(h.Shifts), "apps", len(h.Apps)))
	return h, nil
}

// readOne reads one file. Where something was not said and somebody can be asked, it asks, and reads again.
func (p *past) readOne(t terminal, file string, h *history.History) (*history.Recognised, error) {
	if file == "-" {
		return history.Read(t.in, words.Say("import.stdin"), p.options, h) // it cannot be read again, so nothing is asked
	}
	for {
		f, err := openExport(file)
		if err != nil {
			return nil, fmt.Errorf("read an export: %w", err)
		}
		r, err := history.Read(f, file, p.options, h)
		f.Close()
		if err == nil || !t.interactive() || !p.ask(t, err) {
			return r, err
		}
	}
}

// openExport opens a file, also one behind a link. A pipe or a device is refused: it might never begin, or never end.
func openExport(file string) (*os.File, error) {
	info, err := os.Stat(file)
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, errors.New(words.Say("import.folder", "file", file))
	case !info.Mode().IsRegular():
		return nil, errors.New(words.Say("import.device", "file", file))
	}
	return os.Open(file)
}

// tell says what a file was taken for, and which column was read as what.
func (p *past) tell(t terminal, r *history.Recognised) {
	t.note("%s", words.Say("import.recognised", "file", r.File, "source", r.Source, "form", r.Form, "n", r.Rows))
	for _, c := range r.Columns {
		t.note("  %s", words.Say("import.column", "field", c.Field.String(), "column", fmt.Sprintf("%.60q", c.Name)))
	}
	if len(r.Unused) > 0 {
		shown := r.Unused[:min(len(r.Unused), 12)]
		var quoted []string
		for _, u := range shown {
			quoted = append(quoted, fmt.Sprintf("%.40q", u))
		}
		if len(shown) < len(r.Unused) {
			quoted = append(quoted, "…")
		}
		t.note("  %s", words.Say("import.unused", "columns", strings.Join(quoted, ", ")))
	}
	if r.Dates != "" {
		t.note("  %s", words.Say("import.dates", "dates", r.Dates))
	}
}

// noteText is a doubt in a sentence.
func noteText(n history.Note) string {
	text := words.Say("import.doubt."+n.Doubt.String(), "n", n.Count)
	if n.Row > 0 {
		text += " " + words.Say("import.first", "row", n.Row, "file", n.File)
	}
	if n.Example != "" {
		text += " " + words.Say("import.example", "example", fmt.Sprintf("%q", n.Example))
	}
	return text
}

// make works out the month and fits it.
func (p *past) make(ctx context.Context, t terminal, h *history.History) (*month.Month, error) {
	m, err := month.Of(h, p.month)
	if err != nil {
		return nil, err
	}
	if _, err := levels.Parse("the level", m.Level(), ""); err != nil {
		return nil, fmt.Errorf("make a level of it: %w", err)
	}
	bar := progressBar{t: t, of: 1000, says: func(done int) string { return words.Say("import.fitting", "done", done/10) }}
	defer bar.clear()
	err = fit.Calibrate(ctx, m, func(done, of int) { bar.show(done * 1000 / of) })
	if errors.Is(err, context.Canceled) {
		return nil, errors.New("stopped: nothing was written")
	}
	return m, err
}

// report says how well the month fits.
func (p *past) report(ctx context.Context, t terminal, m *month.Month, games int) (*fit.Report, error) {
	bar := progressBar{t: t, of: games, says: func(done int) string { return words.Say("import.playing", "done", done, "of", games) }}
	defer bar.clear()
	r, err := fit.Of(ctx, m, games, bar.show)
	if errors.Is(err, context.Canceled) {
		return nil, errors.New("stopped: nothing was written")
	}
	return r, err
}

// fitTable is the fit report as rows of text.
func fitTable(r *fit.Report) [][]string {
	rows := [][]string{fit.Titles()}
	for i := range r.Rows {
		rows = append(rows, r.Rows[i].Cells())
	}
	return rows
}

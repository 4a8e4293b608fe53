package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"callout/game/words"
	"callout/levels/month"
)

// importGames is how many games the fit report plays.
const importGames = 1000

func newImport(t terminal) *cobra.Command {
	var p past
	var out string
	var unfitted bool
	cmd := &cobra.Command{
		Use:   "import FILE...",
		Short: "Make a level of a team's own incidents and deployments",
		Long: "Read what a team's tools export (incidents, deployments, on-call rotas; CSV, JSON or iCalendar) and write a level\n" +
			"that behaves as the team's own month did. Beside each figure stands whether it was measured, estimated or assumed.\n" +
			"PagerDuty, Opsgenie, ServiceNow, Jira Service Management, GitHub, GitLab, Jenkins and Argo CD are known; a plain\n" +
			"table needs a column for the application and one for the time. What is left out is counted, with the reason.\n\n" +
			"Nothing leaves this machine.",
		Example: "  callout import incidents.csv deployments.json --zone Europe/London -o ours.toml\n" +
			"  callout import *.csv --map columns.toml --anonymise -o ours.toml && callout play ours.toml",
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := p.check(); err != nil {
				return err
			}
			if out != "" {
				if err := canWrite(out, ""); err != nil {
					return err
				}
			}
			return p.importLevel(cmd.Context(), t, args, out, unfitted)
		},
	}
	p.flags(cmd)
	cmd.Flags().StringVarP(&out, "out", "o", "", "write the level to this `file` instead of standard output")
	cmd.Flags().BoolVar(&unfitted, "no-fit", false, "do not fit the level by playing it, and report no fit")
	return cmd
}

func (p *past) importLevel(ctx context.Context, t terminal, files []string, out string, unfitted bool) error {
	h, err := p.read(t, files)
	if err != nil {
		return err
	}
	var m *month.Month
	if unfitted {
		m, err = month.Of(h, p.month)
	} else {
		m, err = p.make(ctx, t, h)
	}
	if err != nil {
		return err
	}
	for _, w := range m.Warnings {
		t.note("%s", words.Say("import.mind", "what", w))
	}
	if !unfitted {
		r, err := p.report(ctx, t, m, importGames)
		if err != nil {
			return err
		}
		t.note("%s", words.Say("import.fit.title", "games", r.Games))
		table(t.err, fitTable(r))
		if r.Fits() {
			t.note("%s", words.Say("import.fit.good"))
		} else {
			t.note("%s", words.Say("import.fit.bad"))
		}
	}
	if out != "" {
		if err := writeWhole(out, m.Level()); err != nil {
			return err
		}
		t.note("%s", words.Say("import.written", "file", out))
		return nil
	}
	if _, err := t.out.Write(m.Level()); err != nil {
		return errors.Join(errors.New("write the level"), err)
	}
	return nil
}

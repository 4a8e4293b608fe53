package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"callout/game/words"
	"callout/ui/progress"
)

func newProgress(t terminal) *cobra.Command {
	var asJSON bool
	var out, in string
	cmd := &cobra.Command{
		Use:   "progress",
		Short: words.Say("campaign.command.progress"),
		Long:  words.Say("campaign.command.progress-long"),
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			switch {
			case asJSON && out+in != "", out != "" && in != "":
				return usage(errors.New(words.Say("campaign.command.one")))
			case out != "":
				return exportProgress(cmd.Context(), t, out)
			case in != "":
				return importProgress(t, in)
			}
			return showProgress(cmd.Context(), t, asJSON)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&asJSON, "json", false, words.Say("campaign.command.json"))
	f.StringVar(&out, "export", "", words.Say("campaign.command.export"))
	f.StringVar(&in, "import", "", words.Say("campaign.command.import"))
	return cmd
}

// forMedals is how long showing the progress looks for medals that nobody has worked out yet.
const forMedals = 5 * time.Second

// caughtUp is the progress with everything that the saved games show; what is wrong with it is noted.
func caughtUp(ctx context.Context, t terminal) (progress.Progress, error) {
	p, unread, notice, err := progress.Mine().CatchUp(ctx)
	if notice != "" {
		t.note("%s", notice)
	}
	if unread > 0 {
		t.note("%s", words.Say("campaign.notice.unread", "n", unread))
	}
	return p, err
}

// judged is the progress with the medals that can be worked out in a short while.
func judged(ctx context.Context, t terminal) (progress.Progress, error) {
	p, err := caughtUp(ctx, t)
	if err != nil {
		return p, err
	}
	short, stop := context.WithTimeout(ctx, forMedals)
	defer stop()
	for {
		more, err := progress.Mine().Judge(short)
		switch {
		case err != nil && !errors.Is(err, context.DeadlineExceeded):
			return p, err
		case err != nil || !more:
			return progress.Mine().Read()
		}
	}
}

func showProgress(ctx context.Context, t terminal, asJSON bool) error {
	p, err := judged(ctx, t)
	if err != nil {
		return err
	}
	path := p.Path()
	if asJSON {
		return writeJSON(t.out, progressJSON(p, path))
	}
	rows := [][]string{{
		words.Say("campaign.column.level"), words.Say("campaign.column.state"), words.Say("campaign.column.played"), words.Say("campaign.column.won"),
		words.Say("campaign.column.score"), words.Say("campaign.column.lost"), words.Say("campaign.column.when"),
	}}
	for _, s := range path {
		row := []string{s.Name, progress.StateName(s), words.Number(int64(s.Played)), words.Number(int64(s.Standing.Won)), "–", "–", "–"}
		if s.Best != nil {
			row[4], row[5], row[6] = words.Number(s.Best.Score), words.Money(s.Best.Lost), progress.Day(s.Best.Begun)
		}
		rows = append(rows, row)
	}
	table(t.out, rows)
	return nil
}

// levelJSON is a level in the JSON of the progress. What is not known is left out.
type levelJSON struct {
	Name    string         `json:"name"`
	Title   string         `json:"title"`
	State   string         `json:"state"`
	Next    bool           `json:"next"`
	Played  int            `json:"played"`
	Won     int            `json:"won"`
	Free    int            `json:"free"`
	Medal   progress.Medal `json:"medal,omitempty"`
	Least   *int64         `json:"least_revenue_lost,omitempty"` // pence
	Last    *time.Time     `json:"last,omitempty"`
	BestRun *progress.Game `json:"best,omitempty"`
}

func progressJSON(p progress.Progress, path []progress.Stop) any {
	list := make([]levelJSON, len(path))
	for i, s := range path {
		list[i] = levelJSON{Name: s.Name, Title: s.Title, State: s.State.String(), Next: s.Next, Played: s.Played, Won: s.Standing.Won, Free: s.Free, Medal: s.Medal, BestRun: s.Best}
		if s.Played > 0 {
			list[i].Least, list[i].Last = &path[i].Least, &path[i].Last
		}
	}
	rounds := p.Rounds
	if rounds == nil {
		rounds = []progress.Round{}
	}
	return struct {
		File    string           `json:"file"`
		Levels  []levelJSON      `json:"levels"`
		Answers []progress.Round `json:"answers"`
	}{progress.Mine().File(), list, rounds}
}

func exportProgress(ctx context.Context, t terminal, file string) error {
	if _, err := caughtUp(ctx, t); err != nil {
		return err
	}
	games, left, err := progress.Mine().Export(file)
	if err != nil {
		return err
	}
	for _, l := range left {
		t.note("%s", words.Say("campaign.command.left", "what", l))
	}
	_, err = fmt.Fprintln(t.out, words.Say("campaign.command.exported", "n", games, "file", file))
	return err
}

func importProgress(t terminal, file string) error {
	done, notice, err := progress.Mine().Import(file)
	if notice != "" {
		t.note("%s", notice)
	}
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(t.out, words.Say("campaign.command.imported", "saves", done.Saves, "known", done.Known, "games", done.Games))
	if err == nil && done.Renamed > 0 {
		_, err = fmt.Fprintln(t.out, words.Say("campaign.command.renamed", "n", done.Renamed))
	}
	return err
}

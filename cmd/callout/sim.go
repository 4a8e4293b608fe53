package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"callout/game"
	"callout/game/lab"
	"callout/game/policy"
	"callout/game/words"
	"callout/levels"
	"callout/ui/packs"
)

// simulation is what the flags of sim say.
type simulation struct {
	games, workers       int
	seed                 uint64
	policy, models, form string
}

func newSim(t terminal) *cobra.Command {
	var s simulation
	var games, workers, seed string
	cmd := &cobra.Command{
		Use:   "sim LEVEL",
		Short: "Play a level many times by program, and compare support models",
		Long: "Play a level many times by program and show what it comes to. Several support models, separated by commas,\n" +
			"face the same demand game by game, so that luck cancels in what is between them.",
		Example: "  callout sim ten-teams\n  callout sim one-team --policy fifo --games 1000\n" +
			"  callout sim ten-teams --model all --format csv > models.csv\n" +
			"  callout sim ten-teams --policy exec:./bot.py",
		Args:              oneLevel,
		ValidArgsFunction: completeLevels,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := errors.Join(
				whole("--games", games, 1, lab.MaxGames, &s.games),
				whole("--workers", workers, 0, lab.MaxWorkers, &s.workers),
			); err != nil {
				return usage(firstOf(err))
			}
			var err error
			if s.seed, err = strconv.ParseUint(seed, 10, 64); err != nil {
				return usage(fmt.Errorf("--seed %.30q is not a seed: write a whole number from 0 to %d", seed, uint64(math.MaxUint64)))
			}
			return s.run(cmd.Context(), t, args[0])
		},
	}
	f := cmd.Flags()
	f.StringVar(&games, "games", "200", "how many `games`; each has the next seed")
	f.StringVar(&seed, "seed", "1", "`number` that the chance of the first game comes from")
	f.StringVar(&s.policy, "policy", "rule", "the `policy` that plays: "+strings.Join(shownPolicies(), ", ")+", or exec:PROGRAM")
	f.StringVar(&s.models, "model", "", "support `models` to compare, separated by commas, or all, instead of the level's own")
	f.StringVar(&s.form, "format", "table", "table, json or csv")
	f.StringVar(&workers, "workers", "0", "how many games at once; 0 for one per processor. The result is the same")
	cmd.RegisterFlagCompletionFunc("model", completeModels)
	cmd.RegisterFlagCompletionFunc("policy", cobra.FixedCompletions(shownPolicies(), cobra.ShellCompDirectiveNoFileComp))
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(simFormats, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

var simFormats = []string{"table", "json", "csv"}

// shownPolicies are the policies that help lists; the variants of rule are for those who know of them.
func shownPolicies() []string {
	return slices.DeleteFunc(policy.Names(), func(name string) bool { return strings.HasPrefix(name, "rule-") })
}

func oneLevel(_ *cobra.Command, args []string) error {
	switch len(args) {
	case 0:
		return errors.New("name a level to play: \"callout levels\" lists them")
	case 1:
		return nil
	}
	return fmt.Errorf("sim plays one level, and %d were named: leave out all but one", len(args))
}

// whole reads a whole number of a flag.
func whole(flag, text string, least, most int, n *int) error {
	x, err := strconv.Atoi(text)
	if err != nil || x < least || x > most {
		return fmt.Errorf("%s %.30q is not possible: write a whole number from %d to %d", flag, text, least, most)
	}
	*n = x
	return nil
}

// firstOf is the first of joined errors: one sentence is enough.
func firstOf(err error) error {
	var joined interface{ Unwrap() []error }
	if errors.As(err, &joined) {
		return joined.Unwrap()[0]
	}
	return err
}

func (s *simulation) run(ctx context.Context, t terminal, level string) error {
	if err := policy.Check(s.policy); err != nil {
		return usage(fmt.Errorf("--policy: %w", err))
	}
	if !slices.Contains(simFormats, s.form) {
		return usage(fmt.Errorf("--format %.30q is not known: write table, json or csv", s.form))
	}
	arms, err := s.arms(level)
	if err != nil {
		return err
	}
	spec := lab.Spec{Arms: arms, Games: s.games, Seed: s.seed, Workers: s.workers, Stderr: t.err}
	bar := progressBar{t: t, of: s.games, says: func(done int) string { return fmt.Sprintf("%s of %s games", count(done), count(s.games)) }}
	spec.Progress = bar.show
	report, err := lab.Run(ctx, spec)
	bar.clear()
	if err != nil {
		return err
	}
	if report.Games == 0 {
		return errors.New("stopped before the first game was done")
	}
	switch s.form {
	case "json":
		err = report.WriteJSON(t.out)
	case "csv":
		err = report.WriteCSV(t.out)
	default:
		err = writeSim(t.out, report)
	}
	if err == nil && report.Interrupted {
		return fmt.Errorf("stopped after %s of %s games: the numbers are of those", count(report.Games), count(report.Asked))
	}
	return err
}

// arms loads the level under each support model that is asked for.
func (s *simulation) arms(level string) ([]lab.Arm, error) {
	names := strings.Split(s.models, ",")
	if s.models == "all" {
		names = names[:0]
		for _, m := range levels.Models() {
			names = append(names, m.Name)
		}
	}
	var arms []lab.Arm
	for i, name := range names {
		name = strings.TrimSpace(name)
		if name == "" && s.models != "" {
			return nil, usage(fmt.Errorf("--model %.60q names a model of no name: write names separated by commas, or all", s.models))
		}
		if name == "all" && len(names) > 1 {
			return nil, usage(errors.New("--model all stands alone: it has every model in it"))
		}
		if slices.Contains(names[:i], name) {
			return nil, usage(fmt.Errorf("--model names %.30q twice: once is enough", name))
		}
		l, err := levels.LoadWithModel(packs.Path(level), name)
		if err != nil {
			return nil, err
		}
		if name == "" {
			name = ownModels(l)
		}
		arms = append(arms, lab.Arm{Name: name, Level: l, Policy: s.policy})
	}
	return arms, nil
}

// ownModels names the support models that a level's applications have.
func ownModels(l *game.Level) string {
	var names []string
	for i := range l.Applications {
		if name := l.Models[l.Applications[i].Model].Name; !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, "+")
}

// progressBar shows how far something is, where somebody sits at a terminal to see it.
type progressBar struct {
	t     terminal
	of    int                   // how much there is to do
	says  func(done int) string // how far it is, in words
	shown int                   // per cent
	drawn bool
}

func (b *progressBar) show(done int) {
	if !isTerminal(b.t.err) {
		return
	}
	percent := done * 100 / b.of
	if percent == b.shown && b.drawn {
		return
	}
	b.shown, b.drawn = percent, true
	const width = 30
	full := width * min(done, b.of) / b.of
	fmt.Fprintf(b.t.err, "\r%s%s %s", strings.Repeat("#", full), strings.Repeat(".", width-full), b.says(done))
}

func (b *progressBar) clear() {
	if b.drawn {
		fmt.Fprint(b.t.err, "\r\x1b[K")
	}
}

func count(n int) string { return words.Number(int64(n)) }

// writeSim writes a report for people: every metric of every model, and, with several, what is between each and the
// first.
func writeSim(w io.Writer, r *lab.Report) error {
	var b strings.Builder
	if r.Games == 1 {
		fmt.Fprintf(&b, "%s, played by %s: one game, seed %d.\n\n", r.Level, r.Policy, r.Seed)
	} else {
		fmt.Fprintf(&b, "%s, played by %s: %s games, seeds %d to %d.\n\n", r.Level, r.Policy, count(r.Games), r.Seed, r.Seed+uint64(r.Games)-1)
	}
	if len(r.Results) == 1 {
		writeOne(&b, &r.Results[0])
	} else {
		writeMany(&b, r)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// writeOne writes what one model came to: the mean and how sure it is, and where the games lie.
func writeOne(b *strings.Builder, r *lab.Result) {
	rows := titled{rows: [][]string{{strings.ToUpper(r.Model), "MEAN", "±", "LOW TENTH", "MEDIAN", "HIGH TENTH"}}}
	for i := range r.Metrics {
		m := &r.Metrics[i]
		row := []string{metricText(m.Name, m.Mean, m.Games), "", "", "", ""}
		if m.Games > 1 {
			row[1] = metricText(m.Name, (m.CI95[1]-m.CI95[0])/2, 1)
			row[2], row[3], row[4] = metricText(m.Name, m.P10, 1), metricText(m.Name, m.Median, 1), metricText(m.Name, m.P90, 1)
		}
		if m.Name == "won" {
			row[2], row[3], row[4] = "", "", ""
		}
		rows.add(m.Name, row)
	}
	numbers(b, rows.rows)
}

func writeMany(b *strings.Builder, r *lab.Report) {
	head := []string{"MEAN OF EACH"}
	for i := range r.Results {
		head = append(head, strings.ToUpper(r.Results[i].Model))
	}
	rows := titled{rows: [][]string{head}}
	for m := range r.Results[0].Metrics {
		var row []string
		for i := range r.Results {
			x := &r.Results[i].Metrics[m]
			row = append(row, metricText(x.Name, x.Mean, x.Games))
		}
		rows.add(r.Results[0].Metrics[m].Name, row)
	}
	numbers(b, rows.rows)
	own := r.Results[0].Model
	for i := range r.Paired {
		if p := &r.Paired[i]; p.A == own {
			fmt.Fprintf(b, "\nWhat %s has more than %s, game by game on the same demand.\n", p.B, p.A)
			b.WriteString("* chance alone will hardly do that. Pairing saves: how many times more games would be needed without it.\n\n")
			writePair(b, p)
		}
	}
}

// writePair writes b less a, which reads as what the other model changes.
func writePair(b *strings.Builder, p *lab.Pair) {
	rows := titled{rows: [][]string{{"", "MEAN", "95 % INTERVAL", "PAIRING SAVES"}}}
	for i := range p.Metrics {
		d := &p.Metrics[i]
		row := []string{metricText(d.Name, -d.Mean, d.Games), "", ""}
		if d.Games > 0 {
			row[1] = metricText(d.Name, -d.CI95[1], 1) + " to " + metricText(d.Name, -d.CI95[0], 1)
			if d.CI95[0] > 0 || d.CI95[1] < 0 {
				row[0] = "* " + row[0]
			}
		}
		if d.VarianceRatio > 0 {
			row[2] = strconv.FormatFloat(d.VarianceRatio, 'f', 1, 64) + "x"
		}
		rows.add(d.Name, row)
	}
	numbers(b, rows.rows)
}

// titled are rows that begin with a metric's title. Titles of the form "group: part" stand under their group.
type titled struct {
	rows  [][]string
	group string
}

func (t *titled) add(metric string, row []string) {
	title, _ := words.Metric(metric)
	group, part, grouped := strings.Cut(title, ": ")
	if !grouped {
		group = ""
	} else if title = "  " + part; group != t.group {
		t.rows = append(t.rows, []string{group})
	}
	t.group = group
	t.rows = append(t.rows, append([]string{title}, row...))
}

// metricText is a number of a metric with its unit, as the game writes it.
func metricText(name string, x float64, games int) string {
	unit, milli, _ := game.MetricUnit(name)
	least := 50 // thousandths, or pence: less is nothing, and nothing has no sign
	switch {
	case name == "won":
		unit, milli, least, x = game.ShareUnit, true, 0, x*1000
	case unit == game.ShareUnit:
		least, x = 0, x*1000
	case unit != game.PenceUnit:
		milli, x = true, x*1000
	}
	n := int64(math.Round(x))
	if n > -int64(least) && n < int64(least) {
		n = 0
	}
	return words.Value(game.Value{Name: name, N: n, Unit: unit, Milli: milli, Valid: games > 0})
}

// numbers writes rows with the first column to the left and the others to the right.
func numbers(b *strings.Builder, rows [][]string) {
	width := make([]int, len(rows[0]))
	for _, r := range rows {
		for i, cell := range r {
			width[i] = max(width[i], len([]rune(cell)))
		}
	}
	for _, r := range rows {
		line := ""
		for i, cell := range r {
			pad := strings.Repeat(" ", width[i]-len([]rune(cell)))
			if i == 0 {
				line += cell + pad
			} else {
				line += "  " + pad + cell
			}
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
}

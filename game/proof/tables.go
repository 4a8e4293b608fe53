package proof

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// Size says how much is played for the tables.
type Size struct {
	Games    int // of every arm of a prediction, and of every cell of the selector
	Queues   int // games of every textbook queue
	Arrivals int // in each of them
}

// WriteTables measures everything and writes it as Markdown: the predictions with their effects, the queues beside their
// formulas, and the selector beside the playbook's.
func WriteTables(w io.Writer, s Size) error {
	t := &tables{w: w}
	t.line("Played %d games of every arm, on the same seeds; in brackets the interval of 95 %%.", s.Games)
	if err := t.predictions(s); err != nil {
		return err
	}
	if err := t.queues(s); err != nil {
		return err
	}
	if err := t.selector(s); err != nil {
		return err
	}
	return t.err
}

// tables writes lines until one fails.
type tables struct {
	w   io.Writer
	err error
}

func (t *tables) line(format string, args ...any) {
	if t.err == nil {
		_, t.err = fmt.Fprintf(t.w, format+"\n", args...)
	}
}

func (t *tables) predictions(s Size) error {
	t.line("\n## Predictions\n")
	t.line("| # | what must come out | measured | stated | holds |\n|---|---|---|---|---|")
	all := Predictions()
	slices.SortFunc(all, func(a, b Prediction) int { return a.Number - b.Number })
	n := 0
	for _, p := range all {
		for n++; n < p.Number; n++ {
			t.line("| %d | %s | | | not modelled |", n, NotModelled[n])
		}
		findings, err := p.Measure(NewBench(s.Games))
		if err != nil {
			return fmt.Errorf("prediction %d: %w", p.Number, err)
		}
		t.line("| %d | **%s** (%s) | | | |", p.Number, p.Claim, p.How)
		for i := range findings {
			f := &findings[i]
			t.line("| | %s | %.3g (%.3g to %.3g) | %s | %s |", f.What, f.Value, f.Lo, f.Hi, f.Stated(), yes(f.Holds(true)))
		}
	}
	return nil
}

func (t *tables) queues(s Size) error {
	t.line("\n## Textbook queues\n")
	t.line("Mean waits in minutes where a piece of work takes %d; %d games of about %d arrivals each.\n", service, s.Queues, s.Arrivals)
	t.line("| queue | setting | formula | measured | error | stated | holds |\n|---|---|---|---|---|---|---|")
	for _, q := range Queues() {
		waits, err := q.Measure(s.Queues, s.Arrivals)
		if err != nil {
			return err
		}
		for _, w := range waits {
			t.line("| %s; %s | %s | %.0f | %.0f (%.0f to %.0f) | %.1f %% | %.0f %% | %s |", q.Name, q.Law, w.What, w.Theory,
				w.Measured.Value, w.Measured.Lo, w.Measured.Hi, 100*w.Error(), 100*q.Within, yes(w.Error() <= q.Within))
		}
	}
	return nil
}

func (t *tables) selector(s Size) error {
	t.line("\n## The selector\n")
	t.line("Which support model costs least, by what is at stake and by how often a change is asked for: %d teams, four weeks. O is "+
		"Operations with three, five or eight analysts, whichever is cheapest; Y is You Build It You Run It with a standby rota for each team, "+
		"for each domain, or none. Costs are pounds per application and week: revenue lost, cost of delay, standby, callouts; under O "+
		"also salaries, sickness, leaving and burnout; under Y also the teams' hours for incidents, noise and routine care, and a year's share of "+
		"the set-up. In brackets what the playbook says where it differs; = marks that the next option is as cheap within the interval.", selectorTeams)
	for _, terms := range []Terms{{}, {Kept: true}, {Kept: true, FewFaults: true}} {
		cells, err := Select(s.Games, terms)
		if err != nil {
			return err
		}
		switch terms {
		case Terms{Kept: true, FewFaults: true}:
			t.line("\nThe same for what was bought and hardly fails, a seventh of the faults that come of themselves, which is what the playbook's left columns are about:\n")
		case Terms{Kept: true}:
			t.line("\nThe same where a team that is to run what it builds has to be kept for it: the model's price a week where its application hardly changes, nothing from a change a week on.\n")
		default:
			t.line("\nWhere the teams are there anyway:\n")
		}
		t.grid(cells)
		t.line("")
		for i := range cells {
			if why := cells[i].Difference(); why != "" {
				t.line("* %s", why)
			}
		}
	}
	return nil
}

func (t *tables) grid(cells []Cell) {
	var head strings.Builder
	for _, d := range Demands {
		head.WriteString(" " + d.Name + " |")
	}
	t.line("| |%s\n|---|%s", head.String(), strings.Repeat("---|", len(Demands)))
	for e := range Exposures {
		row := "| " + Exposures[e].Name + " |"
		for i := range cells {
			if c := &cells[i]; c.Exposure == e {
				row += fmt.Sprintf(" %s%s £%.0f%s |", c.Best, map[bool]string{true: " =" + c.Second}[c.Tie()], c.Costs[c.Best].Value, map[bool]string{true: " (" + c.Playbook + ")"}[!c.Agrees()])
			}
		}
		t.line("%s", row)
	}
}

// Tie tells whether the second option is as cheap as the best, as far as the games can tell.
func (c *Cell) Tie() bool { return !(c.Lead.Lo > 0) }

// Agrees tells whether the cheapest option, or one as cheap, is the playbook's.
func (c *Cell) Agrees() bool {
	return c.Best == c.Playbook || c.Tie() && c.Second == c.Playbook
}

// Difference says in a sentence why the cell differs from the playbook's, or nothing where it does not.
func (c *Cell) Difference() string {
	if c.Agrees() {
		return ""
	}
	where := fmt.Sprintf("%s, %s", Exposures[c.Exposure].Name, Demands[c.Demand].Name)
	best, book := c.Costs[c.Best].Value, c.Costs[c.Playbook].Value
	switch {
	case c.Playbook == "O" && c.Terms.FewFaults && c.Lost["O"] > c.Lost[c.Best]:
		return fmt.Sprintf("%s: %s costs £%.0f and Operations £%.0f. The faults that are left cost £%.0f against £%.0f, for Operations takes longer over each.",
			where, c.Best, best, book, c.Lost[c.Best], c.Lost["O"])
	case c.Playbook == "O" && c.Lost["O"]-c.Lost[c.Best] > (book-best)/2:
		return fmt.Sprintf("%s: %s costs £%.0f and Operations £%.0f, of it £%.0f against £%.0f lost in incidents. In the model an application that "+
			"seldom changes fails nearly as often as one that changes daily, and every fault lasts longer under Operations; the playbook's O is "+
			"for bought systems that hardly fail.", where, c.Best, best, book, c.Lost[c.Best], c.Lost["O"])
	case c.Playbook == "O":
		return fmt.Sprintf("%s: %s costs £%.0f and Operations £%.0f, though incidents cost little either way (£%.0f and £%.0f): what decides is whose "+
			"hours are paid, and a team needs minutes for what an analyst needs an hour for.", where, c.Best, best, book, c.Lost[c.Best], c.Lost["O"])
	}
	return fmt.Sprintf("%s: %s costs £%.0f and the playbook's %s £%.0f: the rotas differ by little.", where, c.Best, best, c.Playbook, book)
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "**no**"
}

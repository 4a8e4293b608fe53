package lab

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"

	"callout/levels"
)

// What a level has to show over many games: who plays by its lesson wins most of them, who plays alike in all but the
// lesson wins few, and who does nothing wins none.
const (
	LessonWins  = 0.8
	WithoutWins = 0.2
)

// Ladder is the policies that do better from one to the next. The lesson is the policy rule with nothing left out.
var Ladder = []string{"idle", "random", "fifo", "lesson"}

// gatePolicies are those that play for a proof.
var gatePolicies = []string{"idle", "random", "fifo", "severity", "lesson", "without-lesson"}

// Proof is what a level came to.
type Proof struct {
	Level   string
	Teaches string             // the trait that its lesson is about
	Games   int                // of each policy
	Won     map[string]float64 // share of games won, by policy
	Score   map[string]Stats   // by policy
	Steps   []Step             // of the ladder
}

// Step is from one policy of the ladder to the next.
type Step struct {
	From, To string
	Gain     Difference // in score, game by game
}

// Rises tells whether the better policy of a step is better beyond chance.
func (s *Step) Rises() bool { return s.Gain.CI95[0] > 0 }

// Holds tells whether the lesson wins, few games are won without it, and none by doing nothing.
func (p *Proof) Holds() bool {
	return p.Won["lesson"] >= LessonWins && p.Won["without-lesson"] <= WithoutWins && p.Won["idle"] == 0
}

// ProveLevel plays the first games of a level with every policy that its proof needs, on the same demand.
func ProveLevel(ctx context.Context, name string, games int) (*Proof, error) {
	l, err := levels.Load(name)
	if err != nil {
		return nil, err
	}
	s := Spec{Games: games, Seed: 1}
	for _, p := range gatePolicies {
		s.Arms = append(s.Arms, Arm{Name: p, Level: l, Policy: p})
	}
	r, err := Run(ctx, s)
	if err != nil {
		return nil, err
	}
	if r.Interrupted {
		return nil, ctx.Err()
	}
	p := &Proof{Level: name, Teaches: l.Teaches, Games: games, Won: map[string]float64{}, Score: map[string]Stats{}}
	for i := range r.Results {
		res := &r.Results[i]
		p.Won[res.Model], p.Score[res.Model] = res.Metric("won").Mean, res.Metric("score").Stats
	}
	for i := 1; i < len(Ladder); i++ {
		p.Steps = append(p.Steps, Step{Ladder[i-1], Ladder[i], r.gain(Ladder[i-1], Ladder[i])})
	}
	return p, nil
}

// gain is how much more the later arm called to scores than the one called from.
func (r *Report) gain(from, to string) Difference {
	for k := range r.Paired {
		if p := &r.Paired[k]; p.A == from && p.B == to {
			d := *p.Metric("score")
			d.Mean, d.CI95 = -d.Mean, [2]float64{-d.CI95[1], -d.CI95[0]}
			return d
		}
	}
	return Difference{}
}

// Prove proves every shipped level.
func Prove(ctx context.Context, games int) ([]*Proof, error) {
	var proofs []*Proof
	for _, name := range levels.Names() {
		p, err := ProveLevel(ctx, name, games)
		if err != nil {
			return nil, fmt.Errorf("level %s: %w", name, err)
		}
		proofs = append(proofs, p)
	}
	return proofs, nil
}

// WriteProofs writes what levels came to as Markdown: the gates, the ladder, and the steps of the ladder. There must be a
// level at least.
func WriteProofs(w io.Writer, proofs []*Proof) error {
	b := bufio.NewWriter(w)
	fmt.Fprintln(b, "| level | teaches | won by the lesson | without it | idle | score of idle | random | fifo | severity | lesson |")
	fmt.Fprintln(b, "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|")
	for _, p := range proofs {
		fmt.Fprintf(b, "| `%s` | `%s` | %.0f %% | %.0f %% | %.0f %% |", p.Level, p.Teaches,
			100*p.Won["lesson"], 100*p.Won["without-lesson"], 100*p.Won["idle"])
		for _, name := range []string{"idle", "random", "fifo", "severity", "lesson"} {
			s := p.Score[name]
			fmt.Fprintf(b, " %.0f ± %.0f |", s.Mean, s.CI95[1]-s.Mean)
		}
		fmt.Fprintln(b)
	}
	fmt.Fprint(b, "\nThe steps of the ladder, each as what it gains over the one below on the same demand, with its 95 % interval:\n\n")
	fmt.Fprint(b, "| level |")
	for _, step := range proofs[0].Steps {
		fmt.Fprintf(b, " %s over %s |", step.To, step.From)
	}
	fmt.Fprintln(b, "\n|---|"+strings.Repeat("--:|", len(proofs[0].Steps)))
	for _, p := range proofs {
		fmt.Fprintf(b, "| `%s` |", p.Level)
		for i := range p.Steps {
			s := &p.Steps[i]
			fmt.Fprintf(b, " %.0f (%.0f to %.0f) |", s.Gain.Mean, s.Gain.CI95[0], s.Gain.CI95[1])
		}
		fmt.Fprintln(b)
	}
	return b.Flush()
}

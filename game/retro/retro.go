package retro

import (
	"context"

	"callout/game/fit"
	"callout/game/words"
	"callout/levels/month"
)

// Retro is a team's retrospective. Sentences are in the language in use.
type Retro struct {
	Month     *month.Month
	Fit       *fit.Report
	Models    []Model // the month's own first; none where the level does not fit
	Findings  []Finding
	Questions []string
	Limits    []string // what this cannot tell
}

// Verdict is whether an effect was seen.
type Verdict uint8

// Verdicts.
const (
	CannotTell Verdict = iota // the data does not say it
	NotSeen
	Seen
)

// Finding is one of the article's eight effects, in its order.
type Finding struct {
	Key      string // as in the article
	Title    string
	Verdict  Verdict
	Says     string     // what was measured, or what the data would have to say
	Evidence []Evidence // the strongest first
}

// Evidence is one thing in the data that shows an effect.
type Evidence struct {
	When string // when it was, or whose it is
	Text string
}

// Options say how much is played.
type Options struct {
	Games    int                // per support model
	Progress func(done, of int) // may be nil
}

// Make makes the retrospective of a month that has been fitted, with its fit report.
func Make(ctx context.Context, m *month.Month, f *fit.Report, o Options) (*Retro, error) {
	r := &Retro{Month: m, Fit: f}
	if f.Fits() {
		if err := r.compare(ctx, o); err != nil {
			return nil, err
		}
	}
	r.findings()
	r.questions()
	r.limits()
	return r, nil
}

// Unfit says why nothing is said about other support models.
func Unfit(m *month.Month) string { return words.Say("retro.limit.unfit", "model", m.Model) }

// limits says in plain words what not to read into it.
func (r *Retro) limits() {
	m := r.Month
	r.Limits = append(r.Limits, m.Warnings...)
	say := func(text string) { r.Limits = append(r.Limits, text) }
	if !r.Fit.Fits() {
		say(Unfit(m))
	}
	say(words.Say("retro.limit.model"))
	say(words.Say("retro.limit.money", "money", words.Money(m.Revenue*100)))
	say(words.Say("retro.limit.policy"))
	if m.Real.Incidents < 52 {
		say(words.Say("retro.limit.few", "n", m.Real.Incidents))
	}
}

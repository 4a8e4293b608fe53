package proof

import (
	"fmt"
	"math"
)

// Prediction is one thing that must come out of the model unscripted.
type Prediction struct {
	Number  int    // as in the research notes
	Claim   string // in a few words
	How     string // what is varied, and how it is measured
	measure func(*Bench) ([]Finding, error)
}

// Finding is one number that a prediction is about, and what it must be.
type Finding struct {
	What string
	Estimate
	Least, Most float64 // the stated effect: the value lies between them
	Null        float64 // the value if there were no effect; the interval must not hold it. NaN where nothing is like that
}

// Holds tells whether the finding is as stated. Few games show the direction: the value lies on the right side of no
// effect, or its interval reaches into what is stated where there is no such side. Many games show the size: the value is
// as stated, and its interval does not hold no effect.
func (f *Finding) Holds(many bool) bool {
	sided := !math.IsNaN(f.Null)
	switch {
	case math.IsNaN(f.Value):
		return false
	case many:
		return f.Least <= f.Value && f.Value <= f.Most && !(sided && f.Lo <= f.Null && f.Null <= f.Hi)
	case sided && f.Least >= f.Null:
		return f.Value > f.Null
	case sided:
		return f.Value < f.Null
	}
	return f.Lo <= f.Most && f.Least <= f.Hi
}

// Stated is the stated effect in words.
func (f *Finding) Stated() string {
	switch {
	case math.IsInf(f.Most, 1):
		return fmt.Sprintf("at least %.4g", f.Least)
	case math.IsInf(f.Least, -1):
		return fmt.Sprintf("at most %.4g", f.Most)
	}
	return fmt.Sprintf("%.4g to %.4g", f.Least, f.Most)
}

// String is the finding in one line.
func (f *Finding) String() string {
	return fmt.Sprintf("%s: %.4g (%.4g to %.4g), stated %s", f.What, f.Value, f.Lo, f.Hi, f.Stated())
}

// sheet collects the findings of one prediction; the first error ends it.
type sheet struct {
	bench    *Bench
	findings []Finding
	err      error
}

// pools plays arms.
func (s *sheet) pools(arms ...Arm) []Pool {
	p := make([]Pool, len(arms))
	for i, a := range arms {
		if s.err == nil {
			p[i], s.err = s.bench.play(a)
		}
	}
	return p
}

// find measures a statistic over arms: it must lie between least and most, and null would be no effect.
func (s *sheet) find(what string, of Statistic, least, most, null float64, arms ...Arm) {
	if p := s.pools(arms...); s.err == nil {
		s.findings = append(s.findings, Finding{what, estimate(of, p...), least, most, null})
	}
}

var (
	most = math.Inf(1)
	less = math.Inf(-1)
	none = math.NaN()
)

// rises demands that a number in the second arm is at least factor times that in the first.
func (s *sheet) rises(what string, of Number, factor float64, a, b Arm) {
	s.find(what, ratio(of), factor, most, 1, a, b)
}

// falls demands that a number in the second arm is at most factor times that in the first.
func (s *sheet) falls(what string, of Number, factor float64, a, b Arm) {
	s.find(what, ratio(of), less, factor, 1, a, b)
}

// stays demands that a number in the second arm is between low and high times that in the first.
func (s *sheet) stays(what string, of Number, low, high float64, a, b Arm) {
	s.find(what, ratio(of), low, high, none, a, b)
}

// Measure measures the prediction.
func (p *Prediction) Measure(b *Bench) ([]Finding, error) { return p.measure(b) }

// predict makes the measure of a prediction from what fills its sheet.
func predict(fill func(*sheet)) func(*Bench) ([]Finding, error) {
	return func(b *Bench) ([]Finding, error) {
		s := &sheet{bench: b}
		fill(s)
		return s.findings, s.err
	}
}

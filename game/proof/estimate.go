package proof

import "math"

// Pool is the games of one arm, in the order of their seeds. Pools that are compared were played on the same seeds.
type Pool []*Record

// Statistic is a number computed from the games of one arm or of several.
type Statistic func(arms ...Pool) float64

// Estimate is a number with the interval in which it lies with 95 % confidence.
type Estimate struct{ Value, Lo, Hi float64 }

// groups is how many groups of seeds the jackknife leaves out in turn, and student the quantile 0.975 of Student's t for
// one degree of freedom less.
const (
	groups  = 20
	student = 2.093
)

// estimate is a statistic with its interval, by a jackknife over groups of seeds: it needs to know nothing of the
// statistic's distribution, and pairing by seed narrows it by itself.
func estimate(of Statistic, arms ...Pool) Estimate {
	e := Estimate{Value: of(arms...)}
	least := len(arms[0])
	for _, p := range arms {
		least = min(least, len(p))
	}
	n := min(groups, least)
	if n < 2 {
		return Estimate{e.Value, math.Inf(-1), math.Inf(1)}
	}
	without := make([]Pool, len(arms))
	values := make([]float64, n)
	mean := 0.0
	for g := range n {
		for i, p := range arms {
			without[i] = without[i][:0]
			for k, r := range p {
				if k%n != g {
					without[i] = append(without[i], r)
				}
			}
		}
		values[g] = of(without...)
		mean += values[g] / float64(n)
	}
	sum := 0.0
	for _, v := range values {
		sum += (v - mean) * (v - mean)
	}
	d := student * math.Sqrt(sum*float64(n-1)/float64(n))
	e.Lo, e.Hi = e.Value-d, e.Value+d
	return e
}

// Number is a number computed from the games of one arm.
type Number func(Pool) float64

// ratio is the number in the second arm over that in the first.
func ratio(of Number) Statistic {
	return func(p ...Pool) float64 { return of(p[1]) / of(p[0]) }
}

// difference is the number in the second arm less that in the first.
func difference(of Number) Statistic {
	return func(p ...Pool) float64 { return of(p[1]) - of(p[0]) }
}

// alone is the number itself.
func alone(of Number) Statistic {
	return func(p ...Pool) float64 { return of(p[0]) }
}

// bend is how much faster the number grows from the second arm to the third than from the first to the second.
func bend(of Number) Statistic {
	return func(p ...Pool) float64 { return of(p[2]) - 2*of(p[1]) + of(p[0]) }
}

// morePerRatio is how many times larger a ratio between the last two arms is than between the first two.
func morePerRatio(of Number) Statistic {
	return func(p ...Pool) float64 { return of(p[3]) / of(p[2]) / (of(p[1]) / of(p[0])) }
}

package proof

import (
	"math"

	"callout/game"
)

// The formulas of queueing theory that a queue of the engine is held against (research notes, Q1 to Q14). Rates are per
// minute, times are minutes.

// erlangC is the mean wait in M/M/c: Poisson arrivals at rate lambda, c servers, exponential service of the given mean.
func erlangC(lambda, service float64, c int) float64 {
	a := lambda * service
	b := 1.0
	for k := 1; k <= c; k++ {
		b = a * b / (float64(k) + a*b)
	}
	rho := a / float64(c)
	waits := b / (1 - rho*(1-b))
	return waits * service / (float64(c) - a)
}

// pollaczek is the mean wait in M/G/1 by Pollaczek and Khinchine.
func pollaczek(lambda float64, s moments) float64 {
	return lambda * s.square / (2 * (1 - lambda*s.mean))
}

// cobham is the mean waits of two classes in M/G/1 with non-preemptive priority for the first, both with the same
// service.
func cobham(first, second float64, s moments) (w1, w2 float64) {
	w0 := (first + second) * s.square / 2
	r1 := first * s.mean
	r := (first + second) * s.mean
	return w0 / (1 - r1), w0 / ((1 - r1) * (1 - r))
}

// batches is the mean wait of M[X]/G/1 with batches of geometric size with the given mean, batches arriving at rate lambda.
func batches(lambda, size float64, s moments) float64 {
	rho := lambda * size * s.mean
	second := size * (2*size - 1) // of the square of a geometric number from 1 on
	return lambda*size*s.square/(2*(1-rho)) + (second-size)*s.mean/(2*size*(1-rho))
}

// moments are the mean of service and of its square.
type moments struct{ mean, square float64 }

// of is the moments of what the engine draws from a table: whole minutes, at least one, plus a constant.
func of(q game.Quantiles, median, plus game.Minute) moments {
	var m moments
	for _, x := range q {
		s := float64(max(1, int64(median)*int64(x)/1000) + int64(plus))
		m.mean += s / float64(len(q))
		m.square += s * s / float64(len(q))
	}
	return m
}

const tableSize = 4096

// exponential is the quantiles of an exponential distribution, per mille of its mean.
func exponential() game.Quantiles {
	return table(func(p float64) float64 { return -math.Log(1 - p) })
}

// logNormal is the quantiles of a log-normal distribution with the given sigma, per mille of its mean.
func logNormal(sigma float64) game.Quantiles {
	return table(func(p float64) float64 {
		return math.Exp(sigma*math.Sqrt2*math.Erfinv(2*p-1) - sigma*sigma/2)
	})
}

func table(at func(float64) float64) game.Quantiles {
	q := make(game.Quantiles, tableSize)
	for i := range q {
		q[i] = int32(math.Round(1000 * at((float64(i)+.5)/tableSize)))
	}
	return q
}

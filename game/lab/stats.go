package lab

import (
	"math"
	"slices"
)

// Stats describes a list of numbers.
type Stats struct {
	Mean   float64
	SD     float64 // of the sample; 0 for fewer than two
	Median float64
	P10    float64
	P90    float64
	CI95   [2]float64 // of the mean, by Student's t; for fewer than two the mean itself
}

// Describe describes list, whose order decides the last bits of the sums and nothing else.
func Describe(list []float64) Stats {
	if len(list) == 0 {
		return Stats{}
	}
	var s Stats
	s.Mean, s.SD = meanSD(list)
	sorted := slices.Sorted(slices.Values(list))
	s.P10, s.Median, s.P90 = quantile(sorted, 0.1), quantile(sorted, 0.5), quantile(sorted, 0.9)
	s.CI95 = interval(s.Mean, s.SD, len(list))
	return s
}

// Compare is the mean of a less b, pair by pair; pairs with a NaN in them are left out.
func Compare(a, b []float64) Difference {
	var as, bs, ds []float64
	for i := range a {
		if !math.IsNaN(a[i]) && !math.IsNaN(b[i]) {
			as, bs, ds = append(as, a[i]), append(bs, b[i]), append(ds, a[i]-b[i])
		}
	}
	var d Difference
	if d.Games = len(ds); d.Games == 0 {
		return d
	}
	mean, sd := meanSD(ds)
	d.Mean, d.CI95 = mean, interval(mean, sd, len(ds))
	if sd > 0 {
		_, sa := meanSD(as)
		_, sb := meanSD(bs)
		d.VarianceRatio = (sa*sa + sb*sb) / (sd * sd)
	}
	return d
}

// meanSD is the mean and the standard deviation of the sample. Products are rounded before they are added, so that
// every processor gets the same bits.
func meanSD(list []float64) (mean, sd float64) {
	n := float64(len(list))
	mean = sum(list, func(x float64) float64 { return x }) / n
	if len(list) < 2 {
		return mean, 0
	}
	squares := sum(list, func(x float64) float64 { return float64((x - mean) * (x - mean)) })
	return mean, math.Sqrt(squares / (n - 1))
}

// sum adds up with Neumaier's correction.
func sum(list []float64, of func(float64) float64) float64 {
	total, lost := 0.0, 0.0
	for _, x := range list {
		y := of(x)
		t := total + y
		if math.Abs(total) >= math.Abs(y) {
			lost += (total - t) + y
		} else {
			lost += (y - t) + total
		}
		total = t
	}
	return total + lost
}

// quantile interpolates between the values of a sorted list, whose ends are the quantiles 0 and 1.
func quantile(sorted []float64, q float64) float64 {
	at := float64(q * float64(len(sorted)-1))
	i := int(at)
	if i+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	return sorted[i] + float64((at-float64(i))*(sorted[i+1]-sorted[i]))
}

// interval is where the mean of n values lies with 95 % confidence.
func interval(mean, sd float64, n int) [2]float64 {
	if n < 2 {
		return [2]float64{mean, mean}
	}
	d := float64(student(n-1) * sd / math.Sqrt(float64(n)))
	return [2]float64{mean - d, mean + d}
}

// studentTable is the quantile 0.975 of Student's t for 1 to 10 degrees of freedom.
var studentTable = [...]float64{12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281}

// student is the quantile 0.975 of Student's t, beyond the table by its expansion around the normal distribution.
func student(df int) float64 {
	if df <= len(studentTable) {
		return studentTable[df-1]
	}
	const z = 1.9599639845400545
	const g1, g2, g3 = (z*z*z + z) / 4, (5*z*z*z*z*z + 16*z*z*z + 3*z) / 96, (3*z*z*z*z*z*z*z + 19*z*z*z*z*z + 17*z*z*z - 15*z) / 384
	v := float64(df)
	return z + float64(g1/v) + float64(g2/(v*v)) + float64(g3/(v*v*v))
}

// wilson is where a share lies with 95 % confidence that was p of n: right even where all or none did.
func wilson(p float64, n int) [2]float64 {
	if n == 0 {
		return [2]float64{0, 1}
	}
	const z = 1.9599639845400545
	v := float64(n)
	middle := (p + z*z/float64(2*v)) / (1 + z*z/v)
	d := z / (1 + z*z/v) * math.Sqrt(float64(p*(1-p)/v)+z*z/float64(4*v*v))
	return [2]float64{min(p, max(0, middle-d)), max(p, min(1, middle+d))} // rounding must not leave p outside
}

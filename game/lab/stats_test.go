package lab

import (
	"math"
	"testing"
)

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-4*max(1, math.Abs(b)) }

func TestDescribe(t *testing.T) {
	s := Describe([]float64{9, 1, 4, 2, 4}) // t for 4 degrees of freedom is 2.7764
	want := Stats{Mean: 4, SD: math.Sqrt(9.5), Median: 4, P10: 1.4, P90: 7, CI95: [2]float64{4 - 2.7764*math.Sqrt(9.5/5), 4 + 2.7764*math.Sqrt(9.5/5)}}
	for _, x := range []struct {
		name      string
		got, want float64
	}{
		{"mean", s.Mean, want.Mean}, {"sd", s.SD, want.SD}, {"median", s.Median, want.Median}, {"p10", s.P10, want.P10},
		{"p90", s.P90, want.P90}, {"ci low", s.CI95[0], want.CI95[0]}, {"ci high", s.CI95[1], want.CI95[1]},
	} {
		if !near(x.got, x.want) {
			t.Errorf("%s is %v; want %v", x.name, x.got, x.want)
		}
	}
	if one := Describe([]float64{7}); one.Mean != 7 || one.SD != 0 || one.CI95 != [2]float64{7, 7} {
		t.Errorf("one value gives %+v", one)
	}
	if none := Describe(nil); none != (Stats{}) {
		t.Errorf("no values give %+v", none)
	}
}

func TestCompareIsPaired(t *testing.T) {
	nan := math.NaN()
	d := Compare([]float64{10, 21, 30, 5, nan}, []float64{8, 20, 27, nan, 3})
	if d.Games != 3 || !near(d.Mean, 2) {
		t.Errorf("%d pairs with mean difference %v; want 3 and 2", d.Games, d.Mean)
	}
	if half := 4.3027 / math.Sqrt(3); !near(d.CI95[0], 2-half) || !near(d.CI95[1], 2+half) {
		t.Errorf("interval %v; want 2 ± %v", d.CI95, half)
	}
	// The arms' variances are 100.333 and 92.333, that of the differences 2, 1, 3 is 1.
	if !near(d.VarianceRatio, 192.6667) {
		t.Errorf("variance ratio %v; want 192.6667", d.VarianceRatio)
	}
	if same := Compare([]float64{1, 2}, []float64{1, 2}); same.Mean != 0 || same.VarianceRatio != 0 {
		t.Errorf("equal arms give %+v", same)
	}
}

func TestStudent(t *testing.T) {
	for df, want := range map[int]float64{1: 12.7062, 10: 2.2281, 11: 2.2010, 30: 2.0423, 199: 1.9720, 1_000_000: 1.9600} {
		if got := student(df); math.Abs(got-want) > 2e-4 {
			t.Errorf("t for %d degrees of freedom is %v; want %v", df, got, want)
		}
	}
}

func TestSumLosesNothingSmall(t *testing.T) {
	list := []float64{1e16, 1, 1, 1, 1, -1e16}
	if got := sum(list, func(x float64) float64 { return x }); got != 4 {
		t.Errorf("the sum is %v; want 4", got)
	}
}

func TestWilson(t *testing.T) {
	if got := wilson(0, 200); got[0] > 1e-12 || !near(got[1], 0.018846) {
		t.Errorf("none of 200 gives %v", got)
	}
	if got := wilson(0.8, 200); !near(got[0], 0.739228) || !near(got[1], 0.849505) {
		t.Errorf("160 of 200 give %v", got)
	}
}

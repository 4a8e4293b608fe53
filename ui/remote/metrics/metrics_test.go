package metrics

import (
	"strings"
	"sync"
	"testing"
	"time"
)

func TestTextForPrometheus(t *testing.T) {
	r := NewRegistry()
	r.Counter("callout_b_total", "All of\nit.").Add(2)
	refused := r.Counters("callout_a_total", "By reason.", "reason")
	refused.Of(`a "b"`).Add(1)
	refused.Of("z").Add(3)
	r.Gauge("callout_c", "Now.", func() float64 { return 1.5 })
	times := r.Histogram("callout_d_seconds", "How long.")
	times.Took(3 * time.Millisecond)
	times.Took(5 * time.Millisecond)
	times.Took(time.Minute)
	var b strings.Builder
	if err := r.Write(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"# HELP callout_a_total By reason.\n# TYPE callout_a_total counter\ncallout_a_total{reason=\"a \\\"b\\\"\"} 1\ncallout_a_total{reason=\"z\"} 3\n# HELP callout_b_total All of\\nit.\n",
		"callout_b_total 2\n", "# TYPE callout_c gauge\ncallout_c 1.5\n",
		`callout_d_seconds_bucket{le="0.0025"} 0` + "\n" + `callout_d_seconds_bucket{le="0.005"} 2` + "\n",
		`callout_d_seconds_bucket{le="10"} 2` + "\n" + `callout_d_seconds_bucket{le="+Inf"} 3` + "\n" + "callout_d_seconds_sum 60.008\ncallout_d_seconds_count 3\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in\n%s", want, &b)
		}
	}
}

// TestAskedWhenTold: what somebody else keeps is asked for each time, also beside numbers of the same name.
func TestAskedWhenTold(t *testing.T) {
	r := NewRegistry()
	n, rooms := 1.0, []string{"b", "a"}
	r.GaugeOf("callout_open", "", "kind", "ssh", func() float64 { return n })
	r.Gauges("callout_open", "", "kind").Of("web").Set(7)
	r.ReadingOf("callout_ended_total", "", "why", "idle", func() float64 { return n })
	r.GaugesNow("callout_room", "", "room", func(tell func(string, float64)) {
		for i, room := range rooms {
			tell(room, float64(i))
		}
	})
	told := func() string {
		var b strings.Builder
		if err := r.Write(&b); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	for _, want := range []string{
		"callout_open{kind=\"ssh\"} 1\ncallout_open{kind=\"web\"} 7\n", "TYPE callout_ended_total counter\ncallout_ended_total{why=\"idle\"} 1\n",
		"TYPE callout_room gauge\ncallout_room{room=\"a\"} 1\ncallout_room{room=\"b\"} 0\n",
	} {
		if got := told(); !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	n, rooms = 2, []string{"c"}
	if got := told(); !strings.Contains(got, "callout_open{kind=\"ssh\"} 2\n") || strings.Contains(got, `room="a"`) || !strings.Contains(got, `{room="c"} 0`) {
		t.Errorf("it is not asked again:\n%s", got)
	}
}

func TestCountedOnce(t *testing.T) {
	r := NewRegistry()
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 1000 {
				r.Counters("callout_x_total", "", "kind").Of("a").Add(1)
			}
		})
	}
	all.Wait()
	if n := r.Counters("callout_x_total", "", "kind").Of("a").Value(); n != 8000 {
		t.Errorf("8000 are counted as %d", n)
	}
}

func TestProcessIsMeasured(t *testing.T) {
	r := NewRegistry()
	r.Process()
	var b strings.Builder
	if err := r.Write(&b); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"callout_goroutines", "callout_memory_bytes", "callout_heap_bytes"} {
		if !strings.Contains(b.String(), "\n"+name+" ") || strings.Contains(b.String(), "\n"+name+" 0\n") {
			t.Errorf("%s is not measured:\n%s", name, &b)
		}
	}
}

package levels

import (
	"callout/game"
)

// metrics are what a goal can be about (design, section 9), each with how its value is written in a file. A game
// keeps the value as an integer: pence, minutes, hours, points, a count, or thousandths of a share or a mean.
var metrics = []struct {
	name string
	unit func() scalar
}{
	{"revenue_lost", inPence}, {"cost_of_delay", inPence}, {"standby_cost", inPence}, {"callout_cost", inPence},
	{"incidents", inWhole}, {"ttr_median", inMinutes}, {"ttr_p90", inMinutes}, {"tta_median", inMinutes},
	{"queue_mean", inThousandths}, {"queue_max", inWhole},
	{"burnout_mean", inThousandths}, {"burnout_max", inWhole}, {"analysts_left", inWhole},
	{"deployments", inWhole}, {"deploy_wait_median", inHours}, {"batch_mean", inThousandths},
	{"change_failure_rate", inShare}, {"availability", inShare}, {"misrouted_share", inShare},
	{"knowledge_mean", inShare}, {"knowledge_sync_hours", inHours}, {"escalations", inWhole}, {"protection", inShare},
}

func inPence() scalar       { return new(money) }
func inWhole() scalar       { return new(whole) }
func inMinutes() scalar     { return new(span) }
func inHours() scalar       { return new(hours) }
func inThousandths() scalar { return new(rate) }
func inShare() scalar       { return new(share) }

// hours is a length of time in thousandths of an hour, written like a span. A game counts working hours with it.
type hours int64

func (h *hours) read(raw any) error {
	var d span
	err := d.read(raw)
	*h = hours(int64(d) * 1000 / int64(game.Hour))
	return err
}

func (h *hours) number() int64        { return int64(*h) }
func (h *hours) write(n int64) string { return new(span).write(n * int64(game.Hour) / 1000) }

// goal compiles one goal.
func (d *decoder) goal(f *goalFile) (game.Goal, bool) {
	at := string(f.At)
	g := game.Goal{Metric: string(f.Metric), AtMost: f.AtMost != nil}
	key, raw := "at_least", f.AtLeast
	if g.AtMost {
		key, raw = "at_most", f.AtMost
	}
	if (f.AtMost == nil) == (f.AtLeast == nil) {
		if !d.broken {
			d.problem(at, "a goal has one bound: write either at_most or at_least")
		}
		return g, false
	}
	var names []string
	for _, m := range metrics {
		names = append(names, m.name)
		if m.name == g.Metric {
			ok := d.constantScalar(join(at, key), key, raw, m.unit(), 0, 1e11)
			if ok {
				v := m.unit()
				_ = v.read(raw)
				g.Value = v.number()
			}
			return g, ok
		}
	}
	if f.Metric != "" {
		d.problem(join(at, "metric"), "%s is not a metric: %s", shown(g.Metric), suggestion(g.Metric, names))
	}
	return g, false
}

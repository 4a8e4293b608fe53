package levels

import "callout/game"

// bound is how the value of a metric is written in a file, as the scalar that reads it into the metric's own unit.
func bound(metric string) (s scalar, ok bool) {
	unit, milli, ok := game.MetricUnit(metric)
	switch {
	case unit == game.PenceUnit:
		s = new(money)
	case unit == game.MinutesUnit:
		s = new(span)
	case unit == game.HoursUnit:
		s = new(hours)
	case unit == game.ShareUnit:
		s = new(share)
	case milli:
		s = new(rate)
	default:
		s = new(whole)
	}
	return s, ok
}

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
		d.problem(at, "a goal has one bound: write either at_most or at_least")
		return g, false
	}
	s, ok := bound(g.Metric)
	if !ok {
		if f.Metric != "" {
			d.problem(join(at, "metric"), "%s is not a metric: %s", shown(g.Metric), suggestion(g.Metric, game.MetricNames()))
		}
		return g, false
	}
	ok = d.constantScalar(join(at, key), key, raw, s, 0, 1e11)
	g.Value = s.number()
	return g, ok
}

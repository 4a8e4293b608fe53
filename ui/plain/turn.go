package plain

import (
	"slices"

	"callout/game"
	"callout/game/words"
)

// end ends the turn and reports.
func (t *table) end([]string) {
	before := t.gauges()
	if t.endTurn() {
		t.report(before)
	}
}

// goOn ends turns until something needs a decision.
func (t *table) goOn([]string) {
	before, moved := t.gauges(), false
	defer func() {
		if moved && !t.done { // the last turn could not be ended
			t.report(before)
		}
	}()
	for t.endTurn() {
		moved = true
		if t.view.Over || t.session.Now().NeedsDecision() || t.asks() {
			moved = false
			t.report(before)
			return
		}
	}
}

// endTurn ends one turn and tells what happened in it. It is false when the turn could not be kept.
func (t *table) endTurn() bool {
	events, err := t.session.EndTurn()
	if err != nil {
		t.fail(err)
		return false
	}
	turn := t.view.Turn
	t.refresh()
	if t.view.Turn == turn { // in a room whose turns others end
		t.line(words.Say("seat.waits"))
		return false
	}
	t.tellTurn(events)
	return true
}

// tellTurn tells what happened in a turn.
func (t *table) tellTurn(events []game.Event) {
	for i := range t.view.News {
		e := &t.view.News[i]
		t.item("%s %s", words.Clock(e.At), words.Event(&t.view, e))
	}
	switch {
	case t.book == nil:
	case t.book.Turns()+1 != t.view.Turn: // in a room: turns were missed
		t.book = t.session.Book()
	default:
		for _, p := range t.book.Turn(&t.view, events) {
			t.item("%s", p.Says())
		}
	}
}

// report tells where the game stands after one turn or several.
func (t *table) report(before game.Gauge) {
	t.say("%s. %s", t.moment(), t.gaugeLine(before))
	if t.view.Over {
		t.result()
		t.done = !t.asked
		return
	}
	t.decisions()
	t.coach(true)
	t.ask()
}

// gauges are the three gauges now.
func (t *table) gauges() game.Gauge {
	v := &t.view
	return game.Gauge{At: v.Now, Burnout: v.Burnout, Queue: v.Queue, Lost: v.Lost}
}

// gaugeLine is the three gauges in words, with their change since before.
func (t *table) gaugeLine(before game.Gauge) string {
	v := &t.view
	lost := change(v.Lost-before.Lost, words.Money)
	if v.LossRate > 0 {
		lost += words.Say("plain.losing", "rate", words.Rate(v.LossRate))
	} else if unsure(v) {
		lost += words.Say("plain.unknown_loss")
	}
	return words.Say("plain.gauges", "burnout", v.Burnout, "queue", v.Queue, "lost", words.Money(v.Lost),
		"burnout_change", change(int64(v.Burnout-before.Burnout), words.Number), "queue_change", change(int64(v.Queue-before.Queue), words.Number),
		"lost_change", lost)
}

// unsure tells whether customers feel something of which nobody has confirmed what it is: then its cost is not known yet.
func unsure(v *game.View) bool {
	return slices.ContainsFunc(v.Alerts, func(a game.AlertView) bool { return a.Page && !a.Confirmed })
}

func change(d int64, write func(int64) string) string {
	switch {
	case d > 0:
		return words.Say("plain.up", "n", write(d))
	case d < 0:
		return words.Say("plain.down", "n", write(-d))
	}
	return ""
}

// moment is when the game stands, in words.
func (t *table) moment() string {
	v := &t.view
	hours := words.Say("play.head.out_of_hours")
	if v.Now.InHours() {
		hours = words.Say("play.head.in_hours")
	}
	return sentence(words.Date(v.Now)) + ", " + hours
}

package plain

import (
	"strconv"
	"strings"

	"callout/game"
	"callout/game/debrief"
	"callout/game/debrief/answer"
	"callout/game/words"
)

// listed is how many incidents are listed; each can be asked for by its number.
const listed = 12

// restoring: where did the time go?
func (t *table) restoring(d *debrief.Debrief) {
	t.states(d.Result.StateMinutes)
	for i := range min(listed, len(d.Incidents)) {
		n := &d.Incidents[i]
		if n.Restored == game.Never {
			t.tell(words.Say("debriefscreen.plain.incident-open", "n", n.Incident, "app", n.Name, "money", words.Money(n.Pence), "from", words.Date(n.Began)))
			continue
		}
		t.tell(words.Say("debriefscreen.plain.incident", "n", n.Incident, "app", n.Name, "money", words.Money(n.Pence), "from", words.Date(n.Began), "length", words.Span(n.Minutes)))
	}
	if len(d.Incidents) > 0 {
		t.tell(words.Say("debriefscreen.plain.all-lost", "n", len(d.Incidents), "money", words.Money(d.Loss.Lost)))
		t.tell(words.Say("debriefscreen.plain.ask-incident", "n", d.Incidents[0].Incident))
	}
}

// states tells minutes by the state that they were spent in, a line each, and their sum.
func (t *table) states(minutes [game.IncidentStates]int64) {
	var sum int64
	for _, n := range minutes {
		sum += n
	}
	for s, n := range minutes {
		if n > 0 {
			t.tell(words.Say("debriefscreen.plain.state", "state", words.IncidentState(game.IncidentState(s)), "share", answer.Share(n, sum), "length", words.Span(game.Minute(min(n, int64(game.Never-1))))))
		}
	}
}

// incident tells the life of one incident, by its number.
func (t *table) incident(args []string) {
	if !t.view.Over {
		t.say("%s", words.Say("debriefscreen.plain.later"))
		return
	}
	d := t.lookBack()
	if d == nil {
		return
	}
	for i := range d.Incidents {
		n := &d.Incidents[i]
		if len(args) == 0 || strings.TrimPrefix(args[0], "#") != strconv.Itoa(int(n.Incident)) {
			continue
		}
		t.say("%s", words.Say("debriefscreen.incident.title", "app", n.Name, "n", n.Incident, "money", words.Money(n.Pence)))
		t.tell(words.Say("debriefscreen.incident.cause", "fault", words.FaultKind(n.Fault)))
		var minutes [game.IncidentStates]int64
		for s := range minutes {
			minutes[s] = int64(n.States[s])
		}
		t.states(minutes)
		t.steps(n.Causes)
		return
	}
	t.say("%s", words.Say("debriefscreen.plain.no-incident", "n", len(d.Incidents)))
}

// steps walks back from a loss to its causes, the latest first.
func (t *table) steps(steps []debrief.Step) {
	for i := range steps {
		s := &steps[i]
		if s.Decision {
			t.tell(words.Say("debriefscreen.plain.step-decision", "when", words.Date(s.At), "text", s.Text))
		} else {
			t.tell(words.Say("debriefscreen.plain.step", "when", words.Date(s.At), "text", s.Text))
		}
	}
}

// fires: why did it burn?
func (t *table) fires(d *debrief.Debrief) {
	for i := range d.Fires {
		f := &d.Fires[i]
		t.tell(words.Say("debriefscreen.plain.fire", "money", words.Money(f.Incident.Pence), "share", words.Percent(f.Share), "app", f.Incident.Name, "n", f.Incident.Incident, "when", words.Date(f.Incident.Began)))
		t.tell(f.Why)
		t.item("%s", answer.Cut(&f.Cut))
	}
}

// findings: what was seen of the article? And what nobody told.
func (t *table) findings(d *debrief.Debrief) {
	for i := range d.Findings {
		f := &d.Findings[i]
		if f.Seen {
			t.tell(words.Say("debriefscreen.plain.seen", "title", f.Title, "says", f.Says))
		} else {
			t.tell(words.Say("debriefscreen.plain.not-seen", "title", f.Title, "says", f.Says))
		}
		for j := range min(2, len(f.Evidence)) {
			e := &f.Evidence[j]
			t.tell(words.Say("debriefscreen.plain.evidence", "when", words.Date(e.At), "text", e.Text))
		}
	}
	t.untold()
}

// untold tells what happened behind the player's back: what moved without a word, and which alerts were noise.
func (t *table) untold() {
	real, noise := 0, 0
	events := t.session.Events()
	for i := range events {
		switch e := &events[i]; e.Kind {
		case game.IncidentDetected:
			if e.Incident == 0 {
				noise++
			} else {
				real++
			}
		case game.HostMoved, game.OwnerChanged:
			t.tell(words.Say("debriefscreen.plain.moved", "when", words.Date(e.At), "what", words.Event(&t.view, e)))
		}
	}
	t.tell(words.Say("debriefscreen.plain.noise", "real", real, "noise", noise))
}

// models: what else could have been?
func (t *table) models(d *debrief.Debrief) {
	for i := range d.Models {
		m := &d.Models[i]
		var lost game.Pence
		for _, v := range m.Values {
			if v.Name == "revenue_lost" {
				lost = v.N
			}
		}
		if m.Won {
			t.tell(words.Say("debriefscreen.plain.model-won", "model", m.Title, "total", words.Money(m.Total), "lost", words.Money(lost)))
		} else {
			t.tell(words.Say("debriefscreen.plain.model", "model", m.Title, "total", words.Money(m.Total), "lost", words.Money(lost)))
		}
	}
}

// reviewed: which decisions mattered?
func (t *table) reviewed(d *debrief.Debrief) {
	for i := range d.Review.Worst {
		t.decision(&d.Review.Worst[i], words.Say("debriefscreen.decision.cost", "money", words.Money(d.Review.Worst[i].Pence), "error", words.Money(2*d.Review.Worst[i].Error)), d.Review.Worst[i].Better())
	}
	if b := d.Review.Best; b != nil {
		t.decision(b, words.Say("debriefscreen.decision.gain", "money", words.Money(b.Pence), "error", words.Money(2*b.Error)), "")
	}
}

// decision tells one decision, and how to play on from it.
func (t *table) decision(c *debrief.Decision, amount, better string) {
	t.tell(words.Say("debriefscreen.plain.decision", "when", words.Date(c.At), "amount", amount))
	t.tell(c.Text)
	if better != "" {
		t.tell(better)
	}
	if path := t.session.Path(); path != "" {
		t.tell(words.Say("debriefscreen.plain.play-on", "command", "callout resume "+quote(path)+" --plain --from-turn "+strconv.Itoa(c.Turn+1)))
	}
}

// next: what next?
func (t *table) next(d *debrief.Debrief) {
	for _, l := range d.Predictions.Lines() {
		t.tell(l)
	}
	for _, q := range d.Questions {
		t.tell(q)
	}
	if code := t.session.ResultCode(); code != "" {
		t.tell(words.Say("debriefscreen.plain.code", "code", code))
	}
	if path := t.session.Path(); path != "" {
		t.tell(words.Say("debriefscreen.plain.export", "command", "callout debrief "+quote(path)+" -o debrief.html"))
	}
}

package plain

import (
	"callout/game"
	"callout/game/debrief"
	"callout/game/debrief/answer"
	"callout/game/words"
)

// reached: was it enough?
func (t *table) reached(d *debrief.Debrief) {
	t.goalLines(d.Result.Goals)
	for i := range d.Ladder.Rungs {
		r := &d.Ladder.Rungs[i]
		name := r.Policy
		if words.Has("debriefscreen.policy." + r.Policy) {
			name = words.Say("debriefscreen.policy." + r.Policy)
		}
		switch r.Medal {
		case debrief.NoMedal:
			t.tell(words.Say("debriefscreen.plain.rung", "who", name, "n", r.Score))
		case debrief.Gold:
			t.tell(words.Say("debriefscreen.plain.rung-gold", "who", name, "n", r.Score, "medal", answer.MedalName(r.Medal)))
		default:
			t.tell(words.Say("debriefscreen.plain.rung-medal", "who", name, "n", r.Score, "medal", answer.MedalName(r.Medal)))
		}
	}
	for _, v := range d.Result.Values {
		if v.Name == "score" {
			t.tell(words.Say("debriefscreen.plain.score", "score", words.Value(v), "par", words.Money(t.level.Par)))
		}
	}
	if t.level.Lesson != "" {
		t.tell(words.Say("debriefscreen.plain.lesson", "lesson", t.level.Lesson))
	}
}

func (t *table) goalLines(goals []game.GoalView) {
	for _, g := range goals {
		if g.Met {
			t.tell(words.Say("debriefscreen.plain.met", "goal", words.Goal(g), "value", words.GoalValue(g.Metric, g.Current)))
		} else {
			t.tell(words.Say("debriefscreen.plain.missed", "goal", words.Goal(g), "value", words.GoalValue(g.Metric, g.Current)))
		}
	}
}

// costs: what did it cost?
func (t *table) costs(d *debrief.Debrief) {
	var all game.Pence
	for i := range d.Costs {
		all += d.Costs[i].Pence
	}
	for i := range d.Costs {
		if c := &d.Costs[i]; c.Pence != 0 {
			t.tell(words.Say("debriefscreen.plain.cost", "what", c.Title, "money", words.Money(c.Pence), "share", answer.Share(c.Pence, all)))
		}
	}
	switch p := &d.Loss; {
	case p.Share.Valid && p.Times() > 0:
		t.tell(words.Say("debriefscreen.cost.unprotected", "times", words.Times(p.Times()), "tolerated", words.Money(p.Tolerated), "lost", words.Money(p.Lost)))
	case p.Share.Valid && p.Tolerated > 0:
		t.tell(words.Say("debriefscreen.cost.protected", "share", words.Value(p.Share), "tolerated", words.Money(p.Tolerated), "lost", words.Money(p.Lost)))
	}
	for i := range d.Result.Applications {
		a := &d.Result.Applications[i]
		met := words.Say("debriefscreen.plain.target-met")
		if a.Availability < a.Target {
			met = words.Say("debriefscreen.plain.target-missed")
		}
		t.item("%s", words.Say("debriefscreen.plain.application", "app", a.Name, "availability", words.Availability(a.Availability), "target", words.Availability(a.Target),
			"met", met, "n", a.Incidents, "lost", words.Money(a.Lost), "deployed", a.Deployments, "waiting", a.Waiting))
	}
	for i := range d.Result.People {
		p := &d.Result.People[i]
		if !p.Hired {
			continue
		}
		t.tell(words.Say("debriefscreen.plain.person", "who", p.Name, "burnout", p.Burnout, "worst", p.Worst, "callouts", p.Callouts, "sick", p.SickDays))
		if p.Left {
			t.tell(words.Say("debriefscreen.plain.resigned", "who", p.Name))
		}
	}
}

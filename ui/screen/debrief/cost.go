package debrief

import (
	"cmp"
	"slices"
	"strconv"

	"callout/game"
	"callout/game/debrief/answer"
	"callout/game/words"
	"callout/ui/line"
	"callout/ui/theme"
	"callout/ui/widget"
)

// costs: what did it cost?
func (s *Screen) costs(b *line.Block) {
	t, all := s.theme, game.Pence(0)
	for i := range s.d.Costs {
		all += s.d.Costs[i].Pence
	}
	name := 20
	for i := range s.d.Costs {
		name = max(name, line.Width(s.d.Costs[i].Title))
	}
	name = min(name, b.Width()-32)
	for i := range s.d.Costs {
		c := &s.d.Costs[i]
		if c.Pence == 0 {
			continue
		}
		b.Cell(t.Text, c.Title, name).Right(t.Text, words.Money(c.Pence), 12).Right(t.Dim, answer.Share(c.Pence, all), 8).Space(2)
		widget.Bar(b, t, t.Accent, c.Pence, all, min(16, b.Room()))
		b.End()
	}
	b.Cell(t.Strong, words.Say("debriefscreen.cost.all"), name).Right(t.Strong, words.Money(all), 12).End()
	b.End()
	p := &s.d.Loss
	switch {
	case p.Share.Valid && p.Times() > 0:
		b.Para(t.Text, words.Say("debriefscreen.cost.unprotected", "times", words.Times(p.Times()), "tolerated", words.Money(p.Tolerated), "lost", words.Money(p.Lost)), 0)
	case p.Share.Valid && p.Tolerated > 0:
		b.Para(t.Text, words.Say("debriefscreen.cost.protected", "share", words.Value(p.Share), "tolerated", words.Money(p.Tolerated), "lost", words.Money(p.Lost)), 0)
	case p.Share.Valid:
		b.Para(t.Text, words.Say("debriefscreen.cost.protection", "share", words.Value(p.Share)), 0)
	}
	b.End()
	s.people(b)
}

// perApplication: were they there when customers came?
func (s *Screen) perApplication(b *line.Block) {
	t, apps := s.theme, s.d.Result.Applications
	s.head(b, words.Say("debriefscreen.head.applications"))
	met := 0
	for i := range apps {
		if apps[i].Availability >= apps[i].Target {
			met++
		}
	}
	b.Para(t.Text, words.Say("debriefscreen.apps.met", "met", met, "all", len(apps)), 0)
	name := max(12, min(20, b.Width()-62))
	column := func(key string, w int) { b.Right(t.Dim, words.Say("debriefscreen.column."+key), min(w, b.Room())) }
	b.Space(name + 2)
	column("availability", 14)
	column("target", 10)
	column("lost", 12)
	column("incidents", 11)
	column("deployed", 11)
	b.End()
	order := make([]int, len(apps))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return -cmp.Compare(apps[i].Lost, apps[j].Lost) })
	waiting := int32(0)
	for _, i := range order {
		a := &apps[i]
		waiting += a.Waiting
		mark, st := theme.Met, t.Good
		if a.Availability < a.Target {
			mark, st = theme.Missed, t.Alarm
		}
		b.Put(st, mark).Space(1).Cell(t.Text, a.Name, name).Right(st, words.Availability(a.Availability/10*10), 14).Right(t.Dim, words.Availability(a.Target), 10)
		b.Right(t.Text, words.Money(a.Lost), 12).Right(t.Dim, strconv.Itoa(int(a.Incidents)), 11).Right(t.Dim, strconv.Itoa(int(a.Deployments)), min(11, b.Room())).End()
	}
	b.End()
	s.head(b, words.Say("debriefscreen.head.deployments"))
	if done := s.value("deployments"); done.N > 0 {
		b.Para(t.Text, words.Say("debriefscreen.deployments.done", "n", done.N, "batch", words.Value(s.value("batch_mean")),
			"wait", words.Value(s.value("deploy_wait_median")), "failed", words.Value(s.value("change_failure_rate"))), 0)
	} else {
		b.Para(t.Text, words.Say("debriefscreen.deployments.none"), 0)
	}
	b.Para(t.Text, words.Say("debriefscreen.deployments.left", "n", waiting, "delay", words.Money(s.value("cost_of_delay").N)), 0)
}

// people: what did it do to them?
func (s *Screen) people(b *line.Block) {
	t, people := s.theme, s.d.Result.People
	s.head(b, words.Say("debriefscreen.head.people"))
	if len(people) == 0 {
		b.Para(t.Dim, words.Say("debriefscreen.people.nobody"), 0)
		return
	}
	worst, left, callouts := 0, 0, int32(0)
	for i := range people {
		if people[i].Worst > people[worst].Worst {
			worst = i
		}
		if people[i].Left {
			left++
		}
		callouts += people[i].Callouts
	}
	says := words.Say("debriefscreen.people.stayed")
	if left > 0 {
		says = words.Say("debriefscreen.people.left", "n", left)
	}
	if w := &people[worst]; w.Worst > 0 {
		says += " " + words.Say("debriefscreen.people.worst", "who", w.Name, "points", w.Worst)
	}
	b.Para(t.Text, says+" "+words.Say("debriefscreen.people.callouts", "n", callouts), 0)
	name, bar := max(12, min(20, b.Width()-62)), max(8, min(16, b.Width()-66))
	column := func(key string, w int) { b.Right(t.Dim, words.Say("debriefscreen.column."+key), min(w, b.Room())) }
	b.Space(name)
	column("burnout", bar+5)
	column("worst", 11)
	column("callouts", 12)
	column("sick", 15)
	b.End()
	for i := range people {
		p := &people[i]
		if !p.Hired {
			continue
		}
		b.Cell(t.Text, p.Name, name)
		widget.Bar(b, t, t.Line(theme.Strain(p.Burnout)), int64(p.Burnout), 100, bar)
		b.Right(t.Text, strconv.Itoa(int(p.Burnout)), 5).Right(t.Of(theme.Strain(p.Worst)), strconv.Itoa(int(p.Worst)), 11)
		b.Right(t.Text, strconv.Itoa(int(p.Callouts)), 12).Right(t.Text, strconv.Itoa(int(p.SickDays)), 15)
		if p.Left {
			b.Space(2).Put(t.Alarm, words.Say("debriefscreen.people.gone"))
		}
		b.End()
	}
}

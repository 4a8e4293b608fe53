package play

import (
	"callout/game/words"
	"callout/ui/line"
	"callout/ui/theme"
)

func (s *Screen) detailApp(b *line.Block, app int) {
	t, v := s.theme, s.view
	p := &v.Apps[app]
	mark, level, text := s.health(app)
	b.Put(t.Strong, p.Name).Space(1).Put(t.Dim, words.Version([2]int32{p.Major, p.Minor})).Space(2)
	st := t.Good
	if level != theme.Calm {
		st = t.Of(level)
	}
	b.Put(st, mark).Space(1).Put(st, text).End()
	if p.LossRate > 0 {
		b.Para(t.Warn, words.Say("play.app.loses", "rate", words.Rate(p.LossRate)), 0)
	}
	b.Para(t.Dim, words.Say("play.app.earns", "rate", words.Rate(p.Revenue), "target", words.Availability(p.Target)), 0)
	s.gap(b)
	s.fact(b, words.Say("play.fact.team"), s.owner(app), theme.Calm)
	if p.Deployed >= 0 {
		text := ago(v.Now, p.Deployed)
		if p.DeployedBy >= 0 {
			text = words.Say("play.app.deployed", "ago", text, "who", v.AnalystName(p.DeployedBy))
		}
		if p.RolledBack {
			text += ", " + words.Say("play.app.rolled_back")
		}
		s.fact(b, words.Say("play.fact.deployed"), text, theme.Calm)
	}
	if len(v.Models()) > 1 {
		model := v.ModelTitle(p.Model)
		if p.Moving {
			model = words.Say("play.app.moving", "model", model)
		}
		s.fact(b, words.Say("play.fact.model"), model, theme.Calm)
	}
	if p.Waiting > 0 {
		s.fact(b, words.Say("play.fact.waiting"), words.Say("play.app.waiting", "n", p.Waiting), theme.Calm)
	}
	runbook := words.Say("play.app.no_runbook")
	if p.Runbook > 0 {
		runbook = words.Say("play.app.runbook", "share", words.Percent(p.Runbook))
	}
	s.fact(b, words.Say("play.fact.runbook"), runbook, theme.Calm)
	knowers := ""
	for _, i := range s.staff {
		a := &v.Analysts[i]
		if k := v.Knows(i, app); k >= 200 {
			if knowers != "" {
				knowers += ", "
			}
			knowers += a.Name + " " + words.Percent(k)
		}
	}
	if knowers == "" {
		knowers = words.Say("play.app.nobody")
	}
	s.fact(b, words.Say("play.fact.known_by"), knowers, theme.Calm)
	hosts := ""
	for i := range v.Hosts {
		for _, r := range v.Hosts[i].Runs {
			if r.App == app {
				if hosts != "" {
					hosts += ", "
				}
				hosts += v.Hosts[i].Name
			}
		}
	}
	if hosts == "" {
		hosts = words.Say("play.app.unknown")
	}
	s.fact(b, words.Say("play.fact.hosts"), hosts, theme.Calm)
	if len(p.Needs) > 0 {
		needs := ""
		for i, n := range p.Needs {
			if i > 0 {
				needs += ", "
			}
			needs += v.AppName(n)
		}
		s.fact(b, words.Say("play.fact.needs"), needs, theme.Calm)
	}
}

// owner is the team that owned an application when the catalogue last heard of it.
func (s *Screen) owner(app int) string {
	p := &s.view.Apps[app]
	if p.Owner < 0 {
		return words.Say("play.app.unknown")
	}
	return words.Say("play.app.owner", "team", s.view.TeamName(p.Owner), "ago", ago(s.view.Now, p.OwnerSeen))
}

package console

import (
	"callout/game/words"
	"callout/game/workshop"
	"callout/game/workshop/lead"
	"callout/ui/screen"
	"callout/ui/theme"
	"callout/ui/widget"
)

// levers is the list of the groups of orders: a row opens or closes its group.
func (s *Screen) levers() screen.Screen {
	var rows []widget.Candidate
	for _, l := range workshop.AllLevers() {
		open := s.desk.Picture.Open[l]
		mark := theme.NotYet
		if open {
			mark = theme.Met
		}
		rows = append(rows, widget.Candidate{
			Name: mark + " " + l.Title(), Reason: words.Say("console.levers.row", "open", open, "about", l.About()), Faint: !open,
			Do: func() screen.Action { return screen.All{screen.Back{}, s.do(s.desk.Lever(l, !open))} },
		})
	}
	return widget.NewChooser(s.theme, words.Say("console.levers.title"), rows).Note(words.Say("console.levers.note"))
}

// events is the list of what can be let happen; a row asks how hard.
func (s *Screen) events() screen.Screen {
	var rows []widget.Candidate
	for _, e := range workshop.Events() {
		rows = append(rows, widget.Candidate{Name: e.Title(), Reason: e.About(), Do: func() screen.Action {
			return screen.All{screen.Back{}, screen.Push{Screen: s.severities(e.Name, e.Title())}}
		}})
	}
	return widget.NewChooser(s.theme, words.Say("console.events.title"), rows).Note(words.Say("console.events.note"))
}

// severities asks how hard an event hits.
func (s *Screen) severities(name, title string) screen.Screen {
	var rows []widget.Candidate
	for _, severity := range workshop.Severities() {
		w := &lead.Wish{Kind: workshop.Injected, Body: workshop.Injection{Event: name, Severity: severity}}
		rows = append(rows, widget.Candidate{Name: workshop.SeverityTitle(severity), Do: func() screen.Action { return screen.All{screen.Back{}, s.confirm(w, "")} }})
	}
	return widget.NewChooser(s.theme, title, rows).At(1)
}

// about is what can be done about a team and the people at it.
func (s *Screen) about(t *workshop.Team) screen.Screen {
	n := t.N
	rows := []widget.Candidate{
		{Name: words.Say("console.team.look"), Reason: words.Say("console.team.look_what"), Do: func() screen.Action {
			s.look = newLook(s, n)
			return screen.All{screen.Back{}, screen.Push{Screen: s.look}}
		}},
		{Name: words.Say("console.team.rename"), Reason: words.Say("console.team.rename_what"), Do: func() screen.Action {
			return screen.All{screen.Back{}, screen.Push{Screen: s.typing(words.Say("console.name", "who", s.desk.Team(n)), "rename "+tag("t", n)+" ", t.Name)}}
		}},
	}
	if t.Policy != "" {
		rows = append(rows, widget.Candidate{Name: words.Say("console.team.people"), Reason: words.Say("console.team.people_what"), Do: s.then(&lead.Wish{Kind: workshop.HandedTo, Body: workshop.TeamChange{Team: n}})})
	} else {
		rows = append(rows, widget.Candidate{Name: words.Say("console.team.policy"), Reason: words.Say("console.team.policy_what"), Do: func() screen.Action {
			return screen.All{screen.Back{}, screen.Push{Screen: s.policies(n)}}
		}})
	}
	for _, seat := range s.desk.Crew(n) {
		rows = append(rows, widget.Candidate{Name: seat.Name, Reason: s.desk.SeatState(seat), Do: func() screen.Action {
			return screen.All{screen.Back{}, screen.Push{Screen: s.person(seat)}}
		}})
	}
	return widget.NewChooser(s.theme, s.desk.Team(n), rows).Note(s.desk.Note(t))
}

// then wants something done from a menu.
func (s *Screen) then(w *lead.Wish) func() screen.Action {
	return func() screen.Action { return screen.All{screen.Back{}, s.wish(w, "")} }
}

// policies asks which policy plays for a team.
func (s *Screen) policies(team int) screen.Screen {
	var rows []widget.Candidate
	for _, name := range lead.Policies() {
		rows = append(rows, widget.Candidate{Name: lead.PolicyTitle(name), Reason: words.Say("console.policy." + name), Do: s.then(&lead.Wish{Kind: workshop.HandedTo, Body: workshop.TeamChange{Team: team, Policy: name}})})
	}
	return widget.NewChooser(s.theme, words.Say("console.team.policy"), rows)
}

// person is what can be done about somebody.
func (s *Screen) person(seat *workshop.Seat) screen.Screen {
	change := func(kind workshop.Kind, c workshop.SeatChange) func() screen.Action {
		c.Seat = seat.N
		return s.then(&lead.Wish{Kind: kind, Body: c})
	}
	rows := []widget.Candidate{{Name: words.Say("console.seat.rename"), Do: func() screen.Action {
		return screen.All{screen.Back{}, screen.Push{Screen: s.typing(words.Say("console.name", "who", s.desk.Seat(seat.N)), "rename "+tag("s", seat.N)+" ", seat.Name)}}
	}}}
	if seat.Muted {
		rows = append(rows, widget.Candidate{Name: words.Say("console.seat.unmute"), Reason: words.Say("console.seat.unmute_what"), Do: change(workshop.Unmuted, workshop.SeatChange{})})
	} else {
		rows = append(rows, widget.Candidate{Name: words.Say("console.seat.mute"), Reason: words.Say("console.seat.mute_what"), Do: change(workshop.Muted, workshop.SeatChange{})})
	}
	rows = append(rows, widget.Candidate{Name: words.Say("console.seat.move"), Reason: words.Say("console.seat.move_what"), Do: func() screen.Action {
		return screen.All{screen.Back{}, screen.Push{Screen: s.elsewhere(seat, change)}}
	}})
	if s.desk.Picture.Script != nil && s.desk.Picture.Script.Roles {
		for _, r := range workshop.AllRoles() {
			if r != seat.Role {
				rows = append(rows, widget.Candidate{Name: words.Say("lead.role." + string(r)), Reason: words.Say("console.seat.role_what"), Do: change(workshop.GaveRole, workshop.SeatChange{Role: r})})
			}
		}
		if seat.Role != "" {
			rows = append(rows, widget.Candidate{Name: words.Say("console.seat.norole"), Reason: words.Say("console.seat.norole_what"), Do: change(workshop.GaveRole, workshop.SeatChange{})})
		}
	}
	rows = append(rows, widget.Candidate{Name: words.Say("console.seat.remove"), Reason: words.Say("console.seat.remove_what"), Level: theme.Warning, Do: change(workshop.Removed, workshop.SeatChange{})})
	return widget.NewChooser(s.theme, s.desk.Seat(seat.N), rows).Note(s.desk.SeatState(seat))
}

// elsewhere asks to which team somebody goes.
func (s *Screen) elsewhere(seat *workshop.Seat, change func(workshop.Kind, workshop.SeatChange) func() screen.Action) screen.Screen {
	var rows []widget.Candidate
	for _, t := range s.desk.Picture.Teams {
		if t.N != seat.Team {
			rows = append(rows, widget.Candidate{Name: t.Name, Reason: words.Say("console.crew", "n", len(s.desk.Crew(t.N))), Do: change(workshop.Moved, workshop.SeatChange{Team: t.N})})
		}
	}
	return widget.NewChooser(s.theme, words.Say("console.seat.move"), rows)
}

// leave asks before the console is left.
func (s *Screen) leave() screen.Screen {
	return widget.NewChooser(s.theme, words.Say("console.leave.title"), []widget.Candidate{
		{Name: words.Say("console.leave.stay"), Do: func() screen.Action { return screen.Back{} }},
		{Name: words.Say("console.leave.leave"), Reason: words.Say("lead.help.quit"), Do: func() screen.Action { return screen.All{screen.Back{}, screen.Quit{}} }},
	})
}

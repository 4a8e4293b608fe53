package workshop

// Holds tells whether somebody at a team has a role. Where the script uses no roles nobody does.
func (p *Picture) Holds(team int, role Role) bool {
	if !p.Script.Roles {
		return false
	}
	for _, s := range p.Seats {
		if s.Team == team && s.Role == role && !s.Removed {
			return true
		}
	}
	return false
}

// May tells whether what belongs to a role is a seat's to do in its team's game: by the role, or where nobody has it for
// driving. A policy that plays for the team leaves nothing to do.
func (p *Picture) May(s *Seat, role Role) bool {
	team := p.Teams[s.Team-1]
	switch {
	case team.Policy != "" || s.Removed:
		return false
	case p.Holds(s.Team, role):
		return s.Role == role
	}
	return team.Driver == s.N
}

// Ready is how many have said that they are ready, of how many who are asked: every seat around a round, and each team that
// plays on in one whose turns the room ends. For a team speaks whoever would end its turn; a policy is not asked. Nobody is
// asked, and all is 0, where a team ends its turns itself.
func (p *Picture) Ready() (ready, all int) {
	switch p.Phase {
	case Lobby, Prepare, Result, Reflect:
		for _, s := range p.Seats {
			if !s.Removed {
				all++
				if s.Ready {
					ready++
				}
			}
		}
	case Run:
		if p.Script.Rounds[p.Round].Pace == Together {
			return p.readyTeams()
		}
	}
	return ready, all
}

// readyTeams is how many teams are ready for the end of the turn, of how many.
func (p *Picture) readyTeams() (ready, all int) {
	led := make([]bool, len(p.Teams)) // by a duty manager
	for _, s := range p.Seats {
		if p.Script.Roles && s.Role == DutyManager && !s.Removed {
			led[s.Team-1] = true
		}
	}
	speaks, yes := make([]bool, len(p.Teams)), make([]bool, len(p.Teams))
	for _, s := range p.Seats {
		i := s.Team - 1
		if !s.Removed && (led[i] && s.Role == DutyManager || !led[i] && p.Teams[i].Driver == s.N) {
			speaks[i], yes[i] = true, yes[i] || s.Ready
		}
	}
	for i, t := range p.Teams {
		if speaks[i] && !t.Done && t.Policy == "" {
			all++
			if yes[i] {
				ready++
			}
		}
	}
	return ready, all
}

package workshop

import "callout/game/words"

// join gives somebody a seat.
func (b *changes) join(a *ask) error {
	s := b.room.state
	j := a.join.body
	if s.seatOf(func(p *Seat) bool { return j.Return != "" && p.back == j.Return }) != nil {
		return nil // it is done; its acknowledgement was lost
	}
	j.Seat = len(s.seats) + 1
	team, err := b.place(j.Team, a.join.team)
	if err != nil {
		return err
	}
	j.Team = team
	name, teamName := "", ""
	for _, n := range a.names {
		switch n.Who {
		case newSeat:
			name = Clean(n.Name)
		case newTeam:
			teamName = Clean(n.Name)
		}
	}
	taken := b.taken(seatWho(j.Seat))
	switch {
	case name == "":
		name = pseudonym(j.Seat, taken)
	case taken(name):
		return Refusal(words.Say("workshop.refuse.namesake", "name", name, "other", another(name, taken)))
	}
	names := []Name{{seatWho(j.Seat), name}}
	if team > len(s.teams) {
		taken := b.taken(teamWho(team))
		if teamName != "" && taken(teamName) {
			teamName = another(teamName, taken)
		}
		if teamName != "" {
			names = append(names, Name{teamWho(team), teamName})
		}
	}
	if err := b.add(Entry{Kind: Joined, Body: Body(j)}); err != nil {
		return err
	}
	b.name(names)
	return nil
}

// place is the team for somebody who joins: the one that they want, a new one, or where there is room; the smallest team
// first, so that all become alike.
func (b *changes) place(wish int, fresh bool) (int, error) {
	s := b.room.state
	switch {
	case wish < 0 || wish > len(s.teams):
		return 0, Refusal(words.Say("workshop.refuse.team"))
	case wish > 0:
		return wish, nil
	case fresh || s.opening.Script.Seats <= 1:
		return len(s.teams) + 1, nil
	}
	best := len(s.teams) + 1
	for n := range s.teams {
		if s.teams[n].policy == "" && s.crew(n+1) < s.opening.Script.Seats && (best > len(s.teams) || s.crew(n+1) < s.crew(best)) {
			best = n + 1
		}
	}
	return best, nil
}

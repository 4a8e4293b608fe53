package lead

import (
	"slices"
	"strconv"
	"strings"

	"callout/game/policy"
	"callout/game/words"
	"callout/game/workshop"
)

// verbs are all that can be typed, in the order of the help. It is a function because help lists it.
func verbs() []verb {
	return []verb{
		{"room", tell((*Desk).Room)},
		{"teams", tell((*Desk).Teams)},
		{"seats", tell((*Desk).Seats)},
		{"script", tell((*Desk).Plan)},
		{"join", tell((*Desk).Join)},
		{"next", func(d *Desk, _ []string) (*Wish, []string, error) { return d.wishNext() }},
		{"pause", plainly(workshop.Paused)},
		{"resume", plainly(workshop.Resumed)},
		{"step", func(d *Desk, _ []string) (*Wish, []string, error) {
			return &Wish{Kind: workshop.Stepped, Body: workshop.Step{Turn: d.Picture.Turn + 1}}, nil, nil
		}},
		{"extend MINUTES", (*Desk).extend},
		{"levers", tell((*Desk).levers)},
		{"open LEVER", func(d *Desk, args []string) (*Wish, []string, error) { return d.lever(args, true) }},
		{"shut LEVER", func(d *Desk, args []string) (*Wish, []string, error) { return d.lever(args, false) }},
		{"events", tell((*Desk).events)},
		{"inject EVENT SEVERITY", (*Desk).inject},
		{"say TEXT", (*Desk).say},
		{"freeze", plainly(workshop.Froze)},
		{"unfreeze", plainly(workshop.Unfroze)},
		{"reveal", plainly(workshop.Revealed)},
		{"lock", plainly(workshop.Shut)},
		{"unlock", plainly(workshop.Unshut)},
		{"rename SEAT|TEAM NAME", (*Desk).rename},
		{"mute SEAT", aboutSeat(workshop.Muted)},
		{"unmute SEAT", aboutSeat(workshop.Unmuted)},
		{"remove SEAT", aboutSeat(workshop.Removed)},
		{"move SEAT TEAM", (*Desk).move},
		{"role SEAT ROLE", (*Desk).role},
		{"policy TEAM NAME", (*Desk).policy},
		{"people TEAM", (*Desk).people},
		{"finish", plainly(workshop.Closed)},
		{"help", func(*Desk, []string) (*Wish, []string, error) { return nil, Help(), nil }},
	}
}

// tell answers a question.
func tell(rows func(*Desk) []string) func(*Desk, []string) (*Wish, []string, error) {
	return func(d *Desk, _ []string) (*Wish, []string, error) { return nil, rows(d), nil }
}

// plainly is a wish that needs no more words.
func plainly(kind workshop.Kind) func(*Desk, []string) (*Wish, []string, error) {
	return func(*Desk, []string) (*Wish, []string, error) { return &Wish{Kind: kind}, nil, nil }
}

// aboutSeat is a wish about one seat.
func aboutSeat(kind workshop.Kind) func(*Desk, []string) (*Wish, []string, error) {
	return func(d *Desk, args []string) (*Wish, []string, error) {
		n, err := d.seat(strings.Join(args, " "))
		return &Wish{Kind: kind, Body: workshop.SeatChange{Seat: n}}, nil, err
	}
}

func (d *Desk) wishNext() (*Wish, []string, error) {
	next, ok := d.Next()
	if !ok {
		return nil, nil, refusal(words.Say("lead.wrong.last"))
	}
	return &Wish{Kind: workshop.Began, Body: next}, nil, nil
}

func (d *Desk) extend(args []string) (*Wish, []string, error) {
	const most = 180
	if len(args) == 1 {
		if n, err := strconv.Atoi(args[0]); err == nil && n != 0 && n >= -most && n <= most {
			return &Wish{Kind: workshop.Extended, Body: workshop.Extension{Seconds: 60 * n}}, nil, nil
		}
	}
	return nil, nil, refusal(words.Say("lead.wrong.extend", "most", most))
}

func (d *Desk) levers() []string {
	var rows []string
	for _, l := range workshop.AllLevers() {
		rows = append(rows, words.Say("lead.levers.row", "name", string(l), "about", l.About(), "open", d.Picture.Open[l]))
	}
	return rows
}

// lever opens or shuts one lever, and leaves the others as they are.
func (d *Desk) lever(args []string, open bool) (*Wish, []string, error) {
	named := workshop.Lever(strings.ToLower(strings.Join(args, " ")))
	all := workshop.AllLevers()
	if !slices.Contains(all, named) {
		names := make([]string, len(all))
		for i, l := range all {
			names[i] = string(l)
		}
		return nil, nil, refusal(words.Say("lead.wrong.lever", "levers", strings.Join(names, ", ")))
	}
	return d.Lever(named, open), nil, nil
}

// Lever is the wish to open or shut one lever.
func (d *Desk) Lever(named workshop.Lever, open bool) *Wish {
	var list []workshop.Lever
	for _, l := range workshop.AllLevers() {
		if l == named && open || l != named && d.Picture.Open[l] {
			list = append(list, l)
		}
	}
	return &Wish{Kind: workshop.Levers, Body: workshop.LeverChange{Open: list}}
}

func (d *Desk) events() []string {
	var rows []string
	for _, e := range workshop.Events() {
		rows = append(rows, words.Say("lead.events.row", "name", e.Name, "title", e.Title(), "about", e.About()))
	}
	return append(rows, words.Say("lead.events.severities", "list", strings.Join(workshop.Severities(), ", ")))
}

func (d *Desk) inject(args []string) (*Wish, []string, error) {
	if len(args) == 1 {
		args = append(args, "normal")
	}
	if len(args) != 2 || event(strings.ToLower(args[0])) == nil || !slices.Contains(workshop.Severities(), strings.ToLower(args[1])) {
		var names []string
		for _, e := range workshop.Events() {
			names = append(names, e.Name)
		}
		return nil, nil, refusal(words.Say("lead.wrong.inject", "events", strings.Join(names, ", "), "severities", strings.Join(workshop.Severities(), ", ")))
	}
	return &Wish{Kind: workshop.Injected, Body: workshop.Injection{Event: strings.ToLower(args[0]), Severity: strings.ToLower(args[1])}}, nil, nil
}

func (d *Desk) say(args []string) (*Wish, []string, error) {
	if len(args) == 0 {
		return nil, nil, refusal(words.Say("lead.wrong.say"))
	}
	return &Wish{Kind: workshop.Broadcast, Body: workshop.Text{Text: strings.Join(args, " ")}}, nil, nil
}

func (d *Desk) rename(args []string) (*Wish, []string, error) {
	if len(args) < 2 {
		return nil, nil, refusal(words.Say("lead.wrong.rename"))
	}
	name := workshop.Clean(strings.Join(args[1:], " "))
	if name == "" {
		return nil, nil, refusal(words.Say("lead.wrong.name"))
	}
	if strings.HasPrefix(strings.ToLower(args[0]), "t") {
		n, err := d.team(args[0])
		return d.RenameTeam(n, name), nil, err
	}
	n, err := d.seat(args[0])
	return d.RenameSeat(n, name), nil, err
}

// RenameTeam is the wish to give a team another name, and RenameSeat a seat.
func (d *Desk) RenameTeam(n int, name string) *Wish {
	return &Wish{Kind: workshop.Renamed, Body: workshop.SeatChange{Team: n}, Names: []workshop.Name{{Who: whoTeam(n), Name: name}}}
}

// RenameSeat is the wish to give a seat another name.
func (d *Desk) RenameSeat(n int, name string) *Wish {
	return &Wish{Kind: workshop.Renamed, Body: workshop.SeatChange{Seat: n}, Names: []workshop.Name{{Who: whoSeat(n), Name: name}}}
}

func (d *Desk) move(args []string) (*Wish, []string, error) {
	if len(args) != 2 {
		return nil, nil, refusal(words.Say("lead.wrong.move"))
	}
	seat, err := d.seat(args[0])
	if err != nil {
		return nil, nil, err
	}
	team, err := d.team(args[1])
	return &Wish{Kind: workshop.Moved, Body: workshop.SeatChange{Seat: seat, Team: team}}, nil, err
}

func (d *Desk) role(args []string) (*Wish, []string, error) {
	names := []string{"none"}
	for _, r := range workshop.AllRoles() {
		names = append(names, string(r))
	}
	if len(args) != 2 || !slices.Contains(names, strings.ToLower(args[1])) {
		return nil, nil, refusal(words.Say("lead.wrong.role", "roles", strings.Join(names, ", ")))
	}
	seat, err := d.seat(args[0])
	role := workshop.Role(strings.ToLower(args[1]))
	if role == "none" {
		role = ""
	}
	return &Wish{Kind: workshop.GaveRole, Body: workshop.SeatChange{Seat: seat, Role: role}}, nil, err
}

// Policies are the policies that may play for a team, the usual one first. What takes long to think is left out.
func Policies() []string { return []string{"rule", "severity", "fifo", "idle"} }

func (d *Desk) policy(args []string) (*Wish, []string, error) {
	if len(args) != 2 || !slices.Contains(policy.Names(), strings.ToLower(args[1])) {
		return nil, nil, refusal(words.Say("lead.wrong.policy", "policies", strings.Join(Policies(), ", ")))
	}
	n, err := d.team(args[0])
	return &Wish{Kind: workshop.HandedTo, Body: workshop.TeamChange{Team: n, Policy: strings.ToLower(args[1])}}, nil, err
}

func (d *Desk) people(args []string) (*Wish, []string, error) {
	n, err := d.team(strings.Join(args, " "))
	return &Wish{Kind: workshop.HandedTo, Body: workshop.TeamChange{Team: n}}, nil, err
}

// seat reads which seat is meant: its number, with or without an s.
func (d *Desk) seat(text string) (int, error) {
	n, err := strconv.Atoi(strings.TrimPrefix(strings.ToLower(text), "s"))
	if err != nil || n < 1 || n > len(d.Picture.Seats) {
		return 0, refusal(words.Say("lead.wrong.seat", "n", len(d.Picture.Seats)))
	}
	return n, nil
}

// team reads which team is meant: its number, with or without a t.
func (d *Desk) team(text string) (int, error) {
	n, err := strconv.Atoi(strings.TrimPrefix(strings.ToLower(text), "t"))
	if err != nil || n < 1 || n > len(d.Picture.Teams) {
		return 0, refusal(words.Say("lead.wrong.team", "n", len(d.Picture.Teams)))
	}
	return n, nil
}

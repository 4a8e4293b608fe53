package report

import (
	"callout/game/words"
	"callout/game/workshop/after"
)

// roomAlike answers what all teams did alike, and what only some did.
func roomAlike(r *after.Room) *section {
	s := &section{ID: "alike", Question: words.Say("after.alike.question")}
	var all, some, nobody []after.Habit
	for _, h := range r.Habits {
		switch {
		case len(h.Did) == 0:
			nobody = append(nobody, h)
		case h.All(r):
			all = append(all, h)
		default:
			some = append(some, h)
		}
	}
	s.Answer = words.Say("after.alike.answer", "all", len(all), "some", len(some), "n", len(nobody))
	s.add(part{Table: habitTable(r, words.Say("after.alike.all"), all)})
	s.add(part{Table: habitTable(r, words.Say("after.alike.some"), some)})
	if len(nobody) > 0 {
		var list []string
		for _, h := range nobody {
			list = append(list, h.Title)
		}
		s.add(part{Text: words.Say("after.alike.nobody")})
		s.add(part{List: list})
	}
	return s
}

func habitTable(r *after.Room, title string, habits []after.Habit) *table {
	t := &table{Title: title, Stack: true, Columns: []column{
		{Title: words.Say("after.column.did")}, {Title: words.Say("after.column.teams"), Number: true}, {Title: words.Say("after.column.times"), Number: true},
		{Title: words.Say("after.column.first"), Free: true}, {Title: words.Say("after.column.last"), Free: true}, {Title: words.Say("after.column.known"), Number: true},
	}}
	for i := range habits {
		h := &habits[i]
		when := func(d after.Doing) string {
			return words.Say("after.alike.when", "team", r.Teams[d.Team].Name, "at", words.Date(d.First))
		}
		last := ""
		if len(h.Did) > 1 {
			last = when(h.Did[len(h.Did)-1])
		}
		known := ""
		if h.Pence > 0 {
			known = words.Money(h.Pence)
		}
		t.Rows = append(t.Rows, row{Cells: []string{
			h.Title, words.Say("after.alike.teams", "did", len(h.Did), "all", len(r.Teams)), words.Number(int64(h.Times())), when(h.Did[0]), last, known,
		}, Share: none})
	}
	return t
}

// roomEffects answers what was seen of the article in the games of the room.
func roomEffects(r *after.Room) *section {
	s := &section{ID: "findings", Question: words.Say("report.findings.question")}
	seen, everywhere := 0, 0
	var cards []card
	for i := range r.Effects {
		e := &r.Effects[i]
		c := card{Badge: words.Say("after.effect.badge", "seen", len(e.Seen), "n", len(r.Teams)), Good: len(e.Seen) == 0, Title: e.Title, Texts: []string{e.Says}}
		if len(e.Seen) > 0 {
			seen++
		}
		if len(e.Seen) == len(r.Teams) {
			everywhere++
		}
		for _, x := range e.Evidence {
			c.Steps = append(c.Steps, step{When: words.Say("after.effect.who", "team", r.Teams[x.Team].Name, "at", words.Date(x.At)), Text: x.Text, Note: evidenceNote(x.Evidence)})
		}
		cards = append(cards, c)
	}
	s.Answer = words.Say("after.effect.answer", "seen", seen, "all", len(r.Effects), "n", everywhere)
	s.add(part{Cards: cards})
	return s
}

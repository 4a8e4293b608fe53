package report

import (
	"callout/game"
	"callout/game/debrief"
	"callout/game/words"
)

// fires answers why it burned: the dearest losses, each walked back to its causes.
func fires(d *debrief.Debrief) *section {
	if len(d.Fires) == 0 {
		return nil
	}
	s := &section{ID: "fires", Question: words.Say("report.fires.question")}
	sum := game.Pence(0)
	var cards []card
	for i := range d.Fires {
		f := &d.Fires[i]
		sum += f.Incident.Pence
		cards = append(cards, fireCard(i, f))
	}
	lost := valueOf(d.Result.Values, "revenue_lost").N
	s.Answer = words.Say("report.fires.answer", "n", len(d.Fires), "sum", words.Money(sum), "share", words.Percent(shareOf(sum, lost)), "lost", words.Money(lost))
	s.add(part{Cards: cards})
	return s
}

func fireCard(i int, f *debrief.Fire) card {
	c := card{
		Badge: words.Say("report.fires.rank", "n", i+1),
		Title: words.Say("report.fires.title", "money", words.MoneyExact(f.Incident.Pence), "app", f.Incident.Name, "share", words.Percent(f.Share)),
		Texts: []string{f.Why, words.Say("report.fires.where", "at", words.Date(f.Incident.Began), "span", words.Span(f.Incident.Minutes), "states", statesText(f.Incident.States))},
		Steps: stepsOf(f.Incident.Causes),
	}
	if f.Cut.Order != "" {
		c.Move = &move{Name: words.Say("report.fires.cut", "turn", turnOf(f.Cut.Turn), "saved", words.Money(f.Cut.Saved), "price", words.Money(f.Cut.Price)), Order: f.Cut.Order, Text: f.Cut.Text}
	}
	return c
}

func stepsOf(causes []debrief.Step) []step {
	var steps []step
	for _, c := range causes {
		x := step{When: words.Date(c.At), Text: c.Text, Order: c.Order}
		if c.Decision {
			x.Note = words.Say("report.fires.decision")
		}
		steps = append(steps, x)
	}
	return steps
}

// shownEvidence is how many pieces of evidence an effect is shown with. JSON has all of them.
const shownEvidence = 4

// findings answers what was seen of the article's eight effects.
func findings(d *debrief.Debrief) *section {
	if len(d.Findings) == 0 {
		return nil
	}
	s := &section{ID: "findings", Question: words.Say("report.findings.question")}
	seen := 0
	var cards []card
	for _, f := range d.Findings {
		c := card{Badge: words.Say("report.findings.seen", "seen", f.Seen), Good: !f.Seen, Title: f.Title, Texts: []string{f.Says}}
		if f.Seen {
			seen++
		}
		for _, e := range f.Evidence[:min(len(f.Evidence), shownEvidence)] {
			c.Steps = append(c.Steps, step{When: words.Date(e.At), Text: e.Text, Note: e.Item})
		}
		cards = append(cards, c)
	}
	s.Answer = words.Say("report.findings.answer", "seen", seen, "all", len(d.Findings))
	s.add(part{Cards: cards})
	return s
}

package report

import (
	"strings"

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
	if x := f.Cut; x.Order != "" {
		c.Move = &move{Name: words.Say("report.fires.cut"), Order: x.Order, Text: x.Text}
	} else if x.Without != "" {
		c.Move = &move{Name: words.Say("report.fires.cut_without"), Order: x.Without, Text: x.Text}
	}
	if c.Move != nil && f.Cut.Price > 0 {
		c.Move.Note = words.Say("report.fires.price", "price", words.Money(f.Cut.Price))
	}
	return c
}

func stepsOf(causes []debrief.Step) []step {
	var steps []step
	for _, c := range causes {
		x := step{When: words.Date(c.At), Text: c.Text, Order: c.Order, Own: c.Decision}
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
			c.Steps = append(c.Steps, step{When: words.Date(e.At), Text: e.Text, Note: evidenceNote(e)})
		}
		cards = append(cards, c)
	}
	s.Answer = words.Say("report.findings.answer", "seen", seen, "all", len(d.Findings))
	s.add(part{Cards: cards})
	return s
}

// evidenceNote is what the sentence of a piece of evidence leaves out: the item, and what it cost.
func evidenceNote(e debrief.Evidence) string {
	var parts []string
	if !strings.Contains(e.Text, e.Item) {
		parts = append(parts, e.Item)
	}
	if e.Pence != 0 && !strings.Contains(e.Text, words.Money(e.Pence)) {
		parts = append(parts, words.Money(e.Pence))
	}
	return strings.Join(parts, ", ")
}

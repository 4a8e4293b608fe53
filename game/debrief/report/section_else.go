package report

import (
	"callout/game"
	"callout/game/debrief"
	"callout/game/words"
)

// models answers what else could have been: the same demand under other models and other hands.
func models(d *debrief.Debrief) *section {
	if len(d.Models) == 0 && len(d.Ladder.Rungs) == 0 {
		return nil
	}
	s := &section{ID: "models", Question: words.Say("report.models.question"), Answer: words.Say("report.models.none")}
	var best, played *debrief.ModelResult
	for i := range d.Models {
		m := &d.Models[i]
		if m.Played {
			played = m
		} else if best == nil || m.Total < best.Total {
			best = m
		}
	}
	if best != nil && played != nil {
		s.Answer = words.Say("report.models.answer", "total", words.Money(played.Total), "model", best.Title, "best", words.Money(best.Total))
	}
	s.add(part{Chart: modelChart(d)})
	s.add(part{Text: d.Ladder.Says})
	s.add(part{Chart: ladderChart(d)})
	return s
}

func modelTable(d *debrief.Debrief) *table {
	t := &table{Title: words.Say("report.models.title"), Stack: true, Columns: []column{
		{Title: words.Say("report.column.model")}, {Title: words.Say("report.column.lost"), Number: true}, {Title: words.Say("report.column.opex"), Number: true},
		{Title: words.Say("report.column.total"), Number: true}, {Title: words.Say("report.column.won")},
	}}
	most := game.Pence(0)
	for i := range d.Models {
		most = max(most, d.Models[i].Total)
	}
	for i := range d.Models {
		m := &d.Models[i]
		t.Rows = append(t.Rows, row{Cells: []string{
			modelTitle(m), words.Money(valueOf(m.Values, "revenue_lost").N), words.Money(opex(m)), words.Money(m.Total), words.Say("report.models.won", "won", m.Won),
		}, Share: shareOf(m.Total, most), Own: m.Played})
	}
	return t
}

// modelTitle is what a row of the comparison is called.
func modelTitle(m *debrief.ModelResult) string {
	switch {
	case m.Played:
		return words.Say("report.models.played")
	case m.Own:
		return words.Say("report.models.own", "model", m.Title)
	}
	return m.Title
}

func ladderTable(d *debrief.Debrief) *table {
	t := &table{Title: words.Say("report.ladder.title"), Columns: []column{
		{Title: words.Say("report.column.player")}, {Title: words.Say("report.column.score"), Number: true}, {Title: words.Say("report.column.lost"), Number: true},
		{Title: words.Say("report.column.medal")},
	}}
	for _, r := range ladderOf(d) {
		t.Rows = append(t.Rows, row{Cells: []string{r.title, words.Number(r.score), words.Money(r.lost), r.medal}, Share: none, Own: r.own})
	}
	return t
}

// place is one game of a ladder.
type place struct {
	title string
	score int64
	lost  game.Pence
	medal string // earned by whoever comes above it, or by the game itself
	own   bool
}

// ladderOf is the ladder with the game itself in its place, from the lowest up.
func ladderOf(d *debrief.Debrief) []place {
	own := place{words.Say("report.ladder.you"), d.Ladder.Score, valueOf(d.Result.Values, "revenue_lost").N, medalText(d.Ladder.Medal), true}
	var list []place
	placed := false
	for _, r := range d.Ladder.Rungs {
		if !placed && own.score <= r.Score {
			list, placed = append(list, own), true
		}
		list = append(list, place{policyTitle(r.Policy), r.Score, r.Lost, rungMedal(r.Medal), false})
	}
	if !placed {
		list = append(list, own)
	}
	return list
}

// rungMedal is what is earned above a rung.
func rungMedal(m debrief.Medal) string {
	if m == debrief.NoMedal {
		return ""
	}
	return words.Say("report.ladder.above", "medal", medalText(m))
}

// policyTitle is a policy as people speak of it; one without a title is called by its name.
func policyTitle(name string) string {
	if key := "report.policy." + name; words.Has(key) {
		return words.Say("report.policy." + name)
	}
	return name
}

// decisions answers which decisions mattered.
func decisions(d *debrief.Debrief) *section {
	if d.Review.Tried == 0 {
		return nil
	}
	s := &section{ID: "decisions", Question: words.Say("report.decisions.question")}
	sum := game.Pence(0)
	var cards []card
	for i := range d.Review.Worst {
		x := &d.Review.Worst[i]
		sum += x.Pence
		cards = append(cards, decisionCard(x, false))
	}
	if d.Review.Best != nil {
		cards = append(cards, decisionCard(d.Review.Best, true))
	}
	s.Answer = words.Say("report.decisions.none", "n", d.Review.Tried)
	if len(d.Review.Worst) > 0 {
		s.Answer = words.Say("report.decisions.answer", "n", len(d.Review.Worst), "sum", words.Money(sum))
	}
	s.add(part{Cards: cards})
	s.add(part{Text: words.Say("report.decisions.how", "n", d.Review.Tried, "games", d.Review.Games)})
	return s
}

func decisionCard(x *debrief.Decision, best bool) card {
	c := card{Badge: words.Say("report.decisions.best", "best", best), Good: best, Texts: []string{x.Text}}
	c.Title = words.Say("report.decisions.cost", "at", words.Date(x.At), "money", words.Money(x.Pence))
	if best {
		c.Title = words.Say("report.decisions.gain", "at", words.Date(x.At), "money", words.Money(x.Pence))
	}
	if x.Order != "" {
		c.Steps = []step{{When: words.Date(x.At), Text: words.Say("report.decisions.given"), Order: x.Order}}
	}
	if x.Instead != "" {
		c.Move = &move{Name: words.Say("report.decisions.instead", "best", best), Order: x.Instead}
	}
	return c
}

// next is what to do next, and what to talk about.
func next(d *debrief.Debrief) *section {
	if d.Next == "" && len(d.Questions) == 0 {
		return nil
	}
	s := &section{ID: "next", Question: words.Say("report.next.question"), Answer: clean(d.Next)}
	if s.Answer == "" {
		s.Answer = words.Say("report.next.talk")
	} else if len(d.Questions) > 0 {
		s.add(part{Text: words.Say("report.next.talk")})
	}
	s.add(part{List: d.Questions})
	return s
}

// predictions answers how well the player foresaw what came; it is scored apart from the money.
func predictions(d *debrief.Debrief) *section {
	lines := d.Predictions.Lines()
	if len(lines) == 0 {
		return nil
	}
	s := &section{ID: "predictions", Question: words.Say("report.predictions.question"), Answer: lines[len(lines)-1]}
	s.add(part{List: lines[:len(lines)-1]})
	return s
}

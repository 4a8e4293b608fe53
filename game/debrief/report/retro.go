package report

import (
	"bytes"
	"fmt"
	"io"
	"math"

	"callout/game"
	"callout/game/fit"
	"callout/game/retro"
	"callout/game/words"
	"callout/levels/month"
)

// RetroFormats are the formats that a retrospective can be written in, the usual one first.
func RetroFormats() []string { return []string{"md", "html"} }

// Retro writes the retrospective of a team's own month.
func Retro(w io.Writer, r *retro.Retro, format string) error {
	p := retroPage(r)
	switch format {
	case "md":
		var m markdown
		m.page(p)
		if _, err := io.WriteString(w, m.b.String()); err != nil {
			return fmt.Errorf("write a retrospective as Markdown: %w", err)
		}
		return nil
	case "html":
		var b bytes.Buffer
		if err := pageTemplate().ExecuteTemplate(&b, "page.html", p); err != nil {
			return fmt.Errorf("write a retrospective as HTML: %w", err)
		}
		_, err := w.Write(b.Bytes())
		return err
	}
	return among("format", format, RetroFormats())
}

// retroPage is a retrospective as a page.
func retroPage(r *retro.Retro) *page {
	m := r.Month
	p := &page{
		Language: words.Spoken(), Title: m.Title, Contents: words.Say("report.page.contents"), Foot: words.Say("retro.page.foot"),
		About: []string{
			words.Say("retro.page.about", "from", m.From.Format("2006-01-02"), "to", m.To.AddDate(0, 0, -1).Format("2006-01-02"), "apps", len(m.Apps), "teams", len(m.Teams)),
			words.Say("retro.page.private"),
		},
		Facts: []fact{
			{Name: words.Say("import.fit.quantity.incidents"), Value: words.Number(int64(m.Real.Incidents))},
			{Name: words.Say("import.fit.quantity.deployments"), Value: words.Number(int64(m.Real.Deployments))},
			{Name: words.Say("import.fit.quantity.ttr_median"), Value: told(m.Real.Closed > 0, m.Real.TTRMedian)},
			{Name: words.Say("import.fit.quantity.nights"), Value: words.Number(int64(m.Real.Nights))},
		},
	}
	for _, make := range []func(*retro.Retro) section{monthSection, timeSection, effectSection, fitSection, whatIfSection, talkSection, limitSection} {
		p.Sections = append(p.Sections, make(r))
	}
	return p
}

// told is a length of time, or a dash where the data does not tell it.
func told(known bool, minutes int64) string {
	if !known {
		return "–"
	}
	return words.Span(game.Minute(min(minutes, int64(game.Never-1))))
}

// monthSection shows what the month looked like.
func monthSection(r *retro.Retro) section {
	m := r.Month
	busiest, most := m.Apps[0], int64(1)
	for _, a := range m.Apps {
		most = max(most, int64(a.Incidents))
	}
	s := section{ID: "month", Question: words.Say("retro.month.question"), Answer: words.Say("retro.month.answer",
		"incidents", m.Real.Incidents, "deployments", m.Real.Deployments, "weeks", weeks(m), "app", busiest.Name, "n", busiest.Incidents)}
	t := &table{Title: words.Say("retro.month.apps"), Stack: true, Columns: []column{
		{Title: words.Say("report.column.application"), Free: true}, {Title: words.Say("retro.column.team"), Free: true},
		{Title: words.Say("retro.column.changes"), Number: true}, {Title: words.Say("retro.column.deployments"), Number: true},
		{Title: words.Say("report.column.incidents"), Number: true},
	}}
	for _, a := range m.Apps[:min(len(m.Apps), shownApps)] {
		t.Rows = append(t.Rows, row{Cells: []string{
			a.Name, a.Team, string(decimal(a.Changes.N/100, 1)), words.Number(int64(a.Deployments)), words.Number(int64(a.Incidents)),
		}, Share: shareOf(int64(a.Incidents), most)})
	}
	if rest := len(m.Apps) - shownApps; rest > 0 {
		n, d := 0, 0
		for _, a := range m.Apps[shownApps:] {
			n, d = n+a.Incidents, d+a.Deployments
		}
		t.Rows = append(t.Rows, row{Cells: []string{words.Say("retro.month.others", "n", rest), "", "", words.Number(int64(d)), words.Number(int64(n))}, Share: none})
	}
	s.add(part{Table: t})
	s.add(part{Table: basisTable(m)})
	return s
}

// shownApps is how many applications the table names.
const shownApps = 25

// weeks is how long the month was, in weeks with one decimal.
func weeks(m *month.Month) string { return string(decimal(m.Weeks/100, 1)) }

// basisTable says which figures of the level were measured, which estimated and which assumed, and how.
func basisTable(m *month.Month) *table {
	t := &table{Title: words.Say("retro.month.basis"), Stack: true, Columns: []column{
		{Title: words.Say("retro.column.figure")}, {Title: words.Say("retro.column.basis")}, {Title: words.Say("retro.column.how"), Free: true},
	}}
	first := m.Apps[0]
	for _, f := range []struct {
		key string
		f   month.Figure
	}{
		{"changes", first.Changes}, {"release", first.Release}, {"faults", first.Faults}, {"noise", first.NoiseRate},
		{"failure", m.ChangeFailure}, {"work", m.Work},
	} {
		t.Rows = append(t.Rows, row{Cells: []string{words.Say("retro.figure." + f.key), words.Say("retro.basis." + f.f.Basis.String()), f.f.How}, Share: none})
	}
	for _, key := range []string{"revenue", "operability"} {
		t.Rows = append(t.Rows, row{Cells: []string{words.Say("retro.figure." + key), words.Say("retro.basis.assumed"), ""}, Share: none})
	}
	return t
}

// timeSection shows where time to restore went, as far as the data tells.
func timeSection(r *retro.Retro) section {
	m, f := r.Month, &r.Month.Facts
	s := section{ID: "time", Question: words.Say("retro.time.question"), Answer: words.Say("retro.time.none")}
	if m.Real.Closed > 0 {
		s.Answer = words.Say("retro.time.answer", "median", told(true, m.Real.TTRMedian), "p90", told(true, m.Real.TTRP90))
	}
	t := &table{Title: words.Say("retro.time.steps"), Columns: []column{
		{Title: words.Say("retro.column.step")}, {Title: words.Say("retro.column.median"), Number: true}, {Title: words.Say("retro.column.told"), Number: true},
	}}
	for _, step := range []struct {
		key     string
		known   int
		minutes int64
	}{{"detected", f.Told, f.Unnoticed}, {"acknowledged", m.Real.Acked, m.Real.TTAMedian}, {"restored", m.Real.Closed, m.Real.TTRMedian}} {
		t.Rows = append(t.Rows, row{Cells: []string{words.Say("retro.step." + step.key), told(step.known > 0, step.minutes), words.Number(int64(step.known))}, Share: none})
	}
	s.add(part{Table: t})
	longest := &table{Title: words.Say("retro.time.longest"), Columns: []column{
		{Title: words.Say("report.column.application"), Free: true}, {Title: words.Say("retro.column.began")}, {Title: words.Say("retro.column.long"), Number: true},
	}}
	for _, c := range f.Longest {
		longest.Rows = append(longest.Rows, row{Cells: []string{m.Apps[c.App].Name, c.At.Format("2006-01-02 15:04"), told(true, c.Minutes)}, Share: shareOf(c.Minutes, f.Longest[0].Minutes)})
	}
	s.add(part{Table: longest})
	return s
}

// effectSection shows what the data says of the article's eight effects.
func effectSection(r *retro.Retro) section {
	seen, open := 0, 0
	var cards []card
	for _, f := range r.Findings {
		c := card{Badge: words.Say("retro.verdict.cannot"), Title: f.Title, Texts: []string{f.Says}, Good: f.Verdict == retro.NotSeen}
		switch f.Verdict {
		case retro.Seen:
			c.Badge = words.Say("retro.verdict.seen")
			seen++
		case retro.NotSeen:
			c.Badge = words.Say("retro.verdict.not_seen")
		default:
			open++
		}
		for _, e := range f.Evidence {
			c.Steps = append(c.Steps, step{When: e.When, Text: e.Text})
		}
		cards = append(cards, c)
	}
	s := section{ID: "effects", Question: words.Say("retro.effects.question"), Answer: words.Say("retro.effects.answer", "seen", seen, "all", len(r.Findings), "open", open)}
	s.add(part{Cards: cards})
	return s
}

// fitSection says whether the level behaves as the month did.
func fitSection(r *retro.Retro) section {
	s := section{ID: "fit", Question: words.Say("retro.fit.question"), Answer: words.Say("import.fit.bad")}
	if r.Fit.Fits() {
		s.Answer = words.Say("import.fit.good")
	}
	t := &table{Title: words.Say("import.fit.title", "games", r.Fit.Games), Stack: true}
	for i, title := range fit.Titles() {
		t.Columns = append(t.Columns, column{Title: title, Number: i > 0 && i < 4})
	}
	for i := range r.Fit.Rows {
		t.Rows = append(t.Rows, row{Cells: r.Fit.Rows[i].Cells(), Share: none})
	}
	s.add(part{Table: t})
	return s
}

// whatIfSection shows the month under each support model, or why not.
func whatIfSection(r *retro.Retro) section {
	s := section{ID: "models", Question: words.Say("retro.models.question"), Answer: retro.Unfit(r.Month)}
	if len(r.Models) == 0 {
		return s
	}
	best, own := &r.Models[0], &r.Models[0]
	most := 0.0
	for i := range r.Models {
		m := &r.Models[i]
		most = max(most, m.Metric("total_cost").Mean)
		if m.Metric("total_cost").Mean < best.Metric("total_cost").Mean {
			best = m
		}
	}
	s.Answer = words.Say("retro.models.answer", "own", own.Title, "cost", roughly(own.Metric("total_cost")), "model", best.Title, "best", roughly(best.Metric("total_cost")))
	t := &table{Title: words.Say("retro.models.title"), Stack: true, Columns: []column{
		{Title: words.Say("report.column.model")}, {Title: words.Say("report.column.total"), Number: true}, {Title: words.Say("report.column.lost"), Number: true},
		{Title: words.Say("retro.column.runs"), Number: true}, {Title: words.Say("import.fit.quantity.ttr_median"), Number: true},
		{Title: words.Say("import.fit.quantity.deployments"), Number: true},
	}}
	for i := range r.Models {
		m := &r.Models[i]
		title := m.Title
		if m.Own {
			title = words.Say("retro.models.own", "model", title)
		}
		runs := 0.0
		for _, name := range []string{"standby_cost", "callout_cost", "team_cost", "set_up_cost"} {
			runs += m.Metric(name).Mean
		}
		t.Rows = append(t.Rows, row{Cells: []string{
			title, roughly(m.Metric("total_cost")), roughly(m.Metric("revenue_lost")), words.Money(game.Pence(math.Round(runs))),
			told(m.Metric("ttr_median").Measured, int64(math.Round(m.Metric("ttr_median").Mean))), words.Number(int64(math.Round(m.Metric("deployments").Mean))),
		}, Share: game.PerMille(m.Metric("total_cost").Mean / max(most, 1) * 1000), Own: m.Own})
	}
	s.add(part{Table: t})
	d := &table{Title: words.Say("retro.models.differences", "own", own.Title), Stack: true, Columns: []column{
		{Title: words.Say("report.column.model")}, {Title: words.Say("report.column.total"), Number: true}, {Title: words.Say("retro.column.interval"), Number: true},
		{Title: words.Say("import.fit.quantity.ttr_median"), Number: true},
	}}
	for i := range r.Models {
		m := &r.Models[i]
		if m.Own {
			continue
		}
		cost, ttr := m.Metric("total_cost"), m.Metric("ttr_median")
		d.Rows = append(d.Rows, row{Cells: []string{
			m.Title, signed(cost.Difference), signed(cost.DiffCI95[0]) + " – " + signed(cost.DiffCI95[1]), words.Number(int64(math.Round(ttr.Difference))) + " min",
		}, Share: none})
	}
	s.add(part{Table: d})
	s.add(part{Text: words.Say("retro.models.mind")})
	return s
}

// roughly is an amount of money that is a mean of many games.
func roughly(m *retro.Metric) string { return words.Money(game.Pence(math.Round(m.Mean))) }

// signed is money with its sign.
func signed(pence float64) string {
	if text := words.Money(game.Pence(math.Round(pence))); pence < 0 {
		return text
	}
	return "+" + words.Money(game.Pence(math.Round(pence)))
}

func talkSection(r *retro.Retro) section {
	s := section{ID: "talk", Question: words.Say("retro.talk.question"), Answer: words.Say("retro.talk.answer")}
	s.add(part{List: r.Questions})
	return s
}

func limitSection(r *retro.Retro) section {
	s := section{ID: "limits", Question: words.Say("retro.limits.question"), Answer: words.Say("retro.limits.answer")}
	s.add(part{List: r.Limits})
	return s
}

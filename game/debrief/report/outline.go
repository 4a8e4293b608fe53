package report

import (
	"callout/game"
	"callout/game/debrief"
	"callout/game/words"
)

// pageOf is a debrief as a page.
func pageOf(d *debrief.Debrief) *page {
	r, l := &d.Result, d.Record.Level
	p := &page{
		Language: words.Spoken(),
		Title:    words.Say("report.page.title", "level", l.Title),
		Contents: words.Say("report.page.contents"),
		Foot: words.Say("report.page.foot", "level", l.Name, "digest", hexHead(l.Digest[:]), "seed", fingerprint(d.Record.Seed),
			"rules", game.Rules),
	}
	p.About = append(p.About, l.Lesson)
	switch {
	case !r.Over:
		p.About = append(p.About, words.Say("report.page.unfinished", "at", words.Date(r.At)))
	case r.Won:
		p.About = append(p.About, words.Say("report.page.won", "at", words.Date(r.At)))
	default:
		p.About = append(p.About, words.Say("report.page.lost", "at", words.Date(r.At)))
	}
	if len(leftOut(d)) > 0 {
		p.About = append(p.About, words.Say("report.page.quick"))
	}
	p.Facts = facts(d)
	for _, make := range []func(*debrief.Debrief) *section{cost, restore, course, fires, findings, models, decisions, predictions, next} {
		if s := make(d); s != nil {
			p.Sections = append(p.Sections, *s)
		}
	}
	return p
}

// facts are the figures that are read first.
func facts(d *debrief.Debrief) []fact {
	values := d.Result.Values
	var list []fact
	for _, name := range []string{"revenue_lost", "total_cost", "ttr_median", "burnout_max", "queue_max"} {
		title, _ := words.Metric(name)
		list = append(list, fact{Name: title, Value: words.Value(valueOf(values, name))})
	}
	met, all := 0, len(d.Result.Goals)
	for _, g := range d.Result.Goals {
		if g.Met {
			met++
		}
	}
	if all > 0 {
		list = append(list, fact{Name: words.Say("report.page.goals"), Value: words.Say("report.page.goals_met", "met", met, "all", all)})
	}
	if len(d.Ladder.Rungs) > 0 {
		list = append(list, fact{Name: words.Say("report.ladder.medal"), Value: medalText(d.Ladder.Medal)})
	}
	return list
}

// medalText is a medal in a word.
func medalText(m debrief.Medal) string {
	switch m {
	case debrief.Bronze:
		return words.Say("report.medal.bronze")
	case debrief.Silver:
		return words.Say("report.medal.silver")
	case debrief.Gold:
		return words.Say("report.medal.gold")
	}
	return words.Say("report.medal.none")
}

package retro

import (
	"time"

	"callout/game"
	"callout/game/words"
	"callout/levels/month"
)

// Bounds from which an effect counts as seen.
const (
	longRestore = 4 * 60 // minutes: half of all incidents take longer; elite and high performers need less than a day, the quick ones less than an hour (C17)
	slowNotice  = 20     // minutes until half of all incidents are noticed: monitors of host metrics need that long (C42)
	muchNoise   = 300    // per mille of alerts that were false (C26)
	oftenNights = 250    // per mille of incidents out of hours, with a rota or without (C30)
	spreadShare = 100    // per mille of incidents that came with another one
	longWait    = 2 * 24 * 60
	manyPerMind = 5 // applications for each person on call
)

// findings looks for the article's eight effects in the data itself.
func (r *Retro) findings() {
	m, f := r.Month, &r.Month.Facts
	add := func(key string, v Verdict, says string, evidence []Evidence) {
		r.Findings = append(r.Findings, Finding{Key: key, Title: words.Say("retro.finding.title." + key), Verdict: v, Says: says, Evidence: evidence})
	}
	verdict := func(known, seen bool) Verdict {
		switch {
		case !known:
			return CannotTell
		case seen:
			return Seen
		}
		return NotSeen
	}
	cannot := func(key string) string { return words.Say("retro.finding.cannot." + key) }

	known := m.Real.Closed > 0
	says := cannot("long-time-to-restore")
	if known {
		says = words.Say("retro.finding.restore", "median", span(m.Real.TTRMedian), "p90", span(m.Real.TTRP90), "n", m.Real.Closed)
		if m.Real.Acked > 0 {
			says += " " + words.Say("retro.finding.acked", "median", span(m.Real.TTAMedian), "n", m.Real.Acked)
		}
	}
	add("long-time-to-restore", verdict(known, m.Real.TTRMedian > longRestore), says, r.cases(f.Longest, 5, longest))

	people := len(m.Analysts)
	says = cannot("knowledge-synchronisation")
	if m.AnalystsKnown {
		says = words.Say("retro.finding.knowledge", "apps", len(m.Apps), "people", people, "teams", len(m.Teams))
	}
	add("knowledge-synchronisation", verdict(m.AnalystsKnown, len(m.Apps) > manyPerMind), says, nil)

	known = f.Asked > 0
	says = cannot("no-customer-outcomes")
	if known {
		says = words.Say("retro.finding.waited", "median", span(f.Waited), "n", f.Asked)
	}
	add("no-customer-outcomes", verdict(known, f.Waited > longWait), says, r.cases(f.Late, 5, late))

	share := int64(f.Spread) * 1000 / max(int64(m.Real.Incidents), 1)
	says = words.Say("retro.finding.spread", "n", f.Spread, "minutes", 15, "share", words.Percent(game.PerMille(share)))
	var pairs []Evidence
	for _, p := range f.Together[:min(len(f.Together), 5)] {
		pairs = append(pairs, Evidence{stamp(p.First.At), words.Say("retro.evidence.pair", "first", m.Apps[p.First.App].Name,
			"then", m.Apps[p.Then.App].Name, "minutes", p.Then.Minutes)})
	}
	add("fragile-architecture", verdict(len(m.Apps) > 1 && m.Real.Incidents > 0, share >= spreadShare), says, pairs)

	noise := int64(f.Noise) * 1000 / max(int64(f.Noise+m.Real.Incidents), 1)
	known = f.NoiseKnown || f.Told > 0
	says = cannot("inadequate-telemetry")
	if f.NoiseKnown {
		says = words.Say("retro.finding.noise", "n", f.Noise, "share", words.Percent(game.PerMille(noise)))
	}
	if f.Told > 0 {
		told := words.Say("retro.finding.noticed", "median", span(f.Unnoticed), "n", f.Told)
		if f.NoiseKnown {
			told = says + " " + told
		}
		says = told
	}
	add("inadequate-telemetry", verdict(known, noise >= muchNoise || f.Told > 0 && f.Unnoticed >= slowNotice), says, nil)

	add("traffic-ignorance", CannotTell, cannot("traffic-ignorance"), nil)
	add("restricted-collaboration", CannotTell, cannot("restricted-collaboration"), nil)

	nights := int64(m.Real.Nights) * 1000 / max(int64(m.Real.Incidents), 1)
	says = words.Say("retro.finding.nights", "n", m.Real.Nights, "share", words.Percent(game.PerMille(nights)))
	var burdens []Evidence
	for _, b := range f.OnCall[:min(len(f.OnCall), 5)] {
		burdens = append(burdens, Evidence{b.Name, words.Say("retro.evidence.burden", "nights", b.Nights, "shifts", b.Shifts)})
	}
	add("unfair-on-call", verdict(m.Real.Incidents > 0, nights >= oftenNights), says, burdens)
}

// longest and late are the two kinds of case that evidence tells.
const (
	longest = iota
	late
)

// cases tells cases as evidence.
func (r *Retro) cases(list []month.Case, most, kind int) []Evidence {
	var out []Evidence
	for _, c := range list[:min(len(list), most)] {
		app, long := r.Month.Apps[c.App].Name, span(c.Minutes)
		text := words.Say("retro.evidence.long", "app", app, "long", long)
		if kind == late {
			text = words.Say("retro.evidence.late", "app", app, "long", long)
		}
		out = append(out, Evidence{stamp(c.At), text})
	}
	return out
}

// span is a length of time in words.
func span(minutes int64) string { return words.Span(game.Minute(min(minutes, int64(game.Never-1)))) }

// stamp is when something was, as people write it down.
func stamp(t time.Time) string { return t.Format("2006-01-02 15:04") }

// questions are for talking about; they fit this month.
func (r *Retro) questions() {
	m, f := r.Month, &r.Month.Facts
	ask := func(text string) { r.Questions = append(r.Questions, text) }
	if len(f.Longest) > 0 {
		c := f.Longest[0]
		ask(words.Say("retro.ask.longest", "app", m.Apps[c.App].Name, "at", stamp(c.At), "long", span(c.Minutes)))
	}
	if m.Real.Nights > 0 {
		ask(words.Say("retro.ask.nights", "n", m.Real.Nights))
	}
	if len(m.Apps) > 1 {
		ask(words.Say("retro.ask.busiest", "app", m.Apps[0].Name, "n", m.Apps[0].Incidents))
	}
	if len(f.Together) > 0 {
		p := f.Together[0]
		ask(words.Say("retro.ask.together", "first", m.Apps[p.First.App].Name, "then", m.Apps[p.Then.App].Name))
	}
	if best := r.cheapest(); best != nil && !best.Own {
		ask(words.Say("retro.ask.model", "model", best.Title))
	}
	ask(words.Say("retro.ask.missing"))
}

// cheapest is the support model whose whole cost is least, or nil where none was compared.
func (r *Retro) cheapest() *Model {
	var best *Model
	for i := range r.Models {
		if m := &r.Models[i]; best == nil || m.Metric("total_cost").Mean < best.Metric("total_cost").Mean {
			best = m
		}
	}
	return best
}

package answer

import (
	"strings"

	"callout/game"
	"callout/game/debrief"
	"callout/game/words"
)

// enough: was it enough?
func enough(d *debrief.Debrief) string {
	met := 0
	for i := range d.Result.Goals {
		if d.Result.Goals[i].Met {
			met++
		}
	}
	says := words.Say("debriefscreen.answer.goals", "met", met, "all", len(d.Result.Goals))
	if d.Result.Won {
		says = words.Say("debriefscreen.answer.all-goals")
	}
	if d.Ladder.Says != "" {
		says += " " + d.Ladder.Says
	}
	return says
}

var medalKeys = [...]string{"none", "bronze", "silver", "gold"}

// MedalName is a medal in a word.
func MedalName(m debrief.Medal) string {
	return words.Say("debriefscreen.medal-name." + medalKeys[min(int(m), len(medalKeys)-1)])
}

// cost: what did it cost?
func cost(d *debrief.Debrief) string {
	var all game.Pence
	most := 0
	for i := range d.Costs {
		all += d.Costs[i].Pence
		if d.Costs[i].Pence > d.Costs[most].Pence {
			most = i
		}
	}
	if all <= 0 {
		return words.Say("debriefscreen.answer.no-cost")
	}
	return words.Say("debriefscreen.answer.cost", "all", words.Money(all), "what", d.Costs[most].Title, "most", words.Money(d.Costs[most].Pence))
}

// restoring: where did the time go?
func restoring(d *debrief.Debrief) string {
	var sum int64
	longest := game.InDetect
	for s := range game.IncidentStates {
		n := d.Result.StateMinutes[s]
		if sum += n; n > d.Result.StateMinutes[longest] {
			longest = s
		}
	}
	if sum == 0 {
		return words.Say("debriefscreen.answer.no-incident")
	}
	mended := (d.Result.StateMinutes[game.InRepair]*60 + sum/2) / sum
	return words.Say("debriefscreen.answer.time", "mended", mended, "longest", words.IncidentState(longest), "share", Share(d.Result.StateMinutes[longest], sum))
}

// Share is a part of a whole in per cent.
func Share(part, whole int64) string {
	if whole <= 0 {
		return words.Percent(0)
	}
	return words.Percent(game.PerMille((part*1000 + whole/2) / whole))
}

// fires: why did it burn?
func fires(d *debrief.Debrief) string {
	switch {
	case d.Loss.Lost == 0:
		return words.Say("debriefscreen.answer.no-loss")
	case len(d.Fires) == 0:
		return words.Say("debriefscreen.answer.not-yet")
	}
	var sum game.Pence
	for i := range d.Fires {
		sum += d.Fires[i].Incident.Pence
	}
	return words.Say("debriefscreen.answer.fires", "n", len(d.Fires), "share", Share(sum, d.Loss.Lost), "lost", words.Money(d.Loss.Lost), "why", strings.TrimSuffix(d.Fires[0].Why, "."))
}

// article: what was seen of the article?
func article(d *debrief.Debrief) string {
	if len(d.Findings) == 0 {
		return words.Say("debriefscreen.answer.not-yet")
	}
	seen := 0
	for i := range d.Findings {
		if d.Findings[i].Seen {
			seen++
		}
	}
	return words.Say("debriefscreen.answer.article", "seen", seen, "all", len(d.Findings))
}

// models: what else could have been?
func models(d *debrief.Debrief) string {
	var played, best, idle *debrief.ModelResult
	for i := range d.Models {
		m := &d.Models[i]
		switch {
		case m.Played:
			played = m
		case m.Model == "idle":
			idle = m
		case best == nil || m.Total < best.Total:
			best = m
		}
	}
	if played == nil || best == nil {
		return words.Say("debriefscreen.answer.not-yet")
	}
	says := words.Say("debriefscreen.answer.model-best", "own", words.Money(played.Total))
	if best.Total < played.Total {
		says = words.Say("debriefscreen.answer.model-better", "model", best.Title, "total", words.Money(best.Total),
			"less", words.Money(played.Total-best.Total), "own", words.Money(played.Total))
	}
	if idle != nil {
		says += " " + words.Say("debriefscreen.answer.idle", "total", words.Money(idle.Total))
	}
	return says
}

// decisions: which decisions mattered?
func decisions(d *debrief.Debrief) string {
	r := &d.Review
	switch {
	case r.Tried == 0 && r.Games == 0 && len(r.Worst) == 0:
		return words.Say("debriefscreen.answer.not-yet")
	case len(r.Worst) == 0:
		return words.Say("debriefscreen.answer.no-decision", "tried", r.Tried)
	}
	var sum game.Pence
	for i := range r.Worst {
		sum += r.Worst[i].Pence
	}
	return words.Say("debriefscreen.answer.decisions", "n", len(r.Worst), "sum", words.Money(sum), "tried", r.Tried, "games", r.Games)
}

// next: what next?
func next(d *debrief.Debrief) string {
	if d.Next == "" {
		return words.Say("debriefscreen.answer.next")
	}
	return d.Next
}

// Found tells whether there is a move that would have cut a loss.
func Found(c *debrief.Cut) bool { return c.Order != "" || c.Without != "" }

// Cut names the move that would have cut a loss, what it would have saved and what it costs.
func Cut(c *debrief.Cut) string {
	switch {
	case !Found(c):
		return words.Say("debriefscreen.fires.no-cut")
	case c.Order == "":
		return words.Say("debriefscreen.fires.without", "order", c.Without, "saved", words.Money(c.Saved))
	case c.Price > 0:
		return words.Say("debriefscreen.fires.cut-price", "order", c.Order, "saved", words.Money(c.Saved), "price", words.Money(c.Price))
	}
	return words.Say("debriefscreen.fires.cut", "order", c.Order, "saved", words.Money(c.Saved))
}

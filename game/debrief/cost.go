package debrief

import (
	"callout/game"
	"callout/game/words"
)

// costs splits the whole cost of the game into what it was spent on. Salaries are paid whatever happens and are not in it.
func (d *Debrief) costs(h *history) {
	total, sum := game.Pence(0), game.Pence(0)
	for _, v := range d.Result.Values {
		switch v.Name {
		case "revenue_lost", "cost_of_delay", "standby_cost", "callout_cost", "team_cost", "set_up_cost":
			title, _ := words.Metric(v.Name)
			d.Costs = append(d.Costs, Cost{Key: v.Name, Title: title, Pence: v.N})
			sum += v.N
		case "total_cost":
			total = v.N
		case "protection":
			d.Loss.Share = v
		}
	}
	for _, l := range d.Result.Losses {
		d.Loss.Lost += l.Pence
	}
	d.Loss.Tolerated = h.tolerated()
	d.Costs = append(d.Costs, Cost{Key: "people", Title: words.Say("debrief.cost.people"), Pence: total - sum})
}

// tolerated is what the availability targets let be lost so far, as the metric protection reckons it (domain 4.5).
func (h *history) tolerated() game.Pence {
	sum := game.Pence(0)
	for i := range h.level.Applications {
		a := &h.level.Applications[i]
		traffic := h.earned(i, max(a.Joins, h.level.Start), h.game.Now())
		sum += traffic / 1000 * int64(100_000-a.Target) / 100_000 * a.Revenue / int64(game.Hour)
	}
	return sum
}

package debrief

import (
	"callout/game"
	"callout/game/words"
)

// costs splits the whole cost of the game into what it was spent on. Salaries are paid whatever happens and are not in it.
func (d *Debrief) costs() {
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
	d.Costs = append(d.Costs, Cost{Key: "people", Title: words.Say("debrief.cost.people"), Pence: total - sum})
}

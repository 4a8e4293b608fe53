package debrief

import "callout/game"

// ownerAt is the team that owned application i at minute m.
func (h *history) ownerAt(i int, m game.Minute) int {
	owner := h.level.Applications[i].Team
	for _, e := range h.owners {
		if e.At <= m && int(e.App) == i {
			owner = int(e.Team)
		}
	}
	return owner
}

// modelAt is the support model of application i at minute m.
func (h *history) modelAt(i int, m game.Minute) *game.Model {
	model := h.level.Applications[i].Model
	for _, e := range h.models {
		if e.At <= m && int(e.App) == i {
			model = int(e.Amount)
		}
	}
	return &h.level.Models[model]
}

// link is the first link of a model's chain with that staffing, or nil.
func link(m *game.Model, s game.Staffing) *game.Responders {
	for k := range m.Chain {
		if m.Chain[k].Staffing == s {
			return &m.Chain[k]
		}
	}
	return nil
}

// earned is what application i usually earns in [from, to), in per-mille minutes of its peak.
func (h *history) earned(i int, from, to game.Minute) int64 {
	profile := &h.level.Profiles[h.level.Applications[i].Profile]
	sum := int64(0)
	for m := from; m < to; {
		end := min(m-m%game.Hour+game.Hour, to)
		sum += int64(end-m) * int64(profile[m%game.Week/game.Hour])
		m = end
	}
	return sum
}

package after

import (
	"cmp"
	"slices"

	"callout/game"
)

// Happened is an event that the facilitator let happen, and what it cost each team.
type Happened struct {
	Event
	Apps  []string     // that it was about; none for all of them
	Lost  []game.Pence // by team: what was lost to the incidents that it brought, or that began while it lasted
	Pence game.Pence   // of all teams
	Low   int          // index of the team that lost the least to it
	High  int          // index of the team that lost the most to it
}

// happened works out what each event cost.
func (r *Room) happened() {
	for _, e := range r.Played.Events {
		h := Happened{Event: e, Lost: make([]game.Pence, len(r.Teams))}
		for k := range e.Brings {
			if i := e.Brings[k].App; i >= 0 && i < len(r.Played.Level.Applications) && !slices.Contains(h.Apps, r.Played.Level.Applications[i].Name) {
				h.Apps = append(h.Apps, r.Played.Level.Applications[i].Name)
			}
			for i := range r.Teams {
				lost := lostTo(&e.Brings[k], r.Teams[i].losses)
				h.Lost[i] += lost
				h.Pence += lost
			}
		}
		if len(h.Lost) > 0 {
			h.Low, h.High = slices.Index(h.Lost, slices.Min(h.Lost)), slices.Index(h.Lost, slices.Max(h.Lost))
		}
		r.Events = append(r.Events, h)
	}
}

// lostTo is what a team lost to an event: for a fault its incident and those that followed from it through dependencies,
// for what lasts a while the incidents that began in it. What costs nothing by itself costs nothing here.
func lostTo(e *game.Happening, losses []game.Loss) game.Pence {
	sum := game.Pence(0)
	switch e.Kind {
	case game.Fault:
		from := map[int32]bool{}
		for _, l := range byNumber(losses) {
			if l.App == e.App && l.Began == e.At || from[l.Parent] {
				from[l.Incident] = true
				sum += l.Pence
			}
		}
	case game.Campaign, game.Demand:
		for _, l := range losses {
			if l.Began >= e.At && l.Began < e.Until && (e.App < 0 || l.App == e.App) {
				sum += l.Pence
			}
		}
	}
	return sum
}

// byNumber are the losses in the order in which their incidents began.
func byNumber(losses []game.Loss) []game.Loss {
	list := slices.Clone(losses)
	slices.SortFunc(list, func(a, b game.Loss) int { return cmp.Compare(a.Incident, b.Incident) })
	return list
}

// At is when the event began.
func (e *Event) At() game.Minute {
	if len(e.Brings) == 0 {
		return 0
	}
	return e.Brings[0].At
}

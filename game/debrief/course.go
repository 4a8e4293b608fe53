package debrief

import "callout/game"

// course lays the flow of changes beside the gauges.
//
// A change counts as deployed when it went live for good: one that was rolled back counts when it went live again. So
// the flow never runs backwards, and at the end it is what is live. A change counts as requested, and as planned, from
// the first time that it was, even where a failed deployment sent it back to its team. Changes made while doing rework
// are finished when the rework is.
func (d *Debrief) course(h *history) {
	undone := h.undone()
	next, live, good := 0, int32(0), int32(0)
	requested, planned := int32(0), int32(0)
	for turn := range h.ended() {
		for ; next < h.turns[turn+1].events; next++ {
			switch e := &h.trace.Events[next]; e.Kind {
			case game.Deployed:
				live += int32(e.Amount)
				if !undone[e.ID] {
					good += int32(e.Amount)
				}
			case game.RolledBack:
				live -= int32(e.Amount)
			}
		}
		var f struct{ waiting, requested, planned int32 } // of all applications
		for _, a := range h.apps[turn+1] {
			f.waiting, f.requested, f.planned = f.waiting+a.Waiting, f.requested+a.Requested, f.planned+a.Planned
		}
		requested = max(requested, good+f.requested)
		planned = max(planned, good+f.planned)
		d.Course = append(d.Course, Point{
			Gauge: d.Result.Course[turn], Finished: live + f.waiting, Requested: requested, Planned: planned, Deployed: good,
		})
	}
}

// undone are the deployments that were rolled back later, by their events.
func (h *history) undone() map[game.EventID]bool {
	list := map[game.EventID]bool{}
	for i := range h.trace.Events {
		if e := &h.trace.Events[i]; e.Kind == game.RolledBack && e.Amount > 0 {
			list[e.Causes[0]] = true
		}
	}
	return list
}

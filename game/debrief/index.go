package debrief

import "callout/game"

// index finds in a trace what is asked for often.
type index struct {
	ends     map[int32]*game.Event   // by incident: what restored it
	work     map[int32][]int         // by alert: indices of the work on it
	requests map[int32][]*game.Event // by release request: what happened to it
	owners   []*game.Event           // applications that went to another team
	models   []*game.Event           // applications that went to another support model
}

func newIndex(t *game.Trace) index {
	x := index{ends: map[int32]*game.Event{}, work: map[int32][]int{}, requests: map[int32][]*game.Event{}}
	for i := range t.Work {
		if w := &t.Work[i]; w.Item.Kind == game.Alert {
			x.work[w.Item.N] = append(x.work[w.Item.N], i)
		}
	}
	for i := range t.Events {
		e := &t.Events[i]
		if e.Item.Kind == game.Request {
			x.requests[e.Item.N] = append(x.requests[e.Item.N], e)
		}
		switch e.Kind {
		case game.Restored:
			x.ends[e.Incident] = e
		case game.OwnerChanged:
			x.owners = append(x.owners, e)
		case game.Moved, game.HandedBack:
			x.models = append(x.models, e)
		}
	}
	return x
}

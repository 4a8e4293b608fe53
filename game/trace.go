package game

// A Trace notes what looking back needs and the events leave out: where every minute of every incident and of every
// analyst went. It is told nothing that would change the game, and no digest knows of it.
type Trace struct {
	Events []Event     // all of them, in order, hidden ones included; of a game from its beginning, event n is at index n-1
	States []StateSpan // of all incidents, in the order in which they ended
	Work   []WorkSpan  // of all analysts, in the order in which it ended
}

// StateSpan is a time in which an incident was in one state. The spans of an incident follow each other without a gap.
type StateSpan struct {
	Incident int32
	State    IncidentState
	From, To Minute
}

// WorkSpan is a time in which an analyst worked on one thing.
type WorkSpan struct {
	Analyst  int
	Work     Work
	Item     Item
	App      int // what it really was about, whatever they thought; None for a report to management
	From, To Minute
	Knew     PerMille // what they knew of App when it ended
}

// Trace begins to note into t; what happened in the turn before is in it already, and with it all that a new game began
// with. Copies of the game are not traced.
func (g *Game) Trace(t *Trace) {
	t.Events = append(append(t.Events, g.last...), g.events...)
	g.trace = t
}

// EndTrace notes what is still going on, as far as it has come, and ends the noting.
func (g *Game) EndTrace() {
	for n := range g.incidents {
		if inc := &g.incidents[n]; inc.restored == Never {
			g.noteState(int32(n+1), inc.since, g.now)
		}
	}
	for k := range g.analysts {
		g.noteWork(int32(k))
	}
	g.trace = nil
}

// noteState notes that incident n was in its present state in [from, to).
func (g *Game) noteState(n int32, from, to Minute) {
	if g.trace != nil && from < to {
		g.trace.States = append(g.trace.States, StateSpan{n, g.incidents[n-1].state, from, to})
	}
}

// noteWork notes what analyst k has been doing until now.
func (g *Game) noteWork(k int32) {
	p := &g.analysts[k]
	if g.trace == nil || p.work.work == Idle || p.began >= g.now {
		return
	}
	i := g.appOf(&p.work)
	if p.work.item.Kind == Alert {
		i = g.alerts[p.work.item.N-1].app
	}
	w := WorkSpan{Analyst: int(k), Work: p.work.work, Item: p.work.item, App: int(i), From: p.began, To: g.now}
	if i != None {
		w.Knew = g.know(k, i)
	}
	g.trace.Work = append(g.trace.Work, w)
}

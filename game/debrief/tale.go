package debrief

import (
	"slices"

	"callout/game"
)

// An entry of a tale is an event, or an order of the player.
type entry struct {
	at    game.Minute
	event *game.Event
	order *given
}

// tales are the orders about every alert and what happened to it, in order, by the alert's number.
func (h *history) tales() [][]entry {
	var list [][]entry
	add := func(i game.Item, e entry) {
		if i.Kind != game.Alert {
			return
		}
		for len(list) <= int(i.N) {
			list = append(list, nil)
		}
		list[i.N] = append(list[i.N], e)
	}
	next := 0
	for i := range h.trace.Events {
		for ; next < len(h.orders) && h.orders[next].events <= i; next++ {
			add(h.orders[next].Item, entry{at: h.orders[next].at, order: &h.orders[next]})
		}
		add(h.trace.Events[i].Item, entry{at: h.trace.Events[i].At, event: &h.trace.Events[i]})
	}
	for ; next < len(h.orders); next++ {
		add(h.orders[next].Item, entry{at: h.orders[next].at, order: &h.orders[next]})
	}
	return list
}

// stretch is a time in which one thing kept an incident from being over.
type stretch struct {
	kind     string // as in the catalogue under debrief.step
	from, to game.Minute
	state    game.IncidentState
	order    *given // that it followed from, or nil
	who      int    // the analyst who had it
	team     int    // that had it, or was asked
	link     int    // the application that it was taken for
	knew     game.PerMille
}

// teller reads a tale and knows at each point how things stand.
type teller struct {
	h     *history
	loss  game.Loss
	tale  []entry
	next  int
	who   int
	team  int
	link  int
	order *given // of what goes on now

	linked, asked *given
	dismissed     *given
	around        *given // a workaround was ordered
	answered      bool   // by the team
	silent        bool   // the team does not answer before the morning
	called        bool   // the team is called for what it builds
	upstream      int
	desk          bool // a desk mends it
	returned      bool // a team sent it back
}

// stretches are the incident's minutes, each in one stretch, in order.
func (h *history) stretches(l game.Loss, tale []entry, spans []game.StateSpan) []stretch {
	t := teller{h: h, loss: l, tale: tale, who: game.None, team: game.None, link: game.None, upstream: game.None}
	var list []stretch
	for _, s := range spans {
		for from := s.From; from < s.To; {
			t.readTo(from)
			to := s.To
			for _, e := range tale {
				if e.at > from && e.at < to {
					to = e.at
				}
			}
			list = join(list, t.stretch(s.State, from, to))
			from = to
		}
	}
	return list
}

// join adds a stretch to a list; what goes on in the same way is one stretch.
func join(list []stretch, s stretch) []stretch {
	if n := len(list); n > 0 {
		last := &list[n-1]
		if last.kind == s.kind && last.state == s.state && last.who == s.who && last.team == s.team && last.link == s.link && last.order == s.order {
			last.to = s.to
			return list
		}
	}
	return append(list, s)
}

// readTo reads on to minute m.
func (t *teller) readTo(m game.Minute) {
	for ; t.next < len(t.tale) && t.tale[t.next].at <= m; t.next++ {
		if e := t.tale[t.next]; e.order != nil {
			t.given(e.order)
		} else {
			t.happened(e.event)
		}
	}
}

func (t *teller) given(o *given) {
	switch o.Kind {
	case game.Link:
		t.link, t.linked = o.App, o
	case game.Dismiss:
		t.dismissed, t.who = o, game.None
	case game.Assign:
		t.who, t.order, t.returned = o.Analyst, o, false
	case game.Workaround:
		t.who, t.order, t.around, t.returned = o.Analyst, o, o, false
	case game.Drop:
		t.who, t.order = game.None, o
	case game.Escalate:
		t.asked = o
	}
}

func (t *teller) happened(e *game.Event) {
	switch e.Kind {
	case game.AlertRaised, game.AlertRepeated, game.CustomersComplained:
		t.dismissed, t.order, t.called, t.returned = nil, nil, false, false
		t.who, t.link = game.None, game.None
	case game.Acknowledged:
		t.who = int(e.Analyst)
	case game.CalledOut:
		t.who = int(e.Analyst)
	case game.LeftOpen:
		t.who, t.order = game.None, nil
	case game.Identified:
		t.who, t.link = int(e.Analyst), int(e.App)
	case game.LinkedWrongly:
		t.link, t.linked = game.None, nil
	case game.Diagnosed:
		t.who, t.link = int(e.Analyst), int(e.App)
		if game.FaultKind(e.Amount) == game.CodeFault {
			t.who = game.None
		}
	case game.UpstreamFound:
		t.upstream, t.who = int(e.App), game.None
	case game.TakenOver:
		t.desk = true
	case game.Escalated, game.Paged:
		t.team, t.called, t.answered, t.silent = int(e.Team), e.Kind == game.Paged, false, false
		t.who, t.order = game.None, nil
	case game.NoAnswer:
		t.silent = true
	case game.TeamAnswered:
		t.answered = true
	case game.Bounced:
		t.team, t.asked, t.returned, t.called = game.None, nil, true, false
	}
}

// stretch says what the incident waited for in [from, to).
func (t *teller) stretch(state game.IncidentState, from, to game.Minute) stretch {
	s := stretch{from: from, to: to, state: state, who: game.None, team: game.None, link: game.None}
	switch state {
	case game.InDetect:
		if s.kind = "unnoticed"; t.dismissed != nil {
			s.kind, s.order = "dismissed", t.dismissed
		}
	case game.InBridge:
		s.kind = "bridge"
	case game.InQueue:
		t.queue(&s)
	case game.InIdentify:
		if t.worked(&s, "identify"); t.link != game.None && t.link != t.loss.App {
			s.kind, s.link, s.order = "wrong-link", t.link, t.linked
		}
	case game.InDiagnose:
		t.worked(&s, "diagnose")
	case game.InHandoff:
		t.handedOn(&s)
	case game.InRepair:
		if t.worked(&s, "repair"); s.kind == "repair" && t.around != nil {
			s.kind, s.order = "workaround", t.around
		}
	}
	return s
}

func (t *teller) queue(s *stretch) {
	switch {
	case t.called && t.silent:
		s.kind, s.team = "not-on-call", t.team
	case t.called:
		s.kind, s.team = "called", t.team
	case t.who != game.None:
		s.kind, s.who, s.order = "in-queue", t.who, t.order
	case !s.from.InHours() && s.to-s.from >= game.Hour:
		s.kind = "night"
	case t.returned:
		s.kind = "returned"
	default:
		s.kind = "inbox"
	}
}

// worked says who was at work: an analyst, a team or a desk.
func (t *teller) worked(s *stretch, kind string) {
	switch {
	case t.answered && t.team != game.None:
		s.kind, s.team = kind+"-team", t.team
	case t.desk:
		s.kind = kind + "-desk"
	default:
		s.kind, s.who = kind, t.who
		if w := t.h.workAt(t.loss.Alert, s.from); w != nil {
			s.who, s.knew = w.Analyst, w.Knew
		}
	}
}

func (t *teller) handedOn(s *stretch) {
	switch {
	case t.upstream != game.None:
		s.kind, s.link = "upstream", t.upstream
	case t.team != game.None && t.h.ownerAt(t.loss.App, s.from) != t.team:
		s.kind, s.team, s.order = "wrong-team", t.team, t.asked
	case t.team != game.None && t.silent:
		s.kind, s.team, s.order = "no-answer", t.team, t.asked
	case t.team != game.None:
		s.kind, s.team, s.order = "asked", t.team, t.asked
	case slices.ContainsFunc(t.tale[:t.next], func(e entry) bool { return e.event != nil && e.event.Kind == game.Diagnosed }):
		s.kind = "undecided"
	default:
		s.kind = "handover"
	}
}

// workAt is the work on an alert that somebody did at minute m, or nil.
func (h *history) workAt(alert int32, m game.Minute) *game.WorkSpan {
	for _, i := range h.work[alert] {
		if w := &h.trace.Work[i]; w.From <= m && m < w.To {
			return w
		}
	}
	return nil
}

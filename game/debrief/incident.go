package debrief

import "callout/game"

// incidents lists every incident, the dearest first, each walked back through its causes.
func (d *Debrief) incidents(h *history) {
	tales := h.tales()
	spans := make([][]game.StateSpan, len(d.Result.Losses)+1)
	for _, s := range h.trace.States {
		spans[s.Incident] = append(spans[s.Incident], s)
	}
	d.Incidents = make([]Incident, len(d.Result.Losses))
	for i, l := range d.Result.Losses {
		n := &d.Incidents[i]
		*n = Incident{Loss: l, Name: h.appName(l.App), Minutes: min(l.Restored, d.Result.At) - l.Began}
		if l.Alert != 0 && int(l.Alert) < len(tales) {
			n.life = h.stretches(l, tales[l.Alert], spans[l.Incident])
		} else {
			n.life = h.stretches(l, nil, spans[l.Incident])
		}
	}
	by := map[int32]*Incident{}
	for i := range d.Incidents {
		by[d.Incidents[i].Incident] = &d.Incidents[i]
	}
	for i := range d.Incidents {
		d.Incidents[i].pence = h.share(&d.Incidents[i])
		d.Incidents[i].Causes = h.causes(&d.Incidents[i], by)
	}
}

// share gives every stretch its part of the incident's loss, by what its application usually earns at that time. The
// longest one takes what rounding leaves, so that they sum to the loss.
func (h *history) share(n *Incident) []game.Pence {
	list := make([]game.Pence, len(n.life))
	all, sum, dearest := int64(0), game.Pence(0), 0
	for _, s := range n.life {
		all += h.earned(n.App, s.from, s.to)
	}
	if len(list) == 0 {
		return list
	}
	for i, s := range n.life {
		if all > 0 {
			list[i] = n.Pence * h.earned(n.App, s.from, s.to) / all
		}
		sum += list[i]
		if list[i] > list[dearest] {
			dearest = i
		}
	}
	list[dearest] += n.Pence - sum
	return list
}

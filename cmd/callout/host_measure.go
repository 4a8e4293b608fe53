package main

import (
	"time"

	"callout/game/workshop"
	"callout/ui/remote/metrics"
)

// measure is what operators can read of a server: counted here, told by the web server.
type measure struct {
	*metrics.Registry
	applied, joins, refused metrics.Numbers
	latency                 *metrics.Times
	failures                metrics.Numbers
}

func newMeasure() *measure {
	r := metrics.NewRegistry()
	r.Process()
	r.Gauges("callout_build_info", "The program and its version; always 1.", "version").Of(name()).Set(1)
	m := &measure{
		Registry: r,
		applied:  r.Counters("callout_commands_total", "Commands that were stored and applied here, by kind.", "kind"),
		joins:    r.Counters("callout_joins_total", "Seats taken here that were new, or somebody came back to.", "seat"),
		refused:  r.Counters("callout_refusals_total", "What could not be done for those who asked here, by reason.", "reason"),
		latency:  r.Histogram("callout_command_seconds", "From a command that was asked here to its acknowledgement."),
		failures: r.Counters("callout_store_errors_total", "Calls of the store that failed, by call.", "call"),
	}
	for _, seat := range []string{newSeat, oldSeat} {
		m.joins.Of(seat)
	}
	for _, why := range workshop.Reasons() {
		m.refused.Of(string(why))
	}
	for _, call := range storeCalls {
		m.failures.Of(call)
	}
	return m
}

// Kinds of seats that are taken.
const (
	newSeat = "new"
	oldSeat = "back"
)

// Applied counts an entry; one that is a new seat is counted as such too.
func (m *measure) Applied(k workshop.Kind) {
	m.applied.Of(string(k)).Add(1)
	if k == workshop.Joined {
		m.joins.Of(newSeat).Add(1)
	}
}

// CameBack counts somebody who has a seat again.
func (m *measure) CameBack() { m.joins.Of(oldSeat).Add(1) }

// Acknowledged counts how long a command took.
func (m *measure) Acknowledged(took time.Duration) { m.latency.Took(took) }

// Refused counts a refusal.
func (m *measure) Refused(why workshop.Reason) { m.refused.Of(string(why)).Add(1) }

// rooms lets the registry tell of each room that is not over: by the beginning of the name that logs give it, which opens nothing.
func (m *measure) rooms(hub *workshop.Hub) {
	each := func(read func(*workshop.Room, *workshop.Picture) float64) func(func(string, float64)) {
		return func(tell func(string, float64)) {
			for _, r := range hub.Rooms() {
				if p := r.Picture(); !p.Over {
					tell(r.ID()[:8], read(r, p))
				}
			}
		}
	}
	for _, g := range []struct {
		name, help string
		read       func(*workshop.Room, *workshop.Picture) float64
	}{
		{"callout_room_driven", "1 where this server has the lease of the room, 0 where it follows another.", func(r *workshop.Room, _ *workshop.Picture) float64 { return truth(r.Drives()) }},
		{"callout_room_trouble", "1 while the room stands still because the store does not work.", func(_ *workshop.Room, p *workshop.Picture) float64 { return truth(p.Trouble != "") }},
		{"callout_room_teams", "Teams of the room.", func(_ *workshop.Room, p *workshop.Picture) float64 { return float64(len(p.Teams)) }},
		{"callout_room_seats", "Seats of the room that are taken.", func(_ *workshop.Room, p *workshop.Picture) float64 { return float64(seated(p, false)) }},
		{"callout_room_present", "Seats whose people are connected to this server.", func(_ *workshop.Room, p *workshop.Picture) float64 { return float64(seated(p, true)) }},
	} {
		m.GaugesNow(g.name, g.help, "room", each(g.read))
	}
}

// seated is how many seats are taken, or have somebody there.
func seated(p *workshop.Picture, here bool) int {
	n := 0
	for _, s := range p.Seats {
		if !s.Removed && (!here || s.Here > 0) {
			n++
		}
	}
	return n
}

func truth(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

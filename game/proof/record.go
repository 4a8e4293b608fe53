package proof

import (
	"cmp"
	"slices"

	"callout/game"
)

// Record is what one game leaves behind.
type Record struct {
	Seed     uint64
	Level    *game.Level
	Values   map[string]game.Value
	Losses   []game.Loss // every incident, in order of their numbers
	States   [7]int64    // minutes of all incidents by state
	Apps     []game.AppResult
	People   []game.PersonResult
	Course   []game.Gauge
	Tickets  []Ticket  // by alert number less one
	Releases []Release // by request number less one
	Counts   map[game.EventKind]int
	Last     game.View // what Application Operations knows at the end

	events  []game.Event    // of the kinds in kept
	impacts []game.PerMille // by incident number less one
	open    float64         // alerts open with Application Operations, times minutes, looked at when turns begin
}

// Ticket is the course of one alert.
type Ticket struct {
	App      int32
	Incident int32          // 0 for noise
	Impact   game.PerMille  // share of revenue that its incident costs
	Born     game.Minute    // when a monitor or customers raised it
	Raised   game.Minute    // when it came to Application Operations, Never before
	Begun    game.Minute    // when an analyst began on it, Never before
	Closed   game.Minute    // when it was restored or found to be noise, Never before
	Desk     bool           // a desk restored it
	Team     bool           // a Delivery team worked on it
	Around   bool           // it was worked around
	Cause    game.FaultKind // as diagnosed
	Wrong    int            // wrong links and bounces
}

// Release is the course of one release request.
type Release struct {
	App     int32
	Arrived game.Minute
	Missed  game.Minute // when its deadline passed, Never if it did not
	Begun   game.Minute
	Done    game.Minute // when it was live, Never before
	Batch   int
	Failed  bool
}

// kept are the kinds of events that statistics look at one by one.
var kept = []game.EventKind{
	game.FaultBegan, game.CalledOut, game.DebtCameBack, game.BurstFollowed, game.TakenOver, game.HandedBack, game.ChangeFault,
	game.Interrupted, game.Deployed, game.Resigned,
}

// note takes down one event.
func (r *Record) note(e *game.Event) {
	r.Counts[e.Kind]++
	if slices.Contains(kept, e.Kind) {
		r.events = append(r.events, *e)
	}
	if e.Kind == game.FaultBegan || e.Kind == game.DependencyFailed {
		for len(r.impacts) < int(e.Incident) {
			r.impacts = append(r.impacts, 0)
		}
		r.impacts[e.Incident-1] = game.PerMille(e.Amount)
	}
	switch e.Item.Kind {
	case game.Alert:
		for len(r.Tickets) < int(e.Item.N) {
			r.Tickets = append(r.Tickets, Ticket{Raised: game.Never, Begun: game.Never, Closed: game.Never})
		}
		t := &r.Tickets[e.Item.N-1]
		t.note(e)
		if e.Kind == game.IncidentDetected && e.Incident != 0 && int(e.Incident) <= len(r.impacts) {
			t.Impact = r.impacts[e.Incident-1]
		}
	case game.Request:
		for len(r.Releases) < int(e.Item.N) {
			r.Releases = append(r.Releases, Release{Missed: game.Never, Begun: game.Never, Done: game.Never})
		}
		r.Releases[e.Item.N-1].note(e)
	}
}

func (t *Ticket) note(e *game.Event) {
	switch e.Kind {
	case game.IncidentDetected:
		t.App, t.Incident, t.Born = e.App, e.Incident, e.At
	case game.AlertRaised, game.CustomersComplained:
		t.Raised = min(t.Raised, e.At)
	case game.Acknowledged:
		t.Begun = min(t.Begun, e.At)
	case game.BridgeRestored:
		t.Desk = true
	case game.TeamAnswered:
		t.Team = true
	case game.WorkedAround:
		t.Around = true
	case game.LinkedWrongly, game.Bounced:
		t.Wrong++
	case game.Diagnosed:
		t.Cause = game.FaultKind(e.Amount)
	case game.Restored, game.FoundNoise:
		t.Closed = e.At
	}
}

func (r *Release) note(e *game.Event) {
	switch e.Kind {
	case game.RequestArrived:
		r.Arrived = e.At
	case game.Planned:
		r.App = e.App
	case game.WishMissed:
		r.Missed = e.At
	case game.DeploymentBegan:
		r.Begun = min(r.Begun, e.At)
	case game.Deployed:
		r.App, r.Done, r.Batch = e.App, e.At, int(e.Amount)
	case game.DeploymentFailed:
		r.Failed = true
	}
}

// finish takes down what the game came to.
func (r *Record) finish(g *game.Game) {
	result := g.Result()
	r.Values = make(map[string]game.Value, len(result.Values))
	for _, v := range result.Values {
		r.Values[v.Name] = v
	}
	r.Losses = result.Losses
	slices.SortFunc(r.Losses, func(a, b game.Loss) int { return cmp.Compare(a.Incident, b.Incident) })
	r.States, r.Apps, r.People, r.Course = result.StateMinutes, result.Applications, result.People, result.Course
	g.View(&r.Last)
}

// ended is when the game ended.
func (r *Record) ended() game.Minute { return r.Last.Now }

// ttr is the time to restore of an incident in minutes; one still open counts with what it has taken.
func (r *Record) ttr(l *game.Loss) float64 { return float64(min(l.Restored, r.ended()) - l.Began) }

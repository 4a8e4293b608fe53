package game

// What is here is for those who look back on a game: the truth as it stands at this minute, which no player may ask for.

// AppTruth is what an application really is.
type AppTruth struct {
	Owner       int
	Model       int // index into Level.Models
	Operability PerMille
	Telemetry   PerMille
	Waiting     int32 // changes finished and not live
	Requested   int32 // of them, in a release request
	Planned     int32 // of them, in one that was read, or that its own team deploys
}

// AppTruth is the truth about application i.
func (g *Game) AppTruth(i int) AppTruth {
	a := &g.apps[i]
	t := AppTruth{Owner: int(a.owner), Model: int(a.model), Operability: a.operability, Telemetry: a.telemetry, Waiting: a.waiting}
	if a.request != 0 {
		r := &g.requests[a.request-1]
		t.Requested = min(r.batch, a.waiting)
		if r.state != Unread {
			t.Planned = t.Requested
		}
	}
	return t
}

// AlertTruth is what an alert really is. The same thing has the same truth in every game on the same demand, even where
// it has another number.
type AlertTruth struct {
	App      int
	Incident int32       // 0 for noise
	Fault    FaultKind   // of the incident
	Began    Minute      // the incident, or the alert itself where it is noise
	Metric   AlertMetric // what it showed
	Named    bool        // it said which application it is
}

// AlertTruth is the truth about alert n. It tells whether there has been such an alert.
func (g *Game) AlertTruth(n int32) (AlertTruth, bool) {
	if n < 1 || int(n) > len(g.alerts) {
		return AlertTruth{}, false
	}
	a := &g.alerts[n-1]
	t := AlertTruth{App: int(a.app), Incident: a.incident, Began: a.born, Metric: a.metric, Named: a.named != None}
	if a.incident != 0 {
		inc := &g.incidents[a.incident-1]
		t.Fault, t.Began = inc.fault, inc.began
	}
	return t, true
}

// RequestTruth is whose a release request is, and which of its application's requests.
type RequestTruth struct {
	App     int
	Ordinal int32 // 1 for the first request of the application
}

// RequestTruth is the truth about release request n. It tells whether there has been such a request.
func (g *Game) RequestTruth(n int32) (RequestTruth, bool) {
	if n < 1 || int(n) > len(g.requests) {
		return RequestTruth{}, false
	}
	t := RequestTruth{App: int(g.requests[n-1].app)}
	for i := range g.requests[:n] {
		if g.requests[i].app == g.requests[n-1].app {
			t.Ordinal++
		}
	}
	return t, true
}

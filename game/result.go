package game

import (
	"cmp"
	"slices"
)

// Result is what a game came to. All of it is the truth, hidden incidents included.
type Result struct {
	Level string
	Turns int
	At    Minute // where the game stands
	Over  bool
	Won   bool

	Values       []Value        // every metric, in the order of MetricNames
	Goals        []GoalView     // with the values as they came out
	Course       []Gauge        // one per turn; Lost includes incidents nobody noticed
	Applications []AppResult    // by application index
	People       []PersonResult // by analyst index
	Losses       []Loss         // every incident, dearest first; pence sum to revenue lost
	StateMinutes [7]int64       // minutes of all incidents by IncidentState; sum to all incident minutes
}

// Value is one metric. It stays an integer: reports turn it into a number.
type Value struct {
	Name  string
	N     int64 // in Unit, in thousandths where Milli
	Milli bool
	Unit  Unit
	Valid bool // false where there was nothing to measure, such as a median of no incidents
}

// AppResult is what became of one application.
type AppResult struct {
	Name         string
	Target       int32 // parts per 100,000
	Availability int32 // parts per 100,000
	Incidents    int32
	Minutes      int32 // minutes of incidents
	Lost         Pence
	Deployments  int32
	Waiting      int32 // changes still waiting at the end
}

// PersonResult is what became of one analyst.
type PersonResult struct {
	Name     string
	Burnout  int32
	Worst    int32
	Callouts int32
	SickDays int32
	Left     bool
	Hired    bool // worked here at all: false for somebody in reserve whom nobody asked for
}

// Loss is what one incident cost, and where its minutes went.
type Loss struct {
	Incident int32
	App      int
	Began    Minute
	Restored Minute // Never if it was still open at the end
	Pence    Pence
	States   [7]Minute // by IncidentState; they sum to its length
	Event    EventID   // the event that began it
	Fault    FaultKind // its cause
	Impact   PerMille  // share of its application's revenue that it costs while it lasts
	Parent   int32     // the incident that it came from through a dependency, or 0
	Request  int32     // the release request whose deployment brought it, or 0
	Alert    int32     // its alert, 0 where nobody has noticed it
}

// IncidentState is what an incident waits for. Every minute of an incident is in exactly one state.
type IncidentState uint8

// States of an incident, in the usual order.
const (
	InDetect   IncidentState = iota // nobody knows
	InBridge                        // with Ops Bridge
	InQueue                         // waits for Application Operations
	InIdentify                      // which application is it?
	InDiagnose                      // what is the cause?
	InHandoff                       // between teams: asked, bounced, waiting for an answer
	InRepair                        // being mended
	IncidentStates
)

var incidentStateNames = [IncidentStates]string{"detect", "bridge", "queue", "identify", "diagnose", "handoff", "repair"}

// String is the state's word as in metric names.
func (s IncidentState) String() string { return incidentStateNames[s] }

// Result is the truth about a finished (or running) game, for the result screen, reports and the laboratory.
func (g *Game) Result() Result {
	r := Result{Level: g.level.Name, Turns: int(g.turn), At: g.now, Over: g.over, Won: g.won}
	g.settleAll()
	r.Values = make([]Value, len(metricSpecs))
	for i := range r.Values {
		r.Values[i] = g.valueOf(i)
	}
	for i := range g.level.Goals {
		r.Goals = append(r.Goals, g.goalView(i))
	}
	r.Course = append(r.Course, g.course...)
	r.Applications = g.appResults()
	for k := range g.analysts {
		p := &g.analysts[k]
		r.People = append(r.People, PersonResult{
			Name: g.level.Analysts[k].Name, Burnout: p.burnout / milliPoint, Worst: p.worst / milliPoint,
			Callouts: p.callouts, SickDays: p.sickDays, Left: p.presence == Gone, Hired: p.presence != Arriving,
		})
	}
	for i := range g.incidents {
		r.Losses = append(r.Losses, g.lossOf(int32(i+1)))
	}
	slices.SortStableFunc(r.Losses, func(a, b Loss) int {
		return cmp.Or(cmp.Compare(b.Pence, a.Pence), cmp.Compare(a.Incident, b.Incident))
	})
	r.StateMinutes = g.stateMinutes()
	return r
}

func (g *Game) appResults() []AppResult {
	list := make([]AppResult, len(g.apps))
	for i := range list {
		spec := &g.level.Applications[i]
		list[i] = AppResult{Name: spec.Name, Target: spec.Target, Availability: 100_000, Waiting: g.apps[i].waiting}
		if lost, all := g.appTraffic(int32(i)); all > 0 {
			list[i].Availability = int32(100_000 - lost*100_000/all)
		}
	}
	for k := range g.incidents {
		inc := &g.incidents[k]
		a := &list[inc.app]
		a.Incidents++
		a.Lost += inc.pence
		a.Minutes += int32(min(inc.restored, g.now) - inc.began)
	}
	for k := range g.deployments {
		if d := &g.deployments[k]; !d.failed {
			list[d.app].Deployments++
		}
	}
	return list
}

func (g *Game) lossOf(n int32) Loss {
	inc := &g.incidents[n-1]
	l := Loss{Incident: n, App: int(inc.app), Began: inc.began, Restored: inc.restored, Pence: inc.pence, States: inc.states, Event: inc.event,
		Fault: inc.fault, Impact: inc.impact, Parent: inc.parent, Alert: inc.alert}
	if inc.deployment != 0 {
		l.Request = g.deployments[inc.deployment-1].request
	}
	if inc.restored == Never {
		l.States[inc.state] += g.now - inc.since
	}
	return l
}

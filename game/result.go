package game

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

// Value is one metric: an integer and its scale, so that no float is needed to keep it.
type Value struct {
	Name  string
	N     int64 // in Unit, times 1000 where Milli
	Milli bool
	Unit  string // "pence", "minutes", "hours", "share", "items", "points", "count"
	Valid bool   // false where there was nothing to measure, such as a median of no incidents
}

// Float is the value as a number, for reports only.
// (The state of a game holds no floats; a Result is a report.)

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

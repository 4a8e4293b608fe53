package game

// A View is what Application Operations can know at the start of a turn, and nothing else. Screens, policies and
// external players decide from it alone. Game.View fills one, reusing its slices.
type View struct {
	level *Level // names and public constants only; methods must not leak what has to be learned

	Now   Minute
	Start Minute
	End   Minute
	Turn  int  // turns ended so far
	Over  bool // the game has ended
	Won   bool // all goals were met; only when Over

	// The three gauges, and their course: one Gauge per ended turn, oldest first.
	Burnout      int32 // points 0 to 100, mean of the analysts
	BurnoutWorst int32 // points 0 to 100, the worst off
	Queue        int32 // items that wait for Application Operations, see Game.queue
	Lost         Pence // revenue lost to incidents that are known
	LossRate     Pence // pence lost per hour just now, to incidents that are known
	Course       []Gauge

	Goals    []GoalView
	Alerts   []AlertView   // open ones, oldest first
	Requests []RequestView // open ones, oldest first
	Messages []MessageView // open ones, oldest first
	Apps     []AppView     // by application index; those that have not joined are not Live
	Teams    []TeamView    // by team index
	Analysts []AnalystView // by analyst index; those who left are Gone
	Hosts    []HostView    // by host index: the catalogue as far as it has been learned
	News     []Event       // what happened in the last turn, hidden events left out

	Frozen    bool
	Standby   int // the analyst on standby, or None
	Overtime  bool
	NextBoard Minute // when the approval board sits next, or Never where there is none
}

// Gauge is one point of the gauges' course.
type Gauge struct {
	At      Minute
	Burnout int32 // points
	Queue   int32
	Lost    Pence
	Waiting int32 // release requests not yet deployed
}

// GoalView is a goal and where it stands.
type GoalView struct {
	Metric  string
	AtMost  bool
	Value   int64 // after renegotiation
	Current int64
	Met     bool // as things stand now
	Relaxed bool // it was renegotiated
}

// TicketState is where an alert stands.
type TicketState uint8

// States of an alert, as the player sees them.
const (
	Waiting       TicketState = iota // nobody works on it
	Queued                           // in an analyst's queue
	Investigating                    // an analyst finds out what it belongs to
	Diagnosing                       // an analyst looks for the cause
	Repairing                        // an analyst mends it
	NeedsDecision                    // the cause is known and is not Operations' to mend: escalate, roll back or work around
	AskedTeam                        // a Delivery team was asked and has not answered
	WithTeam                         // a Delivery team works on it
	WithDesk                         // a desk mends it by itself
	WithUpstream                     // waits for another application to be restored
)

// FaultKind is the cause of an incident, as far as a diagnosis tells.
type FaultKind uint8

// Causes. Application Operations may mend configuration, data and infrastructure, and roll deployments back;
// code only its team can change (playbook, service reliability).
const (
	UnknownFault FaultKind = iota
	ConfigurationFault
	DataFault
	InfrastructureFault
	CodeFault
	ChangeFaultKind // came with the last deployment; rolling back restores
	DependencyFault // another application fails
)

// AlertMetric is what an alert's monitor measures.
type AlertMetric uint8

// Metrics of monitors. Only the last is a user journey; the others are low-level (article: inadequate telemetry).
const (
	ErrorRate   AlertMetric = iota // HTTP 5xx, per cent
	Latency                        // milliseconds, 95th percentile
	CPU                            // per cent
	Memory                         // per cent
	Disk                           // per cent
	QueueDepth                     // messages
	HealthCheck                    // failed checks in a row
	Journey                        // user journeys completed, per cent of usual
	Complaints                     // customers' complaints, per hour
	AlertMetrics
)

// AlertView is an open alert. It does not say which application it is: that has to be found out.
type AlertView struct {
	N         int32
	Raised    Minute // when Application Operations got it
	Host      int    // where it was measured, or None for journeys and complaints
	Metric    AlertMetric
	Reading   int32
	Threshold int32
	Named     int   // the application that the alert itself names, or None
	Linked    int   // the application that somebody linked it to, or None
	Confirmed bool  // the link is known to be right
	Ruled     []int // applications that turned out wrong; shared storage, copy to keep
	Repeats   int32 // times it was raised again
	State     TicketState
	Analyst   int       // who has it, or None
	Team      int       // who was asked, or None
	Until     Minute    // when the present work is expected to end, or Never
	Cause     FaultKind // as far as diagnosed
	Upstream  int       // the application that is to blame, with DependencyFault
	Page      bool      // customers feel it: worth calling somebody out for
}

// RequestState is where a release request stands.
type RequestState uint8

// States of a release request.
const (
	Unread        RequestState = iota // in the inbox, not in the plan
	BeforeBoard                       // submitted, waits for approval
	ReadyToDeploy                     // may be deployed
	DeployQueued                      // in an analyst's queue
	BeingDeployed                     // an analyst deploys it
	InRework                          // it failed or was rolled back; its team works on it
	WithItsTeam                       // its own team deploys it
)

// RequestView is an open release request. Before it is read only N, Team, Arrived and State are told.
type RequestView struct {
	N        int32
	Team     int
	App      int
	Version  [2]int32
	Arrived  Minute
	Batch    int32 // changes in it by now
	Deadline Minute
	After    int // the application that wants to go first, or None
	AfterN   int32
	Approved Minute // when the board lets it pass, Never before it is submitted
	State    RequestState
	Analyst  int
	Until    Minute
	Late     bool
	Pressed  bool // management has asked for it
}

// MessageKind is what a message is about.
type MessageKind uint8

// Kinds of message.
const (
	ChaseMessage  MessageKind = iota // a team asks where its deployment is
	PressMessage                     // management wants a status report
	OfferMessage                     // management offers to renegotiate a goal
	NoticeMessage                    // something to know; needs no answer
)

// MessageView is an open message.
type MessageView struct {
	N       int32
	Kind    MessageKind
	Arrived Minute
	About   Item // what it is about, where it is about an item
	App     int
	Team    int
	Goal    int // the goal in danger, with OfferMessage, or None
	Read    bool
	Analyst int      // who writes the report, or None
	Answers []Choice // what can be answered; shared storage, copy to keep
}

// Health is how an application seems to be, as far as Application Operations knows.
type Health uint8

// Healths.
const (
	Healthy Health = iota
	Degraded
	Down
)

// AppView is what is known of an application.
type AppView struct {
	Name       string
	Live       bool
	Revenue    Pence // per hour at its peak
	Target     int32 // availability target, parts per 100,000
	Owner      int   // team in the catalogue, or None
	OwnerSeen  Minute
	Health     Health // worst of the incidents known to be its own
	DownSince  Minute
	LossRate   Pence // per hour, of the incidents known to be its own
	Waiting    int32 // changes in open requests that were read
	Major      int32 // version that is live
	Minor      int32
	Deployed   Minute // last deployment, or -1
	DeployedBy int    // analyst or None
	RolledBack bool   // the last deployment was rolled back
	Runbook    PerMille
	Model      int   // the support model that holds now, an index into View.Models
	Moving     bool  // a move to another model was ordered and is not done
	Written    int32 // incidents that have been written up: evidence for a move
	Tuned      int32
	Needs      []int // dependencies found out so far; shared storage, copy to keep
}

// TeamView is what is known of a Delivery team.
type TeamView struct {
	Name     string
	Joined   bool
	Goodwill int32 // 0 to 4: how they sound, from icy to warm
	Busy     int32 // incidents they work on for you
}

// HostView is one host and what the catalogue says runs there.
type HostView struct {
	Name string
	Runs []Sighting // shared storage, copy to keep
}

// Sighting is knowledge that an application ran on a host.
type Sighting struct {
	App  int
	Seen Minute
}

// Presence is where an analyst is.
type Presence uint8

// Presences.
const (
	AtWork Presence = iota
	AtHome
	OnCall   // at home, on standby
	CalledIn // out of hours, at work
	OnLeave  // a day of rest
	Sick
	Gone
	Arriving // hired, not here yet
)

// Work is what an analyst does.
type Work uint8

// Kinds of work.
const (
	Idle Work = iota
	WorkAlert
	WorkDeploy
	WorkRollBack
	WorkWorkaround
	WorkSync
	WorkRunbook
	WorkTune
	WorkReport
	WorkWrapUp // writes up an incident
	WorkInstrument
	WorkChaos
)

// AnalystView is what is known of an analyst. Burnout and fatigue are shown: this is a team that talks.
type AnalystView struct {
	Name     string
	Presence Presence
	Back     Minute // when an absent analyst is expected back
	Work     Work
	Item     Item
	App      int
	Until    Minute // when the present work is expected to end
	Queue    []Task // what waits after it; shared storage, copy to keep
	Burnout  int32  // points 0 to 100
	Fatigue  int32  // points 0 to 100
	Load     PerMille
	Duty     bool
	Knows    []Known // what is remembered now; shared storage, copy to keep
}

// Task is a piece of work in an analyst's queue.
type Task struct {
	Work Work
	Item Item
	App  int
}

// Name lookups, safe for None.

// AppName is the application's name, or "?" for None.
func (v *View) AppName(i int) string {
	if i < 0 || i >= len(v.Apps) {
		return "?"
	}
	return v.Apps[i].Name
}

// TeamName is the team's name, or "?" for None.
func (v *View) TeamName(i int) string {
	if i < 0 || i >= len(v.Teams) {
		return "?"
	}
	return v.Teams[i].Name
}

// AnalystName is the analyst's name, or "nobody" for None.
func (v *View) AnalystName(i int) string {
	if i < 0 || i >= len(v.Analysts) {
		return "nobody"
	}
	return v.Analysts[i].Name
}

// HostName is the host's name, or "" for None.
func (v *View) HostName(i int) string {
	if i < 0 || i >= len(v.Hosts) {
		return ""
	}
	return v.Hosts[i].Name
}

// Models are the support models of the level; Order.Model and AppView.Model are indices into them. Read only.
func (v *View) Models() []Model {
	if v.level == nil {
		return nil
	}
	return v.level.Models
}

// Calendar appends to buf the level's campaigns and rises in demand, past and to come: marketing and product tell
// everybody when they are, as soon as they know. Nothing else that will happen is in it.
func (v *View) Calendar(buf []Happening) []Happening {
	if v.level == nil {
		return buf
	}
	for _, h := range v.level.Happenings {
		if (h.Kind == Campaign || h.Kind == Demand) && h.Known <= v.Now {
			buf = append(buf, h)
		}
	}
	return buf
}

// ModelTitle is the title of a support model of the level, or "?" for None.
func (v *View) ModelTitle(i int) string {
	if v.level == nil || i < 0 || i >= len(v.level.Models) {
		return "?"
	}
	return v.level.Models[i].Title
}

// ParseOrder reads an order by the names of the game the view is of; see Level.ParseOrder.
func (v *View) ParseOrder(text string) (Order, error) { return v.level.ParseOrder(text) }

// FormatOrder writes an order by the names of the game the view is of; see Level.FormatOrder.
func (v *View) FormatOrder(o Order) string { return v.level.FormatOrder(o) }

package game

// The types below are the truth of a game. They hold integers and fixed arrays only, so that a copy of the slices
// that hold them is a copy of the game. Numbers of things (incident, alert, request, deployment, message) count
// from 1; 0 is none. Applications, teams, analysts and hosts are level indices; None is none.

// KnowledgeSlots is how many applications one person can know at a time.
const KnowledgeSlots = 8

const (
	maxHosts   = 6  // hosts that one application runs on
	maxSeen    = 6  // applications that the catalogue remembers for one host
	maxRuled   = 6  // applications ruled out for one alert
	maxTasks   = 12 // work waiting for one analyst
	maxNeeds   = 16 // dependencies of one application
	maxGoals   = 8
	maxBatch   = 64 // changes in one release candidate that still make it likelier to fail
	milliPoint = 1000
)

// app is an application as it runs.
type app struct {
	live        bool
	owner       int32
	model       int32 // index into Level.Models
	hosts       [maxHosts]int32
	nHosts      int32
	operability PerMille
	telemetry   PerMille
	traffic     PerMille // of usual traffic: campaigns
	demand      PerMille // of usual changes
	noise       PerMille // of usual noise: tuning
	slowness    PerMille // of usual detection time: tuning
	neglected   int32    // operability lost to neglect, thousandths not yet taken off

	major, minor int32
	changes      int32 // deployed so far: what knowledge is measured against
	waiting      int32 // changes finished and not live
	finished     int32 // changes finished so far: index of their draws
	request      int32 // open request, or 0
	deployments  int32 // finished so far: index of their draws
	last         int32 // last deployment, or 0
	reworking    bool
	faults       int32 // so far: index of their draws
	noises       int32
	ratedFor     [3]PerMille // operability, telemetry and noise that the rates below are for
	faultRate    int64
	noiseRate    int64
	releases     int32

	incidents int32  // first of the open incidents, linked by incident.next
	settled   Minute // up to here losses are booked
	lostShare int64  // traffic lost, per-mille minutes of the profile
	delaySet  Minute // up to here the cost of delay is booked
	delayAcc  int64

	// What Application Operations knows
	ownerKnown  int32
	ownerSeen   Minute
	needs       uint32 // bits over Application.DependsOn: dependencies found out
	written     int32  // incidents written up
	moving      bool   // to another support model
	budgetLost  int64  // app.lostShare when the error budget's period began
	budgetSince Minute
	runbook     PerMille
	runbookAt   int32 // app.changes when it was written
	tuned       int32
}

// team is a Delivery team.
type team struct {
	onRota   bool // counted in this night's standby pay
	joined   bool
	goodwill PerMille
	busy     int32
	freeAt   Minute
}

// host is what the catalogue says of a host.
type host struct {
	seen [maxSeen]sighting
	n    int32
}

type sighting struct {
	app int32
	at  Minute
}

// analyst is one of the player's people.
type analyst struct {
	presence Presence
	back     Minute
	absence  int32 // generation of the absence

	work     task
	until    Minute
	began    Minute
	gen      int32 // generation of the work
	effort   int32 // of the present work, in minutes at full speed
	lastApp  int32
	queue    [maxTasks]task
	nQueue   int32
	duty     bool
	overrun  bool   // works past the end of the shift
	busy     Minute // minutes worked in this hour, up to busyFrom
	busyFrom Minute
	fatigue  int32 // thousandths of a point
	burnout  int32 // thousandths of a point
	load     PerMille
	knows    [KnowledgeSlots]slot
	callouts int32
	sickDays int32
	worst    int32
	done     int32 // pieces of work finished: index of draws
}

// task is a piece of work; left is what is left of it in minutes at full speed, 0 when it has not been begun.
type task struct {
	work Work
	item Item
	app  int32
	left int32
}

// slot is what one analyst knows of one application, as of at, when the application had seen so many changes.
type slot struct {
	app     int32 // None when free
	level   PerMille
	at      Minute
	changes int32
}

// incident is an application not serving its customers.
type incident struct {
	app        int32
	fault      FaultKind
	began      Minute
	restored   Minute
	state      IncidentState
	since      Minute
	states     [IncidentStates]Minute
	impact     PerMille
	acc        int64 // pence lost times 60,000
	pence      Pence
	reported   Pence // of them, what a morning's figures have told
	next       int32 // next open incident of the application
	parent     int32 // the incident that it comes from, with DependencyFault
	deployment int32 // the deployment that it comes from, with ChangeFaultKind
	alert      int32 // its alert, open or last
	raised     bool  // an alert for it has been raised
	known      bool  // counted in what the player sees as lost
	novel      bool
	bursts     bool  // it comes once more after it is restored
	press      int32 // times management has called
	event      EventID
	acked      Minute // first acknowledged, or Never
}

// alert is a ticket, real or noise.
type alert struct {
	incident  int32 // 0: noise
	app       int32 // where it really comes from
	model     int32 // the support model under which it came: its chain
	born      Minute
	raised    Minute // when it came to Application Operations, Never while with the desk
	host      int32
	metric    AlertMetric
	reading   int32
	threshold int32
	named     int32
	linked    int32
	confirmed bool
	ruled     [maxRuled]int32
	nRuled    int32
	repeats   int32
	state     TicketState
	analyst   int32
	asked     Minute // when team was asked
	team      int32
	until     Minute
	split     Minute // when the team stops looking and starts mending
	cause     FaultKind
	upstream  int32
	page      bool
	closed    bool
	link      int32 // of the chain
	gen       int32
	phase     phase
	left      int32
	tries     int32
	queued    Minute // since when it has been waiting for Application Operations, Never while it is not
	event     EventID
	last      EventID // the last event about it: the cause of what comes next
}

// phase is what kind of work on an alert has been begun.
type phase uint8

const (
	noPhase phase = iota
	investigate
	diagnose
	repair
	workAround
)

// request is a release request.
type request struct {
	app      int32
	team     int32
	arrived  Minute
	first    Minute // arrival of the request that it repeats after rework, or its own
	batch    int32
	deadline Minute
	after    int32 // request that wants to go first, or 0
	approved Minute
	state    RequestState
	analyst  int32
	until    Minute
	left     int32
	closed   bool
	late     bool
	pressed  bool
	queued   Minute
	event    EventID
	last     EventID
}

// deployment is a release candidate put into production, or an attempt.
type deployment struct {
	app        int32
	request    int32
	analyst    int32
	at         Minute
	batch      int32
	failed     bool
	rolledBack bool
	fault      bool
	first      Minute
	event      EventID
}

// message is something to read, and perhaps to answer.
type message struct {
	kind    MessageKind
	at      Minute
	about   Item
	app     int32
	team    int32
	goal    int32
	read    bool
	closed  bool
	queued  Minute
	analyst int32
	event   EventID
}

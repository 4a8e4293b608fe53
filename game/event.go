package game

// EventID numbers the events of a game from 1; 0 is no event.
type EventID int32

// An Event says that something happened, when, to what, and which events caused it, so that every penny lost can be
// walked back to its causes. Fields that a kind does not use are None, or 0 for Item, Incident and Amount.
type Event struct {
	ID       EventID
	At       Minute
	Kind     EventKind
	Hidden   bool // Application Operations cannot know it yet; View.News leaves it out
	Item     Item
	Incident int32 // number of the incident, 1 for the first
	App      int32
	Team     int32
	Analyst  int32
	Amount   int64 // see the kind
	Causes   [2]EventID
}

// EventKind is what happened.
type EventKind uint8

// Kinds of event. The comment names what Amount is, where it is used.
const (
	NoEvent EventKind = iota

	// Demand
	ChangeFinished // hidden; a team finished a change; Amount: changes waiting
	RequestArrived // Amount: changes in the batch
	WishMissed     // a request's deadline passed
	TeamChased     // a team asks where its deployment is; Item is the message
	AlertRaised    // Item is the alert
	AlertRepeated  // it is raised again
	CustomersComplained
	TeamJoined    // App and Team go live
	HostMoved     // hidden; App moved to another host
	OwnerChanged  // hidden; App has another owner, Team
	CampaignBegan // Amount: per mille of usual revenue
	DemandRose    // Amount: per mille of usual changes

	// Incidents
	FaultBegan       // hidden; Amount: impact per mille
	DependencyFailed // hidden; the same, through a dependency; Causes: the other incident
	IncidentDetected // hidden; Item is its alert; Amount: minutes since the fault
	BridgeRestored   // Ops Bridge restored it with a restart script
	HandedOver       // a ticket came to the next link of the chain; Amount: the link's index
	Acknowledged     // an analyst begins on an alert; Amount: minutes it waited
	Linked           // the player linked Item to App
	Identified       // an analyst found that Item belongs to App
	LinkedWrongly    // an analyst found that Item does not belong to App; Amount: minutes wasted
	FoundNoise       // an analyst found that Item is noise
	Dismissed        // the player dismissed Item
	Diagnosed        // the cause is known; Amount: FaultKind
	UpstreamFound    // the cause is in another application, App
	Escalated        // Team was asked for help
	TakenOver        // a desk that may change code mends Item by itself
	Paged            // Team was called for its own application
	Bounced          // Team says that it is not theirs; Amount: minutes lost
	NoAnswer         // Team does not answer until morning
	TeamAnswered     // Team works on it; Amount: minutes waited
	WorkedAround     // restored with a workaround, leaving debt
	DebtCameBack     // hidden; a workaround's cause returned
	Restored         // Amount: pence lost to it in all
	BurstFollowed    // hidden; another fault of the same cause

	// Deployments
	Planned // a request was read and submitted; Amount: minute of approval
	Approved
	DeploymentBegan
	Deployed         // Amount: changes deployed
	DeploymentFailed // seen at once and rolled back by the deployer
	ChangeFault      // hidden; the deployment will break the application
	RolledBack       // Amount: changes taken back
	ReworkAsked      // hidden; the team will ask again
	FreezeSet        // Amount: 1 on, 0 off

	// People
	Started     // an analyst begins on Item, or on other work; Amount: Work
	Interrupted // an analyst was taken off unfinished work
	CalledOut   // Amount: pence
	LeftOpen    // Analyst goes home; Item, which customers feel, is left to whoever is on standby
	WentSick    // Amount: days
	CameBack
	Resigned
	Hired           // Analyst joins
	Rested          // Analyst has a working day off
	StandbyChanged  // Analyst is on standby now
	KnowledgeSynced // Amount: knowledge of App after it, per mille
	RunbookWritten
	AlertsTuned
	Instrumented // Amount: telemetry of App after it, per mille
	ChaosHeld    // Amount: operability of App after it, per mille
	WroteUp      // Amount: incidents of App written up so far
	MoveBegan    // Amount: the model's index
	Moved        // Amount: the model's index
	HandedBack   // the error budget is spent; Amount: the model's index

	// Management
	Pressed  // management asks about Item; Causes: why; the message is in Item
	Reported // a status report was written
	RefusedReport
	GoalInDanger // management offers to renegotiate; Item is the message
	Renegotiated // Amount: Choice

	// The game
	WeekEnded // Amount: its number
	GameOver  // Amount: 1 if all goals were met
)

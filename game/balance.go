package game

// A Curve is a piecewise-linear function through points in rising X; flat outside them.
type Curve []Point

// Point is one point of a Curve.
type Point struct{ X, Y int32 }

// At is the curve's value at x.
func (c Curve) At(x int32) int32 {
	if len(c) == 0 {
		return 0
	}
	if x <= c[0].X {
		return c[0].Y
	}
	for i := 1; i < len(c); i++ {
		if x <= c[i].X {
			a, b := c[i-1], c[i]
			return a.Y + int32(int64(b.Y-a.Y)*int64(x-a.X)/int64(b.X-a.X))
		}
	}
	return c[len(c)-1].Y
}

// Quantiles is a distribution: its quantiles at evenly spaced probabilities, in per mille of the median.
// Drawing is an index, so no logarithm or exponential enters the state (engine notes, determinism).
type Quantiles []int32

// pick is the quantile that the random word u falls on.
func (q Quantiles) pick(u uint64) int32 {
	return q[(u>>32)*uint64(len(q))>>32]
}

// Balance holds every constant of the rules that is not part of a level's story. levels/balance.toml gives each its
// value, unit and source; nothing of it is written in code. Minutes are minutes of work or of the clock as named.
type Balance struct {
	// Time and chance
	RepairSpread  Quantiles // spread of diagnosis and repair work (C1, C2)
	ShortSpread   Quantiles // spread of routine work: handling, deployments, answers
	ArrivalSpread Quantiles // spread of gaps between demand (C8), mean 1000

	// Faults
	FaultShares       [4]PerMille // of latent faults: configuration, data, infrastructure, code (C16)
	TrafficFaults     Curve       // fault rate in per mille against traffic in per mille
	OperabilityFaults Curve       // fault rate in per mille against operability
	Neglect           PerMille    // operability lost per week while all routine care is left undone
	NeglectLoad       Curve       // share of routine care left undone, per mille, against the mean share of busy time
	TelemetryNoise    Curve       // noise rate in per mille against telemetry
	FaultImpact       Quantiles   // share of revenue lost while it lasts, per mille, as plain values
	BurstChance       PerMille    // chance that a fault is followed by another of the same cause (C8)
	BurstGap          Minute      // median minutes between the faults of a burst
	BlastImpact       PerMille    // impact on a dependent application with operability 0
	BlastDelay        Minute      // median minutes until a dependent application suffers
	DebtChance        PerMille    // chance that what was worked around comes back (C13)
	DebtReturn        Minute      // median minutes until a workaround comes back (C13)
	OperabilityDrift  PerMille    // added to Model.Incentive's effect at full size; scale of the drift

	PageImpact PerMille // impact from which customers feel an incident
	NoisePages PerMille // share of noise that looks as if they did
	LeastBlast PerMille // impact on a dependent application that is too small to count

	// Detection
	DetectMonitor  Curve  // median minutes until a monitor raises an alert, against telemetry
	DetectCustomer Minute // median minutes until customers' complaints arrive, naming the application
	NamesApp       Curve  // chance that an alert names its application, against telemetry
	RepeatAfter    Minute // a dismissed or unlinked real alert is raised again after this long

	// Application Operations at work
	InvestigateWork Minute   // median minutes of work to find out what an alert belongs to
	DiagnoseWork    Minute   // median minutes of work to find a cause, knowledge aside
	RepairWork      Minute   // median minutes of work to mend configuration, data or infrastructure
	WorkaroundWork  Minute   // median minutes of work for a workaround
	RollbackWork    Minute   // median minutes of work to roll back
	WrongLinkCost   PerMille // share of a diagnosis that is spent before a wrong link is noticed
	KnowledgeTime   Curve    // time factor in per mille against knowledge
	RunbookTime     Curve    // time factor in per mille against a runbook's freshness (C45)
	TelemetryTime   Curve    // time factor of diagnosis in per mille against telemetry
	SwitchWork      Minute   // minutes lost on changing to another application (C38)
	InterruptStrain int32    // fatigue of being taken off unfinished work, thousandths
	LoadSpeed       Curve    // speed in per mille against the share of busy time (C35, C36)
	NightSpeed      PerMille // speed out of hours (C37)
	FatigueSpeed    Curve    // speed in per mille against fatigue (C37)
	BurnoutSpeed    Curve    // speed in per mille against burnout
	MistakeChance   Curve    // chance in per mille of a mistake against fatigue (C37)
	NovelShare      PerMille // share of incidents for which no runbook helps (C13)
	LoadHalfLife    int32    // hours over which the share of busy time is remembered
	ShiftOverrun    Minute   // work that would end within this after five o'clock is finished
	AlertsAtOnce    Curve    // chance in per mille to triage rightly against open alerts (C27)

	// Knowledge
	KnowledgeGain   int32 // per mille of what is missing, learned per hour of work on an application
	SyncGain        int32 // the same, per knowledge synchronisation session
	RunbookGain     int32 // the same, when a runbook is read while working
	KnowledgeDecay  int32 // per mille lost per week (C48)
	KnowledgeChange int32 // per mille lost per change deployed (C46)
	RunbookChange   int32 // per mille of a runbook's freshness lost per change deployed (C46)
	SyncWork        Minute
	RunbookWork     Minute
	TuneWork        Minute
	InstrumentWork  Minute   // analyst minutes to add telemetry together with a team
	InstrumentGain  PerMille // of the missing telemetry that it adds, where the team runs what it builds
	ChaosWork       Minute   // analyst minutes of a chaos day
	ChaosGain       PerMille // of the missing operability that it adds, where the team runs what it builds
	ForeignGain     PerMille // share of either gain where the team does not run what it builds
	WrapUpWork      Minute   // median minutes to write up a restored incident: what happened, who has to know (C6)
	ToilPerWeek     Minute   // minutes of routine care that one application takes per week, from whoever is there (C32)
	TuneEffect      PerMille // share of an application's noise that a tuning removes
	TuneRisk        PerMille // share of detection speed that it costs

	// Deployments
	ChangeFailure    PerMille // chance that one change fails (C23)
	DeployWork       Minute   // median minutes of work without a pipeline
	DeployPerChange  Minute   // more per change in the batch
	PipelineTime     PerMille // share of the work that a full pipeline saves
	DeployKnowledge  Curve    // failure factor in per mille against the deployer's knowledge
	DeployFatigue    Curve    // failure factor in per mille against the deployer's fatigue
	OrderMistake     PerMille // failure factor when a wish about order is ignored
	FailsVisibly     PerMille // share of failures seen at once and rolled back by the deployer
	ReworkTime       Minute   // median minutes until the team asks again after a rollback
	ReworkChanges    int32    // changes that a rework adds
	WishChance       PerMille // chance that a request names an earlier request to wait for
	WishDays         [2]int32 // a request's deadline lies between these many working days ahead
	LateChase        Minute   // working minutes after a missed wish until the team chases
	LateEscalate     Minute   // and until management escalates
	QuietAfter       Minute   // working minutes an unread request waits before the team chases
	ChangeFaultDelay Minute   // median minutes from a bad deployment to its fault

	// Delivery teams
	AnswerInHours    Minute   // median minutes until a team answers in hours
	AnswerGoodwill   Curve    // time factor in per mille against goodwill
	AnswerNight      PerMille // chance to answer out of hours at full goodwill, unpaid
	NightDelay       Minute   // median minutes to answer out of hours
	StandbyAnswer    Minute   // median minutes to answer out of hours when paid for standby (C42)
	BounceMinutes    Minute   // a team looks this long before it says that it is not theirs
	TeamDiagnose     PerMille // time factor of a diagnosis by the team that wrote the code
	CodeFixWork      Minute   // median minutes of an emergency code fix
	TeamNoise        Minute   // minutes that a team takes to see that an alert of its own is noise
	TeamDeploy       Minute   // median working minutes from a finished change to production where its team deploys
	DomainDiagnose   PerMille // time factor when a colleague from the domain answers for the team
	TeamHour         Pence    // price of an hour that a team spends on running what it builds instead of on changes
	TeamDeployWork   Minute   // minutes that a deployment takes the team that deploys for itself
	TeamAtOnce       int32    // incidents that one team works on at a time
	GoodwillWait     int32    // lost per working day that a request waits
	GoodwillDeploy   int32    // won by a deployment
	GoodwillFailed   int32    // lost by a failed deployment
	GoodwillBounce   int32    // lost by a wrong escalation
	GoodwillNight    int32    // lost by a call out of hours
	GoodwillSync     int32    // won by a session together
	GoodwillRollback int32    // lost by a rollback

	// People
	FatigueWork    int32 // per hour of work in hours, thousandths
	FatigueNight   int32 // per hour of work out of hours
	FatigueCallout int32 // per callout
	FatigueRest    int32 // recovered per hour off
	StandbyRest    PerMille
	BurnoutLoad    Curve // points per working hour, thousandths, against the share of busy time
	BurnoutQueue   Curve // points per working hour, thousandths, against queue per analyst, tenths
	BurnoutCallout int32 // thousandths of a point
	BurnoutPress   int32 // per management escalation
	BurnoutFinish  int32 // recovered by finished work
	BurnoutRest    int32 // recovered per hour off
	BurnoutLeave   int32 // recovered per working day of rest or sick leave
	BurnoutMoral   int32 // taken by each colleague when somebody leaves
	SickChance     Curve // per working day, per million, against burnout points
	SickDays       [2]int32
	QuitChance     Curve // per week, per million, against burnout points
	HireDelay      Minute
	RestMinutes    Minute // working minutes of a rest order

	// Management
	PressIncident  Minute // an incident that has cost customers this long brings a call
	PressRepeat    Minute // and another one after each of these
	StatusWork     Minute // analyst minutes for a status report
	IgnoredBurnout int32  // thousandths of a point for everybody when a report is refused
	ScopeCut       PerMille
	ScopePrice     Pence // per application and week of cut scope
	OvertimeHours  int32 // working day under overtime ends this many hours later
	OvertimeDays   int32
	GoalRelief     PerMille // a renegotiated ceiling grows by this share

	// Money
	AnalystPay   Pence // salary and overhead per analyst and working day (C53)
	LeavingCost  Pence // recruiting and lost output when somebody resigns
	SickDayCost  Pence
	BurnoutPrice Pence // price of one analyst-day at burnout 100 in the score
}

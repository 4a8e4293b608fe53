package words

import "callout/game"

// A catalogue is everything that depends on the language. Placeholders are in braces: {app}, {team}, {who} (an
// analyst), {item}, {n:one|many}, {?:yes|no} and so on, see blanks.value.
type catalogue struct {
	currency, thousands, point, percent string
	minutes, hours, days                string
	weekdays                            [7]string
	week, never, before, justNow, ago   string
	noApp, noTeam, noAnalyst, noItem    string
	everyApp                            string

	events    map[game.EventKind]string
	something string // an event of a kind that this catalogue does not know

	alerts      [game.AlertMetrics]string
	alertsShort [game.AlertMetrics]string
	onHost      string
	names       string
	clues       []string

	ticketStates   []string
	ticketLines    []string
	requestStates  []string
	presences      []string
	works          []string
	faults         []string
	incidentStates [game.IncidentStates]string
	healths        []string
	messageKinds   []string
	messages       []string
	choices        []string
	goodwill       []string

	requestUnread, requestRead, requestBy, requestAfter, requestAfterApp string
	requestApproved, requestLate, requestPressed                         string

	metrics          map[string]string
	units            map[string]string
	atMost, atLeast  string
	goal             string
	goalRelaxed      string
	nothingToMeasure string
	rate             string

	about, to, takes string // about 20 min; 20 min to 1 h; the work that an order takes
	offers           map[game.OrderKind]offerText
	answers          []string

	hints     map[game.OrderKind]hintText
	hintOther hintText // of orders that have no hint of their own
	hintMove  string

	investigate, diagnose, callout, morning string // of assign
	noted                                   string // of read
}

// offerText says what an order does and costs: usually, and in the other case that it has. Beside the usual placeholders
// there are {work} (time), {callout} (money), {wrong} (share of a diagnosis) and {risk} (of failure). Orders that have
// none are told as in the help.
type offerText struct{ usual, other string }

func (t offerText) choose(other bool) string {
	if other {
		return t.other
	}
	return t.usual
}

// hintText says where to look for a move, and why. {order} is the move as it is typed.
type hintText struct{ where, why string }

// english is the catalogue in use.
var english = catalogue{
	currency: "£", thousands: ",", point: ".", percent: " %",
	minutes: " min", hours: " h", days: " days",
	weekdays: [7]string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"},
	week:     "week ", never: "never", before: "before the first day", justNow: "just now", ago: " ago",
	noApp: "an application", noTeam: "a Delivery team", noAnalyst: "nobody", noItem: "a ticket",
	everyApp: "every application",

	events: map[game.EventKind]string{
		game.NoEvent: "Nothing happened.",

		game.ChangeFinished:      "{team} finished a change to {app}: {n:change waits|changes wait} for deployment.",
		game.RequestArrived:      "{team} asks for a deployment: {item}.",
		game.WishMissed:          "{item} of {team} missed its deadline.",
		game.TeamChased:          "{team} asks where its deployment is: {item}.",
		game.AlertRaised:         "New alert {alert}.",
		game.AlertRepeated:       "Raised again: {alert}.",
		game.CustomersComplained: "Customers complain about {app}: {item}.",
		game.TeamJoined:          "{team} joins with {app}. You support it from now on.",
		game.HostMoved:           "{app} moved to another host. Nobody told you.",
		game.OwnerChanged:        "{app} went to another team, {team}. Nobody told you.",
		game.CampaignBegan:       "A campaign begins: {all} earns {share} of its usual revenue.",
		game.DemandRose:          "Demand changes: {all} gets {share} of the usual changes.",

		game.FaultBegan:       "A fault began in {app} and cost {share} of its revenue while it lasted.",
		game.DependencyFailed: "{app} began to suffer from another application's failure: {share} of its revenue.",
		game.IncidentDetected: "The fault in {app} was detected after {span}.",
		game.BridgeRestored:   "Ops Bridge restored {app} with a restart script.",
		game.HandedOver:       "{item} is handed over to {level} support.",
		game.Acknowledged:     "{who} takes up {item} after it waited {span}.",
		game.Linked:           "You linked {item} to {app}.",
		game.Identified:       "{who} found out that {item} belongs to {app}.",
		game.LinkedWrongly:    "{who} found that {item} does not belong to {app}: {span} lost.",
		game.FoundNoise:       "{who} found that {item} is noise.",
		game.Dismissed:        "You dismissed {item} as noise.",
		game.Diagnosed:        "The cause of {item} is known: {fault}.",
		game.UpstreamFound:    "The cause of {item} is in {app}.",
		game.Escalated:        "{team} is asked for help with {item}.",
		game.Paged:            "{team} is called for {item}.",
		game.TakenOver:        "{item} is taken over and will be mended there.",
		game.Bounced:          "{team} sends {item} back, it is not theirs: {span} lost.",
		game.NoAnswer:         "{team} does not answer about {item} before the morning.",
		game.TeamAnswered:     "{team} takes up {item}.",
		game.WorkedAround:     "{app} is restored by a workaround. The cause is still there.",
		game.DebtCameBack:     "What was worked around in {app} came back.",
		game.Restored:         "{app} is restored. It cost {money} in all.",
		game.BurstFollowed:    "Another fault of the same cause followed in {app}.",

		game.Planned:          "{item} is in the plan; it may be deployed from {clock}.",
		game.Approved:         "{item} is approved and may be deployed.",
		game.DeploymentBegan:  "{who} begins to deploy {item} to {app}.",
		game.Deployed:         "{app} is deployed: {n:change is|changes are} live.",
		game.DeploymentFailed: "The deployment of {app} failed and was rolled back at once.",
		game.ChangeFault:      "The deployment of {app} carried a fault in.",
		game.RolledBack:       "{app} is rolled back: {n:change|changes} taken out again.",
		game.ReworkAsked:      "{team} reworks its changes to {app} and will ask again.",
		game.FreezeSet:        "{?:Deployments are frozen|Deployments go on again}.",

		game.Started:         "{who} is now {doing}.",
		game.Interrupted:     "{who} is taken off unfinished work.",
		game.CalledOut:       "{who} is called out of standby, for {money}.",
		game.LeftOpen:        "{who} goes home. {item} is open, and customers feel it.",
		game.WentSick:        "{who} is off sick for {n:day|days}.",
		game.CameBack:        "{who} is back.",
		game.Resigned:        "{who} resigned.",
		game.Hired:           "{who} joins Application Operations.",
		game.Rested:          "{who} has a working day off.",
		game.StandbyChanged:  "{who} is on standby now.",
		game.KnowledgeSynced: "{who} sat down with the team of {app} and now knows {share} of it.",
		game.RunbookWritten:  "{who} wrote the runbook of {app}.",
		game.AlertsTuned:     "{who} tuned the alerts of {app}.",
		game.Instrumented:    "{who} and {team} added telemetry to {app}: it says {share} of what it could.",
		game.ChaosHeld:       "{who} and {team} held a chaos day on {app}. It copes with {share} of what can go wrong.",
		game.WroteUp:         "{who} wrote up the incident of {app}: {n:write-up|write-ups} so far.",
		game.MoveBegan:       "{app} begins to move to {model}.",
		game.Moved:           "{app} is run by {model} from now on.",
		game.HandedBack:      "{app} has spent its error budget and goes back to {model}.",

		game.Pressed:       "Management asks for a status report: {item}.",
		game.Reported:      "{who} wrote the status report.",
		game.RefusedReport: "You refused the status report. Everybody felt it.",
		game.GoalInDanger:  "A goal is in danger. Management offers to talk: {item}.",
		game.Renegotiated:  "Agreed with management: {choice}.",

		game.WeekEnded: "Week {n:|} is over.",
		game.GameOver:  "The game is over: {?:all goals were met|not all goals were met}.",
	},
	something: "Something happened.",

	alerts: [game.AlertMetrics]string{
		game.ErrorRate:   "HTTP 5xx {reading} % (limit {limit} %)",
		game.Latency:     "latency {reading} ms (limit {limit} ms)",
		game.CPU:         "CPU {reading} % (limit {limit} %)",
		game.Memory:      "memory {reading} % (limit {limit} %)",
		game.Disk:        "disk {reading} % (limit {limit} %)",
		game.QueueDepth:  "queue depth {reading} (limit {limit})",
		game.HealthCheck: "health check failed {reading:time|times} in a row (limit {limit})",
		game.Journey:     "user journeys {reading} % of usual (limit {limit} %)",
		game.Complaints:  "{reading:complaint|complaints} an hour from customers (limit {limit})",
	},
	alertsShort: [game.AlertMetrics]string{
		game.ErrorRate:   "5xx {reading} %",
		game.Latency:     "latency {reading} ms",
		game.CPU:         "CPU {reading} %",
		game.Memory:      "memory {reading} %",
		game.Disk:        "disk {reading} %",
		game.QueueDepth:  "queue depth {reading}",
		game.HealthCheck: "health check x{reading}",
		game.Journey:     "journeys {reading} %",
		game.Complaints:  "complaints {reading}/h",
	},
	onHost: " on {host}",
	names:  ", names {app}",
	clues: []string{
		game.NamesIt:       "The alert names {app}.",
		game.HostRan:       "Its host ran {app}, seen {ago}.",
		game.DeployedLate:  "{app} was deployed {ago} by {who}.",
		game.DependsOnDown: "{app} depends on {other}, which is down.",
		game.SameHost:      "{alertno} on the same host is linked to {app}.",
	},

	ticketStates: []string{
		game.Waiting:       "waiting",
		game.Queued:        "queued",
		game.Investigating: "investigating",
		game.Diagnosing:    "diagnosing",
		game.Repairing:     "repairing",
		game.NeedsDecision: "decide",
		game.AskedTeam:     "team asked",
		game.WithTeam:      "with team",
		game.WithDesk:      "with a desk",
		game.WithUpstream:  "upstream",
	},
	ticketLines: []string{
		game.Waiting:       "Nobody works on it.",
		game.Queued:        "It waits in the queue of {who}.",
		game.Investigating: "{who} finds out what it belongs to{until}.",
		game.Diagnosing:    "{who} looks for the cause{until}.",
		game.Repairing:     "{who} mends it{until}.",
		game.NeedsDecision: "The cause is known ({fault}) and is not Operations' to mend: decide.",
		game.AskedTeam:     "{team} was asked and has not answered.",
		game.WithTeam:      "{team} works on it{until}.",
		game.WithDesk:      "It is being mended{until}, and not by you.",
		game.WithUpstream:  "It waits until {upstream} is restored.",
	},
	requestStates: []string{
		game.Unread:        "unread",
		game.BeforeBoard:   "before the board",
		game.ReadyToDeploy: "ready",
		game.DeployQueued:  "queued",
		game.BeingDeployed: "deploying",
		game.InRework:      "in rework",
	},
	presences: []string{
		game.AtWork:   "at work",
		game.AtHome:   "at home",
		game.OnCall:   "on standby",
		game.CalledIn: "called out",
		game.OnLeave:  "day off",
		game.Sick:     "off sick",
		game.Gone:     "left",
		game.Arriving: "joins soon",
	},
	works: []string{
		game.Idle:           "free",
		game.WorkAlert:      "working on {item}",
		game.WorkDeploy:     "deploying {item}",
		game.WorkRollBack:   "rolling back {app}",
		game.WorkWorkaround: "working around {item}",
		game.WorkSync:       "learning {app} from its team",
		game.WorkRunbook:    "writing the runbook of {app}",
		game.WorkTune:       "tuning the alerts of {app}",
		game.WorkReport:     "writing a status report",
		game.WorkWrapUp:     "writing up an incident of {app}",
		game.WorkInstrument: "adding telemetry to {app}",
		game.WorkChaos:      "holding a chaos day on {app}",
	},
	faults: []string{
		game.UnknownFault:        "not known yet",
		game.ConfigurationFault:  "configuration",
		game.DataFault:           "data",
		game.InfrastructureFault: "infrastructure",
		game.CodeFault:           "code",
		game.ChangeFaultKind:     "the last deployment",
		game.DependencyFault:     "another application",
	},
	incidentStates: [game.IncidentStates]string{
		game.InDetect:   "nobody knew",
		game.InBridge:   "with Ops Bridge",
		game.InQueue:    "waiting for Application Operations",
		game.InIdentify: "finding the application",
		game.InDiagnose: "finding the cause",
		game.InHandoff:  "between teams",
		game.InRepair:   "being mended",
	},
	healths: []string{game.Healthy: "healthy", game.Degraded: "slow", game.Down: "down"},
	messageKinds: []string{
		game.ChaseMessage:  "chase",
		game.PressMessage:  "management",
		game.OfferMessage:  "offer",
		game.NoticeMessage: "notice",
	},
	messages: []string{
		game.ChaseMessage:  "{team} asks where its deployment {item} is",
		game.PressMessage:  "Management wants a status report on {item}",
		game.OfferMessage:  "Management offers to renegotiate a goal: {goal}",
		game.NoticeMessage: "For your information: {notice}",
	},
	choices: []string{
		game.NoChoice:  "no answer",
		game.On:        "on",
		game.Off:       "off",
		game.Report:    "an analyst writes a status report",
		game.Refuse:    "not now",
		game.Scope:     "less scope",
		game.People:    "another analyst",
		game.Overtime:  "longer days",
		game.Unchanged: "the goal stays",
	},
	goodwill: []string{"icy", "cool", "polite", "friendly", "warm"},

	requestUnread:   "{team} asks for a deployment (unread)",
	requestRead:     "{app} {version}, {n:change|changes}",
	requestBy:       ", before {clock}",
	requestAfter:    ", after {other} of {app}",
	requestAfterApp: ", after {app}",
	requestApproved: ", board {clock}",
	requestLate:     ", late",
	requestPressed:  ", management asks for it",

	metrics: map[string]string{
		"revenue_lost":         "revenue lost",
		"cost_of_delay":        "cost of delay",
		"standby_cost":         "standby cost",
		"callout_cost":         "callout cost",
		"incidents":            "incidents",
		"ttr_median":           "median time to restore",
		"ttr_p90":              "time to restore, 90th percentile",
		"tta_median":           "median time to acknowledge",
		"ttr_share_detect":     "share of time to restore: nobody knew",
		"ttr_share_bridge":     "share of time to restore: with Ops Bridge",
		"ttr_share_queue":      "share of time to restore: waiting",
		"ttr_share_identify":   "share of time to restore: finding the application",
		"ttr_share_diagnose":   "share of time to restore: finding the cause",
		"ttr_share_handoff":    "share of time to restore: between teams",
		"ttr_share_repair":     "share of time to restore: being mended",
		"queue_mean":           "mean queue length",
		"queue_max":            "longest queue",
		"burnout_mean":         "mean burnout",
		"burnout_max":          "worst burnout",
		"analysts_left":        "analysts who left",
		"deployments":          "deployments",
		"deploy_wait_median":   "median wait for a deployment",
		"batch_mean":           "mean batch size",
		"change_failure_rate":  "change failure rate",
		"availability":         "availability",
		"misrouted_share":      "escalations to the wrong team",
		"knowledge_mean":       "mean knowledge",
		"knowledge_sync_hours": "hours of knowledge synchronisation",
		"escalations":          "management escalations",
		"protection":           "protection",
		"score":                "score",
		"won":                  "won",
	},
	units: map[string]string{
		"pence": "pounds", "minutes": "minutes", "hours": "hours", "share": "per cent",
		"items": "items", "points": "points", "count": "",
	},
	atMost: "at most", atLeast: "at least",
	goal:             "{title} {bound} {value}",
	goalRelaxed:      " (renegotiated)",
	nothingToMeasure: "nothing to measure",
	rate:             "{money} an hour",

	about: "about ", to: " to ", takes: " It takes {work}.",
	offers: map[game.OrderKind]offerText{
		game.Link:       {usual: "say whose it is. Free; a wrong link costs {wrong} of a diagnosis before somebody notices."},
		game.Dismiss:    {usual: "say that it is noise. Free; a real one comes back, later and dearer."},
		game.Assign:     {usual: "have somebody mend it, {work} of work."},
		game.Workaround: {usual: "restore {app} without mending it, {work} of work. It comes back."},
		game.RollBack:   {usual: "take the last deployment of {app} back, {work} of work. It helps only if that is the cause."},
		game.Escalate: {
			usual: "ask the team that owns it. They are likely to answer in {work}; the wrong team sends it back.",
			other: "ask the team that owns it. Out of hours they are not paid and may not answer before the morning.",
		},
		game.Read: {
			usual: "see what it is. It is then in the plan and goes before the board.",
			other: "read it and be done with it.",
		},
		game.Deploy: {
			usual: "deploy it, {work} of work; it fails in up to {risk} of cases.",
			other: "put it into a queue. It is deployed after the board has passed it, {work} of work.",
		},
		game.First: {usual: "do it next. Unfinished work is interrupted, which strains."},
		game.Drop:  {usual: "take it off the queue again."},
		game.Duty: {
			usual: "let {who} take waiting alerts without being told.",
			other: "let {who} do only what you assign.",
		},
		game.Rest:      {usual: "a working day off for {who}. Burnout falls; the work waits."},
		game.OnStandby: {usual: "{who} is the one to be called out of hours."},
	},
	hints: map[game.OrderKind]hintText{
		game.NoOrder:    {"Nothing presses.", "End the turn, or use the quiet for a runbook or a session with a team."},
		game.Read:       {"Something in the inbox is not read.", "What is not read is in nobody's plan, and the board does not know of it: {item}."},
		game.Link:       {"Look at {item}.", "Its clues speak for one application. A link is free, and whoever takes it saves the search."},
		game.Dismiss:    {"Look at {item}.", "It may be noise. Is anything else wrong with what it could belong to?"},
		game.Assign:     {"Look at {item}.", "Nobody is on it. Who is free, and knows what it is about?"},
		game.Deploy:     {"Look at {item}.", "It grows while it waits. Who knows the application best, and is not tired?"},
		game.RollBack:   {"Look at what was deployed last.", "What broke in {app} came with its last deployment."},
		game.Workaround: {"Look at {item}.", "Mending it takes long, and customers wait. A workaround restores now, and comes back later."},
		game.Escalate:   {"Look at {item}.", "Only the team that wrote it can mend that. Which team is it?"},
		game.First:      {"Look at the queue that {item} is in.", "It costs more than what stands before it."},
		game.Drop:       {"Look at the queue that {item} is in.", "It is in the wrong hands, or not worth them now."},
		game.Rest:       {"Look at your people.", "{who} is close to the edge. A day off now is cheaper than sick leave later."},
		game.OnStandby:  {"Think of tonight.", "Who is on standby? Whoever was called out last should sleep."},
		game.Answer:     {"Somebody waits for an answer.", "{item} gets more expensive by waiting. What can you afford least?"},
	},
	hintOther:   hintText{"There are quiet hours.", "Use them where the next trouble is likely and little is known. {app} is a candidate."},
	hintMove:    "A rule of thumb would now write: {order}",
	investigate: "have somebody find out whose it is, {work} of work.",
	diagnose:    "have somebody find the cause in {app}, {work} of work, and then mend it.",
	callout:     " Calling somebody out of standby costs {callout} and a bad night.",
	morning:     " It waits for the morning.",
	noted:       "take note of it. It still wants an answer.",
	answers: []string{
		game.Report:    "have somebody write a status report, {work} of work. It restores nothing.",
		game.Refuse:    "no report. Everybody hears of it, and it weighs on them.",
		game.Scope:     "ask the teams for fewer changes. It costs revenue each week.",
		game.People:    "one more analyst, some days from now, who has everything to learn.",
		game.Overtime:  "longer days for a while. It tires everybody.",
		game.Unchanged: "leave the goal as it is.",
	},
}

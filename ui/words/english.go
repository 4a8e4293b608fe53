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

	metrics          map[string]metric
	units            map[string]string
	atMost, atLeast  string
	goal             string
	goalRelaxed      string
	nothingToMeasure string
	rate             string
}

// metric is the title of a metric of the contract and the key of its unit.
type metric struct{ title, unit string }

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
		game.Bounced:          "{team} sends {item} back, it is not theirs: {span} lost.",
		game.NoAnswer:         "{team} does not answer about {item} before the morning.",
		game.TeamAnswered:     "{team} takes up {item} after {span}.",
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
		game.WentSick:        "{who} is off sick for {n:day|days}.",
		game.CameBack:        "{who} is back.",
		game.Resigned:        "{who} resigned.",
		game.Hired:           "{who} joins Application Operations.",
		game.Rested:          "{who} has a working day off.",
		game.StandbyChanged:  "{who} is on standby now.",
		game.KnowledgeSynced: "{who} sat down with the team of {app} and now knows {share} of it.",
		game.RunbookWritten:  "{who} wrote the runbook of {app}.",
		game.AlertsTuned:     "{who} tuned the alerts of {app}.",

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

	metrics: map[string]metric{
		"revenue_lost":         {"revenue lost", "pence"},
		"cost_of_delay":        {"cost of delay", "pence"},
		"standby_cost":         {"standby cost", "pence"},
		"callout_cost":         {"callout cost", "pence"},
		"incidents":            {"incidents", "count"},
		"ttr_median":           {"median time to restore", "minutes"},
		"ttr_p90":              {"time to restore, 90th percentile", "minutes"},
		"tta_median":           {"median time to acknowledge", "minutes"},
		"ttr_share_detect":     {"share of time to restore: nobody knew", "share"},
		"ttr_share_bridge":     {"share of time to restore: with Ops Bridge", "share"},
		"ttr_share_queue":      {"share of time to restore: waiting", "share"},
		"ttr_share_identify":   {"share of time to restore: finding the application", "share"},
		"ttr_share_diagnose":   {"share of time to restore: finding the cause", "share"},
		"ttr_share_handoff":    {"share of time to restore: between teams", "share"},
		"ttr_share_repair":     {"share of time to restore: being mended", "share"},
		"queue_mean":           {"mean queue length", "items"},
		"queue_max":            {"longest queue", "items"},
		"burnout_mean":         {"mean burnout", "points"},
		"burnout_max":          {"worst burnout", "points"},
		"analysts_left":        {"analysts who left", "count"},
		"deployments":          {"deployments", "count"},
		"deploy_wait_median":   {"median wait for a deployment", "hours"},
		"batch_mean":           {"mean batch size", "items"},
		"change_failure_rate":  {"change failure rate", "share"},
		"availability":         {"availability", "share"},
		"misrouted_share":      {"escalations to the wrong team", "share"},
		"knowledge_mean":       {"mean knowledge", "share"},
		"knowledge_sync_hours": {"hours of knowledge synchronisation", "hours"},
		"escalations":          {"management escalations", "count"},
		"protection":           {"protection", "share"},
		"score":                {"score", "points"},
		"won":                  {"won", "count"},
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
}

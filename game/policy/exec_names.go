package policy

import "callout/game"

// The words of the protocol for what the engine numbers. They are a contract: a new one may come, none is changed.

var ticketWords = []string{
	game.Waiting: "waiting", game.Queued: "queued", game.Investigating: "investigating", game.Diagnosing: "diagnosing",
	game.Repairing: "repairing", game.NeedsDecision: "needs_decision", game.AskedTeam: "asked_team", game.WithTeam: "with_team",
	game.WithDesk: "with_desk", game.WithUpstream: "with_upstream",
}

var causeWords = []string{
	game.ConfigurationFault: "configuration", game.DataFault: "data", game.InfrastructureFault: "infrastructure",
	game.CodeFault: "code", game.ChangeFaultKind: "change", game.DependencyFault: "dependency",
}

var alertMetricWords = []string{
	game.ErrorRate: "error_rate", game.Latency: "latency", game.CPU: "cpu", game.Memory: "memory", game.Disk: "disk",
	game.QueueDepth: "queue_depth", game.HealthCheck: "health_check", game.Journey: "journey", game.Complaints: "complaints",
}

var requestWords = []string{
	game.Unread: "unread", game.BeforeBoard: "before_board", game.ReadyToDeploy: "ready_to_deploy",
	game.DeployQueued: "deploy_queued", game.BeingDeployed: "being_deployed", game.InRework: "in_rework",
}

var messageWords = []string{
	game.ChaseMessage: "chase", game.PressMessage: "press", game.OfferMessage: "offer", game.NoticeMessage: "notice",
}

var healthWords = []string{game.Healthy: "healthy", game.Degraded: "degraded", game.Down: "down"}

var presenceWords = []string{
	game.AtWork: "at_work", game.AtHome: "at_home", game.OnCall: "on_call", game.CalledIn: "called_in",
	game.OnLeave: "on_leave", game.Sick: "sick", game.Gone: "gone", game.Arriving: "arriving",
}

var workWords = []string{
	game.Idle: "idle", game.WorkAlert: "alert", game.WorkDeploy: "deploy", game.WorkRollBack: "rollback",
	game.WorkWorkaround: "workaround", game.WorkSync: "sync", game.WorkRunbook: "runbook", game.WorkTune: "tune",
	game.WorkReport: "report", game.WorkWrapUp: "wrap_up", game.WorkInstrument: "instrument", game.WorkChaos: "chaos",
}

var calendarWords = []string{game.Campaign: "campaign", game.Demand: "demand"}

var eventWords = []string{
	game.ChangeFinished: "change_finished", game.RequestArrived: "request_arrived", game.WishMissed: "wish_missed",
	game.TeamChased: "team_chased", game.AlertRaised: "alert_raised", game.AlertRepeated: "alert_repeated",
	game.CustomersComplained: "customers_complained", game.TeamJoined: "team_joined", game.HostMoved: "host_moved",
	game.OwnerChanged: "owner_changed", game.CampaignBegan: "campaign_began", game.DemandRose: "demand_rose",

	game.FaultBegan: "fault_began", game.DependencyFailed: "dependency_failed", game.IncidentDetected: "incident_detected",
	game.BridgeRestored: "bridge_restored", game.HandedOver: "handed_over", game.Acknowledged: "acknowledged",
	game.Linked: "linked", game.Identified: "identified", game.LinkedWrongly: "linked_wrongly", game.FoundNoise: "found_noise",
	game.Dismissed: "dismissed", game.Diagnosed: "diagnosed", game.UpstreamFound: "upstream_found", game.Escalated: "escalated",
	game.TakenOver: "taken_over", game.Paged: "paged", game.Bounced: "bounced", game.NoAnswer: "no_answer",
	game.TeamAnswered: "team_answered", game.WorkedAround: "worked_around", game.DebtCameBack: "debt_came_back",
	game.Restored: "restored", game.BurstFollowed: "burst_followed",

	game.Planned: "planned", game.Approved: "approved", game.DeploymentBegan: "deployment_began", game.Deployed: "deployed",
	game.DeploymentFailed: "deployment_failed", game.ChangeFault: "change_fault", game.RolledBack: "rolled_back",
	game.ReworkAsked: "rework_asked", game.FreezeSet: "freeze_set",

	game.Started: "started", game.Interrupted: "interrupted", game.CalledOut: "called_out", game.LeftOpen: "left_open",
	game.WentSick: "went_sick", game.CameBack: "came_back", game.Resigned: "resigned", game.Hired: "hired",
	game.Rested: "rested", game.StandbyChanged: "standby_changed", game.KnowledgeSynced: "knowledge_synced",
	game.RunbookWritten: "runbook_written", game.AlertsTuned: "alerts_tuned", game.Instrumented: "instrumented",
	game.ChaosHeld: "chaos_held", game.WroteUp: "wrote_up", game.MoveBegan: "move_began", game.Moved: "moved",
	game.HandedBack: "handed_back",

	game.Pressed: "pressed", game.Reported: "reported", game.RefusedReport: "refused_report",
	game.GoalInDanger: "goal_in_danger", game.Renegotiated: "renegotiated",

	game.WeekEnded: "week_ended", game.GameOver: "game_over",
}

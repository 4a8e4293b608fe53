package words

import (
	"strings"

	"callout/game"
)

// The kinds of things of a game as keys of the catalogue name them, in the order of their constants in package game. A
// test reads those constants and holds that none is missing here.
var (
	eventNames = strings.Fields(`no_event change_finished request_arrived wish_missed team_chased alert_raised alert_repeated
		customers_complained team_joined host_moved owner_changed campaign_began demand_rose fault_began dependency_failed
		incident_detected bridge_restored handed_over acknowledged linked identified linked_wrongly found_noise dismissed
		diagnosed upstream_found escalated taken_over paged bounced no_answer team_answered worked_around debt_came_back
		restored burst_followed planned approved deployment_began deployed deployment_failed change_fault rolled_back
		rework_asked freeze_set started interrupted called_out left_open went_sick came_back resigned hired rested
		standby_changed knowledge_synced runbook_written alerts_tuned instrumented chaos_held wrote_up move_began moved
		handed_back pressed reported refused_report goal_in_danger renegotiated week_ended game_over`)
	alertNames    = strings.Fields("error_rate latency cpu memory disk queue_depth health_check journey complaints")
	clueNames     = strings.Fields("names_it host_ran deployed_late depends_on_down same_host")
	ticketNames   = strings.Fields("waiting queued investigating diagnosing repairing needs_decision asked_team with_team with_desk with_upstream")
	requestNames  = strings.Fields("unread before_board ready_to_deploy deploy_queued being_deployed in_rework with_its_team")
	messageNames  = strings.Fields("chase press offer notice")
	choiceNames   = strings.Fields("no_choice on off report refuse scope people overtime unchanged")
	faultNames    = strings.Fields("unknown configuration data infrastructure code change dependency")
	incidentNames = strings.Fields("detect bridge queue identify diagnose handoff repair")
	healthNames   = strings.Fields("healthy degraded down")
	presenceNames = strings.Fields("at_work at_home on_call called_in on_leave sick gone arriving")
	workNames     = strings.Fields("idle alert deploy roll_back workaround sync runbook tune report wrap_up instrument chaos")

	goodwillNames = strings.Fields("icy cool polite friendly warm")
	weekdayNames  = strings.Fields("mon tue wed thu fri sat sun")
	unitNames     = []game.Unit{game.PenceUnit, game.MinutesUnit, game.HoursUnit, game.ShareUnit, game.ItemsUnit, game.PointsUnit, game.Count}

	// offered are the orders whose offers are worded beyond their help, hinted those that have a hint of their own.
	offered = []game.OrderKind{
		game.Read, game.Link, game.Dismiss, game.Assign, game.Deploy, game.RollBack, game.Workaround, game.Escalate,
		game.First, game.Drop, game.Rest, game.OnStandby, game.Duty,
	}
	hinted = []game.OrderKind{
		game.NoOrder, game.Read, game.Link, game.Dismiss, game.Assign, game.Deploy, game.RollBack, game.Workaround,
		game.Escalate, game.First, game.Drop, game.Rest, game.OnStandby, game.Answer,
	}
)

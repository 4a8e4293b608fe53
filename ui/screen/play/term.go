package play

import "callout/game"

// Term is the word of the glossary that fits the thing selected: what it is about just now.
func (s *Screen) Term() string {
	item, app, who := s.selected()
	switch {
	case s.focus == appPane && app >= 0:
		return appTerm(s.view, &s.view.Apps[app])
	case s.focus == appPane:
		return "application"
	case s.focus == peoplePane && who >= 0:
		return personTerm(&s.view.Analysts[who])
	case s.focus == peoplePane:
		return "analyst"
	}
	switch item.Kind {
	case game.Alert:
		if a := s.alert(item.N); a != nil {
			return alertTerm(a)
		}
	case game.Request:
		if r := s.request(item.N); r != nil {
			return requestTerms[r.State]
		}
	case game.Message:
		if m := s.message(item.N); m != nil {
			return messageTerms[m.Kind]
		}
	}
	return "inbox"
}

// metricTerms are the words for what a monitor measures.
var metricTerms = [game.AlertMetrics]string{
	game.ErrorRate: "error rate", game.Latency: "latency", game.CPU: "host metrics", game.Memory: "host metrics", game.Disk: "host metrics",
	game.QueueDepth: "queue depth", game.HealthCheck: "health check", game.Journey: "user journey", game.Complaints: "complaints",
}

// faultTerms are the words for causes.
var faultTerms = [...]string{
	game.UnknownFault: "fault", game.ConfigurationFault: "configuration fault", game.DataFault: "data fault",
	game.InfrastructureFault: "infrastructure fault", game.CodeFault: "code fault", game.ChangeFaultKind: "rollback",
	game.DependencyFault: "dependency fault",
}

// ticketTerms are the words for where an alert stands; while nobody works on it, what it measures says more.
var ticketTerms = [...]string{
	game.Waiting: "", game.Queued: "", game.Investigating: "investigate", game.Diagnosing: "diagnose", game.Repairing: "restore",
	game.NeedsDecision: "", game.AskedTeam: "escalation", game.WithTeam: "handoff", game.WithDesk: "handoff", game.WithUpstream: "dependency",
}

func alertTerm(a *game.AlertView) string {
	if t := ticketTerms[a.State]; t != "" {
		return t
	}
	if a.Cause != game.UnknownFault {
		return faultTerms[a.Cause]
	}
	return metricTerms[a.Metric]
}

// requestTerms are the words for where a release request stands.
var requestTerms = [...]string{
	game.Unread: "release request", game.BeforeBoard: "approval board", game.ReadyToDeploy: "deployment", game.DeployQueued: "deployment",
	game.BeingDeployed: "deployment", game.InRework: "rework", game.WithItsTeam: "You Build It You Run It",
}

// messageTerms are the words for what a message is about.
var messageTerms = [...]string{
	game.ChaseMessage: "chase", game.PressMessage: "status report", game.OfferMessage: "renegotiation", game.NoticeMessage: "message",
}

func appTerm(v *game.View, p *game.AppView) string {
	switch {
	case p.Moving:
		return "moving to another support model"
	case p.Health != game.Healthy:
		return "health"
	case len(v.Models()) > 1:
		return "support model"
	}
	return "application"
}

// workTerms are the words for what somebody does; for other work it is how they are.
var workTerms = map[game.Work]string{
	game.WorkDeploy: "deployment", game.WorkRollBack: "rollback", game.WorkWorkaround: "workaround", game.WorkSync: "knowledge synchronisation",
	game.WorkRunbook: "runbook", game.WorkTune: "tuning", game.WorkReport: "status report", game.WorkWrapUp: "post-incident review",
	game.WorkInstrument: "instrumenting", game.WorkChaos: "chaos day",
}

// presenceTerms are the words for where somebody is, where that says most.
var presenceTerms = map[game.Presence]string{
	game.OnCall: "standby", game.CalledIn: "callout", game.OnLeave: "rest", game.Sick: "sick leave", game.Arriving: "hire",
}

// strained is the burnout, or fatigue, in points, that says more of somebody than what they do.
const strained = 45

func personTerm(p *game.AnalystView) string {
	switch {
	case presenceTerms[p.Presence] != "":
		return presenceTerms[p.Presence]
	case p.Burnout >= strained:
		return "burnout"
	case p.Fatigue >= strained:
		return "fatigue"
	case workTerms[p.Work] != "":
		return workTerms[p.Work]
	}
	return "analyst"
}

package words

import "callout/game"

// englishOrders are the texts about orders of the English catalogue.
var englishOrders = orderTexts{
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

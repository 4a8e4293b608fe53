package help

import (
	"callout/game/words"
	"callout/ui/widget"
)

// debriefPage explains the debrief.
func debriefPage() page {
	say := func(what string) string { return words.Say("debriefscreen.help." + what) }
	return page{say("title"), []section{
		{text: []string{say("truth"), say("study")}},
		{keys: []widget.Hint{
			{Key: "tab → ←", What: say("pages")}, {Key: "1–9 0", What: say("digits")}, {Key: "↑ ↓", What: say("move")},
			{Key: "enter", What: say("enter")}, {Key: "esc", What: say("esc")}, {Key: "g", What: say("words")}, {Key: "q", What: say("leave")},
		}},
		{head: say("course-head"), text: []string{say("course")}},
		{head: say("play-on-head"), text: []string{say("play-on")}},
	}}
}

// standingPage explains how a running game stands.
func standingPage() page {
	say := func(what string) string { return words.Say("debriefscreen.help." + what) }
	return page{words.Say("debriefscreen.standing.title"), []section{
		{text: []string{words.Say("debriefscreen.standing.known"), words.Say("debriefscreen.standing.burnout")}},
		{keys: []widget.Hint{{Key: "↑ ↓", What: say("scroll")}, {Key: "esc", What: say("back")}}},
	}}
}

package help

import (
	"callout/ui/screen"
	"callout/ui/theme"
	"callout/ui/widget"
)

type page struct {
	title    string
	sections []section
}

var pages = [...]page{
	screen.OfMenu: {"Callout", []section{
		{text: []string{
			"You are Application Operations, the team that deploys what Delivery teams build and restores what breaks. A game is some working days long; you decide, then you end the turn.",
		}},
		{head: "HOW A GAME GOES", text: []string{
			"Three numbers rule the screen: burnout, the queue, and revenue lost. They pull against each other; that is the game.",
			"Everything you do is saved as you do it. Leave when you like.",
		}},
		{head: "KEYS", keys: []widget.Hint{
			{Key: "↑ ↓ enter", What: "move and choose, on every screen"},
			{Key: "?", What: "explains the screen you are on"},
			{Key: "g", What: "words: what a term means in the game and in the field"},
			{Key: "esc, q", What: "back, leave"},
		}},
		{head: "COLOURS", text: []string{
			"On a light background set CALLOUT_THEME=light in the environment, if the game has not seen it by itself. NO_COLOR=1 does without colours. For a screen reader play with --plain.",
		}},
	}},
	screen.OfLevels: {"The campaign", []section{
		{text: []string{
			"The levels lie on a path through the articles of the series, from one team to too many. None is locked: the path only suggests. What was won is joined by a whole line.",
			"A medal says how well a game went on its own luck: bronze is better than first come, first served; silver than the rule of thumb; gold is as good as looking ahead.",
		}},
		{keys: []widget.Hint{
			{Key: "← ↑ ↓ →", What: "move on the map; tab follows the path"},
			{Key: "enter", What: "play the chosen level; n the one that comes next"},
			{Key: "r", What: "go on with your newest game of it"},
			{Key: "s", What: "skip it, or take that back"},
			{Key: "m", What: "play it under another support model; that does not count for the path"},
			{Key: "y", What: "what you answered before and after"},
		}},
	}},
	screen.OfQuestions: {"Three questions", []section{
		{text: []string{"What you think, before you play and after. There is no right answer. The answers stay on this computer and count for nothing."}},
		{keys: []widget.Hint{{Key: "1–5", What: "an answer at once"}, {Key: "esc", What: "leave them all out"}}},
	}},
	screen.OfBriefing: {"Briefing", []section{
		{text: []string{
			"What the level is about, what is asked of you, and what you have. Goals can be renegotiated when they are in danger, at a price.",
		}},
		{keys: []widget.Hint{{Key: "enter", What: "begin"}, {Key: "esc", What: "back"}}},
	}},
	screen.OfPlay: {"The main screen", []section{
		{head: "READ IT FROM THE TOP", text: []string{
			"The gauges say whether you are in trouble. The inbox says what waits, most pressing first. The right side says what the selected thing is, what is known about it, and what you can do at what price.",
		}},
		{head: "GAUGES", text: []string{
			"After each number stands what the last turn changed. Below it is its course, the last turn at the right: calm, then a warning, then an alarm. Revenue lost is what is known so far; what nobody has noticed comes later.",
		}},
		{head: "MARKS", keys: []widget.Hint{
			{Key: theme.Page, What: "a page: an alert that customers feel"},
			{Key: theme.Alert, What: "an alert; it may be noise"},
			{Key: theme.Request, What: "a release request; after an application: changes that wait to be deployed"},
			{Key: theme.Message, What: "a message"},
			{Key: theme.Up + " " + theme.Slow + " " + theme.DownMark, What: "an application is healthy, slow, down"},
		}},
		{head: "TIME", keys: []widget.Hint{
			{Key: "space", What: "end the turn"},
			{Key: "c", What: "continue: end turns until something needs a decision; any key stops it"},
		}},
		{head: "MOVING", keys: []widget.Hint{
			{Key: "tab", What: "next panel: inbox, applications, people (shift+tab: back)"},
			{Key: "↑ ↓ j k", What: "move in the panel; home, end, pgup, pgdn too"},
			{Key: "enter", What: "the first of the orders shown"},
		}},
		{head: "ORDERS, SHOWN WHERE THEY APPLY", keys: []widget.Hint{
			{Key: "l", What: "link an alert to an application"},
			{Key: "i", What: "give an alert to an analyst: to investigate, or to diagnose and mend"},
			{Key: "e", What: "escalate to a Delivery team; one that does not own it sends it back"},
			{Key: "b", What: "roll back the last deployment of an application"},
			{Key: "w", What: "work around: quick, and it comes back"},
			{Key: "n", What: "noise: dismiss; a real one comes back, later and dearer"},
			{Key: "r", What: "read a request or message; write a runbook"},
			{Key: "d", What: "deploy"},
			{Key: "p x", What: "put first in an analyst's queue, drop from it"},
			{Key: "s t", What: "synchronise knowledge with a team; tune an application's alerts"},
			{Key: "i x m", What: "for an application: add telemetry, hold a chaos day, change its support model"},
			{Key: "z o u", What: "a day of rest; standby; take waiting alerts unasked, or not"},
			{Key: "f", What: "freeze deployments, or let them go on"},
		}},
		{head: "BESIDES", keys: []widget.Hint{
			{Key: "h", What: "hint: points at what is most pressing"},
			{Key: "v", What: "news: what happened, as far back as you like"},
			{Key: "a", What: "the coach, with one thing to think of at a time: there from the beginning in the first level, elsewhere when you call"},
			{Key: "g", What: "words"},
			{Key: "q", What: "leave; the game is saved"},
		}},
	}},
	screen.OfChoice: {"Choosing", []section{
		{text: []string{"Candidates stand in the order of what speaks for them, with the reason. The first is not always right: what was seen three days ago may have moved."}},
		{keys: []widget.Hint{{Key: "enter", What: "take the one under the cursor"}, {Key: "1–9 0", What: "take that one at once"}, {Key: "esc", What: "think again"}}},
	}},
	screen.OfWords: {"Words", []section{
		{text: []string{"Type to search. Above, what a word means in the game; below, what the field means by it, and whom to read."}},
		{keys: []widget.Hint{{Key: "↑ ↓", What: "move"}, {Key: "esc", What: "clear the search, then close"}}},
	}},
}

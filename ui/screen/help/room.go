package help

import (
	"callout/game/words"
	"callout/ui/key"
	"callout/ui/widget"
)

func joiningPage() page {
	say := func(what string) string { return words.Say("help.joining." + what) }
	return page{say("title"), []section{{text: []string{say("code"), say("name"), say("back")}}}}
}

func roomPage() page {
	say := func(what string) string { return words.Say("help.room." + what) }
	return page{say("title"), []section{
		{text: []string{say("what"), say("pace"), say("back")}},
		{head: say("fair"), text: []string{say("promise")}},
		{keys: []widget.Hint{
			{Key: key.EndTurn.Show(), What: say("ready")}, {Key: key.Wheel.Show(), What: say("wheel")}, {Key: key.LookAt.Show(), What: say("look")},
			{Key: key.Quit.Show(), What: say("leave")},
		}},
	}}
}

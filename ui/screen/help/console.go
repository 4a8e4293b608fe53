package help

import (
	"callout/game/words"
	"callout/ui/key"
	"callout/ui/widget"
)

func consolePage() page {
	say := func(what string) string { return words.Say("console.help." + what) }
	return page{say("title"), []section{
		{text: []string{say("what"), say("twice")}},
		{head: say("all"), keys: []widget.Hint{
			{Key: key.NextPhase.Show(), What: say("next")}, {Key: key.StandStill.Show(), What: say("pause")}, {Key: key.StepAll.Show(), What: say("step")},
			{Key: keys(key.Longer, key.MuchLonger, key.Shorter), What: say("time")}, {Key: key.OpenLevers.Show(), What: say("levers")},
			{Key: key.Inject.Show(), What: say("inject")}, {Key: key.SayToAll.Show(), What: say("say")},
		}},
		{head: say("people"), keys: []widget.Hint{{Key: key.Choose.Show(), What: say("team")}, {Key: key.Stuck.Show(), What: say("stuck")}}},
		{head: say("board"), keys: []widget.Hint{
			{Key: key.HoldBoard.Show(), What: say("freeze")}, {Key: key.ShowTruth.Show(), What: say("reveal")},
			{Key: key.WayIn.Show(), What: say("join")}, {Key: key.LockDoor.Show(), What: say("lock")},
		}},
		{head: say("more"), keys: []widget.Hint{
			{Key: key.TypeLine.Show(), What: say("line")}, {Key: key.Script.Show(), What: say("script")}, {Key: key.Finish.Show(), What: say("finish")}, {Key: key.Quit.Show(), What: say("leave")},
		}},
	}}
}

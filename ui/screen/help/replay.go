package help

import (
	"callout/game/words"
	"callout/ui/key"
	"callout/ui/widget"
)

// replayPage explains the screen on which a game is watched.
func replayPage() page {
	say := func(what string) string { return words.Say("journal.watch-help." + what) }
	two := func(a, b *key.Binding) string { return a.Show() + " " + b.Show() }
	return page{say("title"), []section{
		{text: []string{say("what")}},
		{keys: []widget.Hint{
			{Key: key.Pause.Show(), What: say("run")}, {Key: two(key.TurnBack, key.TurnOn), What: say("turn")},
			{Key: two(key.PageUp, key.PageDown), What: say("day")}, {Key: two(key.First, key.Last), What: say("ends")},
			{Key: "0–9", What: say("tenths")}, {Key: two(key.Slower, key.Faster), What: say("speed")},
			{Key: two(key.Up, key.Down) + " " + key.Next.Show(), What: say("look")}, {Key: key.Choose.Show(), What: say("play-on")},
			widget.HintOf(key.News), widget.HintOf(key.Words), widget.HintOf(key.Quit),
		}},
	}}
}

package help

import (
	"callout/game/words"
	"callout/ui/key"
	"callout/ui/widget"
)

func predictionPage() page {
	say := func(what string) string { return words.Say("predict.explained." + what) }
	return page{say("title"), []section{
		{text: []string{say("what"), say("why")}},
		{keys: []widget.Hint{{Key: "1–9", What: say("answer")}, {Key: key.Close.Show(), What: say("skip")}}},
	}}
}

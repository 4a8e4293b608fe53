package plain

import (
	"callout/game"
	"callout/game/coach"
	"callout/game/words"
)

// coachNames are the commands that help.
var coachNames = coach.Names{Words: "gloss", Help: "help", Hint: "hint", News: "look news", Rest: "rest"}

// turnCoach calls the coach, or lets it go.
func (t *table) turnCoach([]string) {
	t.coached = !t.coached
	if !t.coached {
		t.say("%s", words.Say("coach.off", "key", "coach"))
		return
	}
	t.say("%s", words.Say("coach.on"))
	t.coach(true)
}

// coach says the one thing to think of now, and what to write; after a turn, what it brought as well.
func (t *table) coach(turned bool) {
	if !t.coached {
		return
	}
	a, ok := coach.Now(&t.view, coachNames, t.open)
	if !ok {
		return
	}
	write := words.Say("coach.plain.end")
	others := t.others(&a.Order)
	switch {
	case others != "":
		write = others
	case a.Order.Kind != game.NoOrder && t.view.FormatOrder(a.Order) == a.Try:
		write = words.Say("coach.plain.plainly", "order", a.Try)
	case a.Order.Kind != game.NoOrder:
		write = words.Say("coach.plain.order", "order", t.view.FormatOrder(a.Order), "what", a.Try)
	case a.Pace == coach.UntilDue:
		write = words.Say("coach.plain.continue")
	}
	text := a.Idea + " " + write
	if turned && a.After != "" {
		text = a.After + " " + text
	}
	t.say("%s", words.Say("coach.plain.says", "text", text))
}

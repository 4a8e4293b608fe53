package plain

import (
	"callout/game/words"
	"callout/ui/hint"
)

// hint helps in three steps: asked again about the same move, it says more.
func (t *table) hint([]string) {
	h := hint.For(t.session.Game)
	if h.Order != t.hinted || t.hints == hint.Steps {
		t.hinted, t.hints = h.Order, 0
	}
	t.say("%s", h.Texts[t.hints])
	t.hints++
	if t.hints < hint.Steps && h.Texts[t.hints] != h.Texts[t.hints-1] {
		t.line(words.Say("plain.hint"))
	}
}

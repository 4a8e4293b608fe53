package plain

import (
	"callout/game/debrief"
	"callout/game/words"
	"callout/ui/hint"
)

// hinting is a hint that was asked for.
type hinting struct {
	hint hint.Hint
	at   uint64 // digest of the game that it is about
	told int    // steps
}

// hint helps in three steps: asked again about the same move, it says more. What that costs is said before.
func (t *table) hint([]string) {
	n := &t.hints
	if now := t.session.Now().Digest(); now != n.at || n.told == hint.Steps {
		*n = hinting{hint: hint.For(t.session.Now(), t.open), at: now}
	}
	if n.hint.Price(n.told) > 0 {
		if err := t.session.Note(debrief.HintNote(n.told, t.level.FormatOrder(n.hint.Order))); err != nil {
			t.line(err.Error())
			return
		}
	}
	t.line(n.hint.Texts[n.told])
	n.told++
	if n.told == hint.Steps || n.hint.Texts[n.told] == n.hint.Texts[n.told-1] {
		if others := t.others(&n.hint.Order); others != "" {
			t.line(others)
		}
		return
	}
	if price := n.hint.Price(n.told); price > 0 {
		t.line(words.Say("review.hint.again-price", "n", price))
		return
	}
	t.line(words.Say("plain.hint"))
}

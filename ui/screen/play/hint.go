package play

import (
	"strconv"

	"callout/game"
	"callout/game/words"
	"callout/ui/hint"
	"callout/ui/key"
	"callout/ui/line"
	"callout/ui/screen"
	"callout/ui/theme"
	"callout/ui/widget"
)

// Hint is a dialog that helps step by step: where to look, what to think of, a move. What the next step costs stands
// beside its key. The last step can be taken as it is.
type Hint struct {
	theme *theme.Theme
	hint  hint.Hint
	whose string // who may do what it asks for, in a sentence, where it is not the player
	shown int    // steps
}

// Hint puts the cursor on what a hint is about and returns the dialog that tells it.
func (s *Screen) Hint(h hint.Hint) *Hint {
	for i := range s.inbox {
		if h.Order.Item.Kind != game.NoItem && s.inbox[i].item == h.Order.Item {
			s.focus, s.lists[inPane].Cursor = inPane, i
		}
	}
	if h.Order.Kind == game.Rest || h.Order.Kind == game.OnStandby {
		for i, who := range s.staff {
			if who == h.Order.Analyst {
				s.focus, s.lists[peoplePane].Cursor = peoplePane, i
			}
		}
	}
	return &Hint{theme: s.theme, hint: h, whose: s.others(h.Order), shown: 1}
}

// Topic is the help page of a hint.
func (d *Hint) Topic() screen.Topic { return screen.OfChoice }

// Low keeps the dialog off what it speaks of.
func (d *Hint) Low() {}

// steps is how many steps there are to see: where nothing presses there is no move.
func (d *Hint) steps() int {
	if d.hint.Order.Kind == game.NoOrder {
		return hint.Steps - 1
	}
	return hint.Steps
}

// Key takes one key.
func (d *Hint) Key(k string) screen.Action {
	last := d.shown == d.steps()
	switch {
	case key.Hint.Is(k) && !last: // no other key, for it may cost
		d.shown++
		if d.hint.Price(d.shown-1) == 0 {
			return nil
		}
		return screen.TakeHint{Step: d.shown - 1, Order: d.hint.Order}
	case key.Choose.Is(k) && d.gives():
		return screen.All{screen.Back{}, screen.Give{Order: d.hint.Order}}
	case key.Help.Is(k):
		return screen.Help{}
	}
	return screen.Back{}
}

// gives tells whether the move can be taken as it is.
func (d *Hint) gives() bool { return d.hint.Order.Kind != game.NoOrder && d.whose == "" }

const hintWidth = 64

// Size is room for all steps, so that the dialog does not jump.
func (d *Hint) Size(w, _ int) (int, int) {
	h := 3
	for _, t := range d.hint.Texts[:d.steps()] {
		h += len(line.Wrap(t, min(hintWidth, w-8)-4))
	}
	if d.whose != "" {
		h += len(line.Wrap(d.whose, min(hintWidth, w-8)-4))
	}
	return min(hintWidth+4, w-4), h
}

// View draws the dialog.
func (d *Hint) View(w, h int) string {
	t := d.theme
	b := line.NewBlock(w-4, h-2)
	for i, text := range d.hint.Texts[:d.shown] {
		for j, l := range line.Wrap(text, w-8) {
			mark := ""
			if j == 0 {
				mark = strconv.Itoa(i + 1)
			}
			st := t.Text
			if i == d.shown-1 {
				st = t.Strong
			}
			b.Cell(t.Accent, mark, 3).Put(st, l).End()
		}
	}
	if d.whose != "" && d.shown == d.steps() {
		for _, l := range line.Wrap(d.whose, w-8) {
			b.Space(3).Put(t.Warn, l).End()
		}
	}
	for b.Left() > 1 {
		b.End()
	}
	more := words.Say("play.hint.more")
	if d.shown < d.steps() {
		if price := d.hint.Price(d.shown); price > 0 {
			more = words.Say("review.hint.more-price", "n", price)
		}
	}
	hints := []widget.Hint{{Key: key.Hint.Show(), What: more}, {Key: key.Close.Show(), What: words.Say("play.hint.enough")}}
	if d.shown == d.steps() {
		hints = hints[1:]
		if d.gives() {
			hints = append([]widget.Hint{{Key: key.Choose.Show(), What: words.Say("play.hint.give")}}, hints...)
		}
	}
	b.Join(widget.Keys(t, w-4, hints), w-4)
	return widget.Box(t, words.Say("play.hint.title"), b.Rows(), w-4)
}

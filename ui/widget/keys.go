package widget

import (
	"callout/ui/key"
	"callout/ui/line"
	"callout/ui/theme"
)

// Hint is a key and what it does now.
type Hint struct{ Key, What string }

// HintOf is the hint for a binding, in its usual words.
func HintOf(b *key.Binding) Hint { return Hint{b.Show(), b.Help()} }

// UpDown are the keys that move in a list.
func UpDown() string { return key.Up.Show() + key.Down.Show() }

// Keys writes a row of keys. The last ones in the list are dropped first where the row is too narrow.
func Keys(t *theme.Theme, w int, hints []Hint) []string {
	b := line.NewBlock(w, 1)
	for i, h := range hints {
		need := line.Width(h.Key) + 1 + line.Width(h.What)
		if i > 0 {
			need += 2
		}
		if b.Room() < need {
			break
		}
		if i > 0 {
			b.Space(2)
		}
		b.Put(t.Accent, h.Key).Space(1).Put(t.Dim, h.What)
	}
	return b.Rows()
}

package levels

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"reflect"
	"slices"

	"callout/game"
)

// Add is level l with more on its timetable, in order of time. What l has at the same minute comes first. l stays as it is;
// the new level has a digest of its own, which follows from that of l and from what was added.
func Add(l *game.Level, more ...game.Happening) *game.Level {
	with := *l
	with.Happenings = append(slices.Clone(l.Happenings), more...)
	slices.SortStableFunc(with.Happenings, func(a, b game.Happening) int { return cmp.Compare(a.At, b.At) })
	var text bytes.Buffer
	text.Write(l.Digest[:])
	encode(&text, reflect.ValueOf(more))
	with.Digest = sha256.Sum256(text.Bytes())
	return &with
}

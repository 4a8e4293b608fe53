package ui

import (
	"fmt"
	"testing"

	"github.com/muesli/termenv"
)

// BenchmarkFrame draws the main screen after a turn, when every panel has changed, and after a key that moves the
// cursor, when one or two have.
func BenchmarkFrame(b *testing.B) {
	for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 60}} {
		d := drive(&testing.T{}, size[0], size[1], termenv.TrueColor, Options{}).press("c")
		view := &d.root.views[d.root.shown]
		name := fmt.Sprintf("%dx%d", size[0], size[1])
		b.Run("turn/"+name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				d.root.main.Show(view)
				_ = d.root.View()
			}
		})
		b.Run("key/"+name, func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				d.root.top().Key([]string{"down", "up"}[i%2])
				_ = d.root.View()
			}
		})
		b.Run("idle/"+name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_ = d.root.View()
			}
		})
	}
}

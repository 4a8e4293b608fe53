package debrief

import "testing"

// BenchmarkLook is the time from a record to what it shows; design: under 150 ms for ten teams.
func BenchmarkLook(b *testing.B) {
	for _, level := range []string{"one-team", "ten-teams", "endless"} {
		for _, player := range []string{"rule", "random"} {
			r := played(b, level, player, 1)
			b.Run(level+"/"+player, func(b *testing.B) {
				for b.Loop() {
					if _, err := Look(r); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

package ui

import (
	"fmt"
	"testing"
	"unicode"

	"callout/levels"
	"callout/ui/packs"
	packsscreen "callout/ui/screen/packs"
)

// TestHostilePacks lists packs with names that somebody else gave, none at all, and more than any screen holds.
func TestHostilePacks(t *testing.T) {
	lists := map[string][]packs.Pack{"none": nil}
	for i, name := range hostileNames {
		lists[fmt.Sprint("hostile ", i)] = []packs.Pack{{
			PackInfo: levels.PackInfo{Name: name, Title: name, Author: name, About: name}, Problem: name,
			Levels: []levels.Info{{Name: name, Title: name, Lesson: name, Model: name, Teams: -1, Days: 1 << 40}},
		}}
	}
	var many []packs.Pack
	for range 300 {
		many = append(many, fakeLibrary{}.Packs()...)
	}
	lists["many"] = many
	d := drive(t, 80, 24, 0, Options{})
	for what, list := range lists {
		t.Run(what, func(t *testing.T) {
			s := packsscreen.New(d.root.theme, list)
			for _, k := range []string{"", "down", "end", "pgup", "home", "up"} {
				s.Key(k)
				for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 60}} {
					w, h := s.Size(size[0], size[1])
					view := s.View(w, h)
					fits(t, view, w, h)
					for _, r := range view {
						if r != '\n' && r != 0x1b && unicode.Is(unicode.C, r) {
							t.Fatalf("%U reached the terminal", r)
						}
					}
				}
			}
		})
	}
}

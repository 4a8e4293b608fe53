package main

import (
	"cmp"
	"fmt"
	"os"
	"slices"

	"callout/game/words"
	"callout/game/workshop"
	"callout/levels"
	"callout/ui/packs"
)

// rehearsed are the policies that fill a rehearsal, in the order in which its teams get them: unlike enough that the board
// has something to tell.
var rehearsed = []string{"rule", "fifo", "severity", "random", "without-lesson", "lesson"}

// plan is what a new workshop is made from. Mistakes in a script or a level are told with their places.
func (h *hosting) plan() (workshop.Plan, error) {
	script, err := workshop.ReadScript(h.script)
	if err != nil {
		return workshop.Plan{}, err
	}
	if h.seats > 0 {
		script.Seats = h.seats
	}
	level := cmp.Or(h.level, script.Level)
	path := packs.Path(level)
	l, err := levels.LoadWithModel(path, h.model)
	if err != nil {
		return workshop.Plan{}, err
	}
	if err := script.Fits(l); err != nil {
		return workshop.Plan{}, fmt.Errorf("--script %s with the level %s: %w", h.script, level, err)
	}
	p := workshop.Plan{Level: l.Name, Model: h.model, Script: script, Language: words.Spoken(), By: name()}
	if !slices.Contains(levels.Names(), level) {
		text, err := os.ReadFile(path)
		if err != nil {
			return workshop.Plan{}, fmt.Errorf("read the level: %w", err)
		}
		p.LevelText = string(text)
	}
	for i := range h.rehearse {
		p.Policies = append(p.Policies, rehearsed[i%len(rehearsed)])
	}
	return p, nil
}

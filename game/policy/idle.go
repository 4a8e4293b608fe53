package policy

import "callout/game"

// idle does nothing: what a level costs when nobody is there.
type idle struct{}

func (idle) Name() string          { return "idle" }
func (idle) Begin(uint64)          {}
func (idle) Play(*game.View, Give) {}

package main

import (
	"context"
	"errors"
	"os"

	"callout/ui"
)

// screens shows the screens: the menu, or the game that the options name.
func screens(ctx context.Context, t terminal, o ui.Options) error {
	if !t.capable() {
		return errors.New("the menu needs a terminal: play line by line with \"callout play tutorial --plain\"")
	}
	o.By, o.In, o.Out, o.Light = name(), t.in, t.out, t.own.light()
	o.Predictions, o.Theme = t.own.Predictions, t.own.Theme
	o.Motion = !t.own.ReducedMotion && os.Getenv("REDUCED_MOTION") == ""
	if len(t.own.problems) > 0 {
		o.Notice = t.own.problems.Error()
	}
	return ui.Run(ctx, o)
}

package main

import (
	"context"
	"errors"
)

// menu shows the screens: the menu, or the level that start names.
func menu(_ context.Context, t terminal, s start) error {
	if !t.capable() {
		return errors.New("the menu needs a terminal: play line by line with \"callout play tutorial --plain\"")
	}
	return errors.New("there is no menu yet: play line by line with \"callout play tutorial --plain\"")
}

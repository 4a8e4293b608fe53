package main

import (
	"bytes"
	"strings"
	"testing"

	"callout/game"
	"callout/game/challenge"
	"callout/levels"
)

// TestOtherRulesAreRefused gives codes of games under other rules to every command that takes one.
func TestOtherRulesAreRefused(t *testing.T) {
	l, err := levels.Load("one-team")
	if err != nil {
		t.Fatal(err)
	}
	c := challenge.New(l, false, game.SeedFrom(7))
	c.Print ^= 1
	r := challenge.Result{Challenge: c, Turns: 44, Won: true, Score: 900}
	for _, args := range [][]string{{"play", c.Code(), "--plain"}, {"challenge", c.Code()}, {"challenge", r.Code(), "--name", "Asha\x1b[2J"}} {
		var out, wrong bytes.Buffer
		code := run(t.Context(), args, terminal{in: strings.NewReader(""), out: &out, err: &wrong})
		if code != failure || !strings.Contains(wrong.String(), "that level has other rules or numbers in this Callout") {
			t.Errorf("%q: exit %d, says %s", args, code, &wrong)
		}
		if strings.Contains(out.String(), "\x1b") {
			t.Errorf("%q writes escape codes: %q", args, &out)
		}
	}
}

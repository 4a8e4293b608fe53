package main

import (
	"cmp"
	"errors"
	"path/filepath"
	"time"

	"callout/game/challenge"
	"callout/game/words"
	"callout/levels"
	"callout/ui/line"
	"callout/ui/saves"
)

// explain says what a code is about. A result is compared with the player's own game of the same challenge, or, with a
// file, with the game that it is said to come from.
func (d *dare) explain(t terminal, text string) error {
	c, r, err := challenge.Parse(text)
	if err != nil {
		return err
	}
	_, model, wrong := c.Find()
	if c.Own() {
		wrong = nil // it can be played all the same, with the file
	}
	if err := t.tell(about(c, model)...); err != nil || r == nil {
		return errors.Join(err, wrong, d.verifies(r))
	}
	if err := t.tell(claimed(*r, line.Clean(d.who))); err != nil {
		return err
	}
	if d.file != "" {
		return d.verify(t, *r)
	}
	if err := t.tell(words.Say("journal.challenge.no-proof")); err != nil || wrong != nil {
		return errors.Join(err, wrong)
	}
	return t.compare(*r)
}

// verifies tells what is wrong with verifying a code that holds no result.
func (d *dare) verifies(r *challenge.Result) error {
	if r == nil && (d.file != "" || d.who != "") {
		return usage(errors.New(words.Say("journal.challenge.needs-result")))
	}
	return nil
}

// about says in words what a challenge is.
func about(c challenge.Challenge, model string) []string {
	lines := []string{words.Say("journal.challenge.about-own")}
	switch {
	case !c.Own() && model == "":
		lines = []string{words.Say("journal.challenge.about", "level", titleOf(c.Level))}
	case !c.Own():
		lines = []string{words.Say("journal.challenge.about-model", "level", titleOf(c.Level), "model", modelTitle(model))}
	}
	if day, ok := c.Day(); ok {
		lines = append(lines, words.Say("journal.challenge.day", "date", day.Format(time.DateOnly)))
	}
	play := words.Say("journal.challenge.play", "code", c.Code())
	if c.Own() {
		play = words.Say("journal.challenge.play-own", "code", c.Code())
	}
	return append(lines, play)
}

// modelTitle is the title of a shipped support model, or its name.
func modelTitle(model string) string {
	for _, m := range levels.Models() {
		if m.Name == model {
			return m.Title
		}
	}
	return model
}

// verify plays the game in the file again and compares it with the result.
func (d *dare) verify(t terminal, r challenge.Result) error {
	got, err := saves.Result(d.file)
	if err == nil {
		err = r.Check(got)
	}
	if err != nil {
		return err
	}
	return t.tell(words.Say("journal.challenge.verified", "file", filepath.Base(d.file)))
}

// compare sets a result against the player's best own game of the same challenge.
func (t terminal) compare(r challenge.Result) error {
	var best *challenge.Result
	going := ""
	for _, s := range saves.Of(r.Challenge) {
		if !s.Over {
			going = cmp.Or(going, s.Path)
			continue
		}
		own, err := saves.Result(s.Path)
		if err == nil && (best == nil || own.Net() > best.Net()) {
			best = &own
		}
	}
	switch {
	case best == nil && going != "":
		return t.tell(words.Say("journal.challenge.going", "file", going))
	case best == nil:
		return t.tell(words.Say("journal.challenge.unplayed"))
	}
	ahead := best.Net() - r.Net()
	verdict := words.Say("journal.challenge.even")
	switch {
	case ahead > 0:
		verdict = words.Say("journal.challenge.ahead", "n", int(ahead))
	case ahead < 0:
		verdict = words.Say("journal.challenge.behind", "n", int(-ahead))
	}
	return t.tell(words.Say("journal.challenge.yours", "claim", claimed(*best, "")), verdict)
}

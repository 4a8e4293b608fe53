package main

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"callout/game"
	"callout/game/challenge"
	"callout/game/journal"
	"callout/game/words"
	"callout/levels"
	"callout/ui/packs"
	"callout/ui/saves"
)

// dare is what the flags of challenge say.
type dare struct {
	level, model, seed string
	who, file          string
}

func newChallenge(t terminal) *cobra.Command {
	var d dare
	cmd := &cobra.Command{
		Use:   "challenge [FILE | CODE]",
		Short: words.Say("journal.challenge.short"),
		Long:  words.Say("journal.challenge.long"),
		Example: "  callout challenge\n  callout challenge --level ten-teams --seed 7\n" +
			"  callout challenge CALLOUT-one-team-92QA-6WD4-N8XR-KE7T --name Asha",
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error { return d.run(t, args) },
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVar(&d.level, "level", "", words.Say("journal.challenge.level-help"))
	f.StringVar(&d.model, "model", "", words.Say("journal.challenge.model-help"))
	f.StringVar(&d.seed, "seed", "", words.Say("journal.challenge.seed-help"))
	f.StringVar(&d.who, "name", "", words.Say("journal.challenge.name-help"))
	f.StringVar(&d.file, "verify", "", words.Say("journal.challenge.verify-help"))
	cmd.RegisterFlagCompletionFunc("level", completeLevels)
	cmd.RegisterFlagCompletionFunc("model", completeModels)
	return cmd
}

// run gives the code that is asked for, or reads the one that is there.
func (d *dare) run(t terminal, args []string) error {
	text := strings.Join(args, " ")
	code := isCode(text)
	switch {
	case d.level == "" && (d.model != "" || d.seed != ""):
		return usage(errors.New(words.Say("journal.challenge.needs-level")))
	case d.level != "" && len(args) > 0:
		return usage(errors.New(words.Say("journal.challenge.not-both")))
	case !code && len(args) > 1:
		return usage(errors.New(words.Say("journal.challenge.one")))
	case !code && (d.who != "" || d.file != ""):
		return usage(errors.New(words.Say("journal.challenge.needs-code")))
	case code:
		return d.explain(t, text)
	case d.level != "":
		return d.ofLevel(t)
	case len(args) == 1:
		return ofGame(t, text)
	}
	list, err := saves.List()
	if len(list) == 0 {
		return errors.Join(errors.New(words.Say("journal.challenge.no-game")), err)
	}
	return ofGame(t, list[0].Path)
}

// isCode tells whether what somebody typed is a code, and no file.
func isCode(text string) bool {
	if _, err := os.Stat(text); err == nil {
		return false
	}
	return challenge.LooksLike(text) && !strings.HasSuffix(text, ".toml") && !strings.HasSuffix(text, ".jsonl")
}

// ofLevel gives the code to play a level.
func (d *dare) ofLevel(t terminal) error {
	l, err := levels.LoadWithModel(packs.Path(d.level), d.model)
	if err != nil {
		return err
	}
	seed := saves.RandomSeed()
	if d.seed != "" {
		n, err := strconv.ParseUint(d.seed, 10, 64)
		if err != nil {
			return usage(errors.New(words.Say("journal.challenge.bad-seed", "seed", shown(d.seed))))
		}
		seed = game.SeedFrom(n)
	}
	own := saves.OwnFile(d.level, d.model)
	return t.give(challenge.New(l, own, seed))
}

// ofGame gives the code to play the same game, and, where it is over, the code of its result.
func ofGame(t terminal, path string) error {
	s, err := journal.Summarise(path)
	if err != nil {
		return err
	}
	if err := t.give(challenge.Of(s.Header)); err != nil || !s.Over {
		return err
	}
	if s.Header.Parent != "" {
		return t.tell("", words.Say("journal.challenge.branch"))
	}
	r, err := saves.Result(path)
	if err != nil {
		return err
	}
	return t.tell("", words.Say("journal.challenge.result"), r.Code(), claimed(r, ""), words.Say("journal.challenge.compare", "code", r.Code()))
}

// give writes the code of a challenge and what to do with it.
func (t terminal) give(c challenge.Challenge) error {
	play := words.Say("journal.challenge.play", "code", c.Code())
	if c.Own() {
		play = words.Say("journal.challenge.play-own", "code", c.Code())
	}
	return t.tell(words.Say("journal.challenge.same"), c.Code(), play)
}

// tell writes lines.
func (t terminal) tell(lines ...string) error {
	_, err := fmt.Fprintln(t.out, strings.Join(lines, "\n"))
	return err
}

// claimed is what a result says, in words.
func claimed(r challenge.Result, who string) string {
	pairs := []any{"won", r.Won, "turns", r.Turns, "score", int(r.Score), "hints", int(r.Hints), "lost", words.Money(r.Lost)}
	if who != "" {
		return words.Say("journal.challenge.claim-of", append(pairs, "who", who)...)
	}
	return words.Say("journal.challenge.claim", pairs...)
}

// titleOf is the title of a shipped level, or the name of another one.
func titleOf(level string) string {
	for _, l := range levels.List() {
		if l.Name == level {
			return l.Title
		}
	}
	return level
}

// levelOrCode lets play take a level, or a code and a file.
func levelOrCode(cmd *cobra.Command, args []string) error {
	if len(args) == 2 && isCode(args[0]) {
		return nil
	}
	return cobra.MaximumNArgs(1)(cmd, args)
}

// challenged settles what is played: the level that was named, the game of the day, or the one that a code names.
func (s *start) challenged(args []string, daily bool) error {
	if len(args) > 0 {
		s.level = args[0]
	}
	switch {
	case daily && s.seed != nil:
		return usage(errors.New(words.Say("journal.challenge.daily-seed")))
	case daily && s.level == "":
		c := challenge.Daily(time.Now())
		s.level, s.seed = c.Level, &c.Seed
	case daily:
		seed := challenge.DailySeed(time.Now())
		s.seed = &seed
	case len(args) > 0 && isCode(args[0]):
		return s.accept(args)
	}
	return nil
}

// accept takes up the challenge that a code names, on the level in a file where it is somebody's own.
func (s *start) accept(args []string) error {
	c, _, err := challenge.Parse(args[0])
	switch {
	case err != nil:
		return err
	case s.seed != nil:
		return usage(errors.New(words.Say("journal.challenge.code-seed")))
	case !c.Own() && (s.model != "" || len(args) > 1):
		return usage(errors.New(words.Say("journal.challenge.code-model")))
	case !c.Own():
		if _, s.model, err = c.Find(); err != nil {
			return err
		}
		s.level, s.seed = c.Level, &c.Seed
		return nil
	case len(args) < 2:
		return challenge.ErrOwn
	}
	l, err := levels.LoadWithModel(packs.Path(args[1]), s.model)
	if err == nil {
		err = c.Match(l)
	}
	s.level, s.seed = args[1], &c.Seed
	return err
}

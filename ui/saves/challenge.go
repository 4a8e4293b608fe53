package saves

import (
	"callout/game"
	"callout/game/challenge"
	"callout/game/debrief"
	"callout/game/journal"
)

// Result plays the game recorded in a file again and returns its result. A game that is not over has none.
func Result(path string) (challenge.Result, error) {
	var g *game.Game
	report, err := journal.Replay(path, Load, func(s journal.Step) error {
		g = s.Game
		return nil
	})
	switch {
	case err != nil:
		return challenge.Result{}, err
	case g == nil:
		return challenge.Result{}, challenge.ErrNotOver
	}
	return challenge.ResultOf(report.Header, g, report.Turns, debrief.HintPoints(report.Notes))
}

// ResultCode is what a game that is being looked at came to, as a code; empty where it is not over, and for a branch, whose
// player knew what was to come.
func ResultCode(s *journal.Session) string {
	r, err := challenge.ResultOf(s.Header(), s.Game, s.Turns(), debrief.HintPoints(s.Notes()))
	if err != nil || s.Header().Parent != "" {
		return ""
	}
	return r.Code()
}

// Of are the games in Folder of one challenge, the one played last first. Branches are left out: who plays them knows what
// comes. Files that cannot be read do not count.
func Of(c challenge.Challenge) []journal.Summary {
	list, _ := List()
	var of []journal.Summary
	for _, s := range list {
		if s.Header.Parent == "" && challenge.Of(s.Header) == c {
			of = append(of, s)
		}
	}
	return of
}

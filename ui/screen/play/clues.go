package play

import (
	"cmp"
	"slices"

	"callout/game"
	"callout/game/words"
)

// evidence is what speaks for one application.
type evidence struct {
	app     int
	reasons []string
	rank    int // strongest kind first, then more reasons
}

// evidenceFor gathers what speaks for each application that is not ruled out, the strongest case first.
func evidenceFor(v *game.View, a *game.AlertView) []evidence {
	var list []evidence
	for _, c := range v.Clues(a, nil) {
		if slices.Contains(a.Ruled, c.App) {
			continue
		}
		i := slices.IndexFunc(list, func(e evidence) bool { return e.app == c.App })
		if i < 0 {
			i = len(list)
			list = append(list, evidence{app: c.App, rank: 10 * int(c.Kind)})
		}
		list[i].reasons = append(list[i].reasons, clueText(v, c))
		list[i].rank--
	}
	slices.SortStableFunc(list, func(a, b evidence) int { return cmp.Compare(a.rank, b.rank) })
	return list
}

// clueText is a clue where the application has been named before it.
func clueText(v *game.View, c game.Clue) string {
	switch c.Kind {
	case game.NamesIt:
		return words.Say("play.clue.names")
	case game.HostRan:
		return words.Say("play.clue.ran", "ago", ago(v.Now, c.At))
	case game.DeployedLate:
		return words.Say("play.clue.deployed", "ago", ago(v.Now, c.At))
	case game.DependsOnDown:
		return words.Say("play.clue.needs", "app", v.AppName(c.Other))
	case game.SameHost:
		return words.Say("play.clue.host", "item", game.Item{Kind: game.Alert, N: int32(c.Other)}.String())
	}
	return words.Clue(v, c)
}

// ago is how long ago something was, to the hour where hours have passed.
func ago(now, at game.Minute) string {
	if past := now - at; past >= 4*game.Hour {
		at = now - (past+game.Hour/2)/game.Hour*game.Hour
	}
	return words.Ago(now, at)
}

package progress

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"callout/game"
	"callout/game/journal"
	"callout/levels"
	"callout/ui/saves"
)

// figures are the metrics that are kept of each game.
var figures = []string{
	"revenue_lost", "total_cost", "cost_of_delay", "standby_cost", "callout_cost", "incidents", "ttr_median", "deploy_wait_median",
	"burnout_max", "queue_max", "misrouted_share", "escalations",
}

// Identity names a finished game, the same on every machine: it is computed from what the game was made from, and from the
// state that it ended in.
func Identity(h journal.Header, digest uint64) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%q %q %q %s %d %s %016x", h.Level, h.Model, h.Created, h.LevelDigest, h.Rules, h.Seed, digest))
	return hex.EncodeToString(sum[:12])
}

// counts tells whether a game is one of the campaign: of a shipped level.
func counts(h journal.Header) bool {
	return h.Source == "" && slices.ContainsFunc(levels.List(), func(l levels.Info) bool { return l.Name == h.Level })
}

// EntryOf is the entry of a game. It is false where the game is not over, or not of the campaign.
func EntryOf(s *journal.Session) (Game, bool) {
	h := s.Header()
	if !s.Game.Over() || !counts(h) {
		return Game{}, false
	}
	return entryOf(h, s.Game, s.Path()), true
}

// entryOf is the entry of a finished game that is recorded at path.
func entryOf(h journal.Header, g *game.Game, path string) Game {
	r := g.Result()
	begun, _ := time.Parse(time.RFC3339, h.Created) // a journal without a date has none here either
	e := Game{ID: Identity(h, g.Digest()), Level: h.Level, Model: h.Model, Branch: h.Parent != "", Begun: begun.UTC(), Won: r.Won, Figures: map[string]int64{}}
	if path != "" && filepath.Dir(path) == saves.Folder() {
		e.Save = filepath.Base(path)
	}
	for _, v := range r.Values {
		switch v.Name {
		case "score":
			e.Score = v.N
		case "revenue_lost":
			e.Lost = v.N
		}
		if v.Valid && slices.Contains(figures, v.Name) {
			e.Figures[v.Name] = v.N
		}
	}
	for _, v := range r.Goals {
		e.Goals = append(e.Goals, Goal{v.Metric, v.AtMost, v.Value, v.Current, v.Relaxed, v.Met})
	}
	return e
}

// Figure is a metric of a game, not valid where there is none.
func (g *Game) Figure(name string) game.Value {
	unit, milli, known := game.MetricUnit(name)
	n, kept := g.Figures[name]
	return game.Value{Name: name, N: n, Unit: unit, Milli: milli, Valid: known && kept}
}

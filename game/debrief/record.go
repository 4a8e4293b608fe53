package debrief

import (
	"fmt"

	"callout/game"
	"callout/game/journal"
)

// A Record is what a game was made from and what the player did: all that is needed to play it again.
type Record struct {
	Level *game.Level
	Seed  game.Seed
	Turns [][]game.Order // the orders of each turn; the last one has not ended where Ended is less than its length
	Ended int            // turns that have ended
	Path  string         // the journal that it was read from, or empty
	Notes []journal.Note // what was noted beside the orders: hints taken, predictions

	// HintPoints is what the hints that were taken cost, in points of the score; see HintPrice.
	HintPoints int64

	// With is the level under another support model for all its applications: a shipped one's name, or empty for the
	// level's own. It is nil where the level cannot be had again.
	With func(model string) (*game.Level, error)
}

// Of is the record of a game that is being played, or was. load finds its level again.
func Of(s *journal.Session, load journal.Loader) *Record {
	h := s.Header()
	return &Record{
		Level: s.Game.Level(), Seed: h.Seeded(), Turns: s.Orders(), Ended: s.Turns(), Path: s.Path(),
		Notes: s.Notes(), HintPoints: HintPoints(s.Notes()),
		With: func(model string) (*game.Level, error) { return load(h.Level, h.Source, model) },
	}
}

// Read is the record in the journal at path, which is verified on the way and only read.
func Read(path string, load journal.Loader) (*Record, error) {
	r := &Record{Path: path, Turns: [][]game.Order{nil}}
	report, err := journal.Replay(path, load, func(s journal.Step) error {
		r.Level = s.Game.Level()
		last := len(r.Turns) - 1
		switch s.Kind {
		case journal.Gave:
			o, err := r.Level.ParseOrder(s.Order)
			if err != nil {
				return err
			}
			r.Turns[last] = append(r.Turns[last], o)
		case journal.Undid:
			r.Turns[last] = r.Turns[last][:len(r.Turns[last])-1]
		case journal.Ended:
			r.Turns, r.Ended = append(r.Turns, nil), r.Ended+1
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	h := report.Header
	r.Seed, r.Notes, r.HintPoints = h.Seeded(), report.Notes, HintPoints(report.Notes)
	r.With = func(model string) (*game.Level, error) { return load(h.Level, h.Source, model) }
	if r.Level == nil {
		if r.Level, err = r.With(h.Model); err != nil {
			return nil, fmt.Errorf("%s: load its level: %w", path, err)
		}
	}
	return r, nil
}

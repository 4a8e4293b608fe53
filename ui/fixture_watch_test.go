package ui

import (
	"errors"

	"callout/game"
	"callout/game/debrief"
	"callout/game/journal"
	"callout/ui/saves"
)

// fixtureRecord is a game of the fixture's level that was played for some turns: somebody freezes, thinks again, and
// sends people to write runbooks.
func fixtureRecord(turns int) (*debrief.Record, error) {
	l := fixtureLevel()
	s := journal.New(l, game.SeedFrom(4))
	give := map[int][]string{0: {"standby Bram", "freeze on"}, 2: {"freeze off", "runbook Asha ledger", "runbook Bram search", "sync Chidi basket"}, 5: {"duty Asha off"}}
	for turn := range turns {
		for _, text := range give[turn] {
			o, err := l.ParseOrder(text)
			if err != nil {
				return nil, err
			}
			if err := s.Do(o); err != nil {
				return nil, err
			}
		}
		if turn == 2 {
			if err := s.Note(debrief.HintNote(1, "freeze off")); err != nil {
				return nil, err
			}
		}
		if s.Game.Over() {
			break
		}
		s.EndTurn()
	}
	r := debrief.Of(s, saves.Load)
	r.Path = "a.jsonl"
	return r, nil
}

func (l fakeLibrary) Record(path string) (*debrief.Record, error) {
	switch path {
	case "a.jsonl":
		return fixtureRecord(30)
	case "over.jsonl":
		return fixtureRecord(1_000)
	}
	return nil, errors.New(path + ": there is no saved game")
}

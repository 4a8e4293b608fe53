package debrief

import (
	"path/filepath"
	"reflect"
	"testing"

	"callout/game"
	"callout/game/journal"
	"callout/levels"
)

func load(name, source, model string) (*game.Level, error) { return levels.LoadWithModel(name, model) }

// TestRecordOfAJournal: the record of a game that is read from its file is that of the session that played it. Orders that
// were taken back are not in it, notes and what hints cost are.
func TestRecordOfAJournal(t *testing.T) {
	l, err := levels.Load("one-team")
	if err != nil {
		t.Fatal(err)
	}
	s, err := journal.Create(filepath.Join(t.TempDir(), "game.jsonl"), journal.Setup{Level: l, Seed: game.SeedFrom(7)})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	give := func(text string) {
		t.Helper()
		o, err := l.ParseOrder(text)
		if err == nil {
			err = s.Do(o)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	give("freeze on")
	for step := range 3 {
		if err := s.Note(HintNote(step, "standby Bram")); err != nil {
			t.Fatal(err)
		}
	}
	give("standby Bram")
	if _, err := s.Undo(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.EndTurn(); err != nil {
		t.Fatal(err)
	}
	s.Note("prediction", "7 is not the price of a hint")
	give("freeze off")
	give("freeze on")
	s.Undo()

	played := Of(s, load)
	read, err := Read(s.Path(), load)
	if err != nil {
		t.Fatal(err)
	}
	for name, r := range map[string]*Record{"played": played, "read": read} {
		want := [][]game.Order{{{Kind: game.Freeze, Choice: game.On}}, {{Kind: game.Freeze, Choice: game.Off}}}
		for turn := range want {
			for i, o := range r.Turns[turn] {
				if o.Kind != want[turn][i].Kind || o.Choice != want[turn][i].Choice {
					t.Errorf("%s: turn %d has the order %+v", name, turn, o)
				}
			}
		}
		if len(r.Turns) != 2 || len(r.Turns[0]) != 1 || len(r.Turns[1]) != 1 || r.Ended != 1 {
			t.Errorf("%s: the turns are %+v, %d ended", name, r.Turns, r.Ended)
		}
		if r.HintPoints != HintPrice(1)+HintPrice(2) || len(r.Notes) != 4 {
			t.Errorf("%s: hints cost %d, the notes are %+v", name, r.HintPoints, r.Notes)
		}
		h, err := playAgain(r)
		if err != nil || h.game.Digest() != s.Game.Digest() {
			t.Errorf("%s: played again it is another game: %v", name, err)
		}
	}
	if !reflect.DeepEqual(played.Turns, read.Turns) || !reflect.DeepEqual(played.Notes, read.Notes) {
		t.Error("what was played and what was read differ")
	}
}

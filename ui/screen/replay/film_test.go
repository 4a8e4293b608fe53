package replay

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"callout/game"
	"callout/game/debrief"
	"callout/game/journal"
	"callout/levels"
)

// record is a game in which every request is read and every alert given to somebody.
func record(t testing.TB, level string) *debrief.Record {
	t.Helper()
	l, err := levels.Load(level)
	if err != nil {
		t.Fatal(err)
	}
	s := journal.New(l, game.SeedFrom(7))
	var v game.View
	for !s.Game.Over() {
		s.Game.View(&v)
		for _, q := range v.Requests {
			s.Do(game.Order{Kind: game.Read, Item: game.Item{Kind: game.Request, N: q.N}})
			s.Do(game.Order{Kind: game.Deploy, Item: game.Item{Kind: game.Request, N: q.N}, Analyst: int(q.N) % len(v.Analysts)})
		}
		for _, a := range v.Alerts {
			s.Do(game.Order{Kind: game.Assign, Item: game.Item{Kind: game.Alert, N: a.N}, Analyst: int(a.N) % len(v.Analysts)})
		}
		if s.Turns()%5 == 0 {
			s.Note(debrief.HintNote(0, "freeze on"))
		}
		s.EndTurn()
	}
	return debrief.Of(s, nil)
}

// TestSeekingIsPlaying goes to the turns of a game in any order, with copies close together and far apart: each frame is what
// playing straight on showed.
func TestSeekingIsPlaying(t *testing.T) {
	r := record(t, "three-teams")
	g := game.New(r.Level, r.Seed)
	digests, news := []uint64{g.Digest()}, []int{0}
	var v game.View
	for turn := range r.Ended {
		for _, o := range r.Turns[turn] {
			if err := g.Do(o); err != nil {
				t.Fatal(err)
			}
		}
		g.EndTurn()
		g.View(&v)
		digests, news = append(digests, g.Digest()), append(news, len(v.News))
	}
	random := rand.New(rand.NewPCG(1, 2))
	for _, most := range []int{most, 10, 1} {
		f, err := newFilm(r, most)
		if err != nil {
			t.Fatal(err)
		}
		if f.last() != r.Ended || len(f.copies) > most+1 {
			t.Fatalf("the film has %d frames after the first and %d copies; the game had %d turns", f.last(), len(f.copies), r.Ended)
		}
		for range 60 {
			turn := random.IntN(r.Ended + 1)
			f.seek(turn, &v)
			if f.now.Digest() != digests[turn] || turn > 0 && len(v.News) != news[turn] || v.Now != f.begins[turn] {
				t.Fatalf("with %d copies turn %d is another one than in the game", len(f.copies), turn)
			}
		}
	}
}

// TestHiddenIsToldOnlyAfterTheEnd: while the game goes on, what is shown of the past is what the player was told.
func TestHiddenIsToldOnlyAfterTheEnd(t *testing.T) {
	r := record(t, "three-teams")
	count := func(f *Film) (hidden, all int) {
		for turn := range f.last() + 1 {
			list, latest := f.before(turn)
			for _, h := range list[len(list)-latest:] {
				all++
				if h.Hidden() {
					hidden++
				}
			}
		}
		return hidden, all
	}
	over, err := NewFilm(r)
	if err != nil {
		t.Fatal(err)
	}
	if hidden, all := count(over); hidden == 0 || hidden == all {
		t.Errorf("after the end %d of %d happenings were hidden", hidden, all)
	}
	r.Ended--
	going, err := NewFilm(r)
	if err != nil {
		t.Fatal(err)
	}
	if hidden, all := count(going); hidden != 0 || all == 0 {
		t.Errorf("before the end %d hidden happenings are told, of %d", hidden, all)
	}
}

// TestGivenIsWhatWasGiven: the orders of each turn, and what was noted in it.
func TestGivenIsWhatWasGiven(t *testing.T) {
	r := record(t, "one-team")
	f, err := NewFilm(r)
	if err != nil {
		t.Fatal(err)
	}
	for turn := range r.Ended {
		var want []string
		for _, o := range r.Turns[turn] {
			want = append(want, r.Level.FormatOrder(o))
		}
		if turn%5 == 0 {
			want = append(want, "noted, hint: 0 freeze on")
		}
		if !reflect.DeepEqual(f.given[turn], want) {
			t.Fatalf("turn %d shows %q; want %q", turn, f.given[turn], want)
		}
	}
}

func BenchmarkSeek(b *testing.B) {
	f, err := NewFilm(record(b, "ten-teams"))
	if err != nil {
		b.Fatal(err)
	}
	var v game.View
	for i := range b.N {
		f.seek(i*37%(f.last()+1), &v)
	}
}

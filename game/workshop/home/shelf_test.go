package home

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"callout/game"
	"callout/game/debrief"
	"callout/game/debrief/report"
	"callout/game/workshop"
	"callout/game/workshop/memory"
	"callout/levels"
)

// room is a workshop of players with names that no debrief may tell.
type room struct {
	t     *testing.T
	hub   *workshop.Hub
	chair *workshop.Chair
	codes []string // return codes, by seat
}

var people = []string{"Ottoline Zwick", "Baltasar Njoroge", "Quirina Vanterpool"}

// open opens a workshop with two teams: the first two players share one.
func open(t *testing.T) *room {
	t.Helper()
	hub, err := workshop.NewHub(context.Background(), workshop.Options{
		Store: memory.New(), Load: func(name, _, model string) (*game.Level, error) { return levels.LoadWithModel(name, model) },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := hub.Close(context.Background(), "The test is over."); err != nil {
			t.Error(err)
		}
	})
	chair, _, err := hub.Open(t.Context(), workshop.Plan{Level: "one-team", Script: workshop.Script{Name: "one", Seats: 2, Rounds: []workshop.Round{
		{Title: "One", Days: 1, Pace: workshop.Own, Open: workshop.AllLevers()},
	}}})
	if err != nil {
		t.Fatal(err)
	}
	r := &room{t: t, hub: hub, chair: chair}
	for i, name := range people {
		j := workshop.Joiner{Name: name, Team: 1}
		if i != 1 {
			j.Team, j.TeamName = 0, "The friends of "+name
		}
		ticket, err := chair.Room().Join(t.Context(), j)
		if err != nil {
			t.Fatal(err)
		}
		r.codes = append(r.codes, ticket.Return)
	}
	return r
}

// goOn goes on to a phase.
func (r *room) goOn(to workshop.Phase) {
	r.t.Helper()
	for r.chair.Room().Picture().Phase != to {
		if err := r.chair.Do(r.t.Context(), workshop.Command{Kind: workshop.Began}); err != nil {
			r.t.Fatal(err)
		}
	}
}

// refused fails the test where an error is no sentence for a player.
func refused(t *testing.T, file []byte, err error, what string) {
	t.Helper()
	var refusal workshop.Refusal
	if !errors.As(err, &refusal) || !strings.HasSuffix(err.Error(), ".") || file != nil {
		t.Errorf("%s: %d bytes and %v", what, len(file), err)
	}
}

// TestTakeHome: nothing before the debrief; then each player has the debrief of their team, in every format, made once, and
// nobody's name is in it.
func TestTakeHome(t *testing.T) {
	r := open(t)
	s := NewShelf(r.hub)
	for _, phase := range []workshop.Phase{workshop.Lobby, workshop.Run} {
		r.goOn(phase)
		file, err := s.Take(t.Context(), "a", r.codes[0], "html")
		refused(t, file, err, string(phase))
	}
	r.goOn(workshop.Debrief)
	for seat, code := range r.codes {
		for _, format := range report.Formats() {
			written := strings.ToLower(workshop.ShowCode(code))
			file, err := s.Take(t.Context(), "a", written, format)
			if err != nil {
				t.Fatalf("%s for seat %d: %v", format, seat+1, err)
			}
			for _, name := range append(people, "friends") {
				if bytes.Contains(file, []byte(name)) {
					t.Errorf("the %s for seat %d names %s", format, seat+1, name)
				}
			}
			if format == "html" && !bytes.HasPrefix(file, []byte("<!DOCTYPE html>")) || format == "json" && !json.Valid(file) || len(file) < 50 {
				t.Errorf("the %s for seat %d is %.80q", format, seat+1, file)
			}
		}
	}
	if s.count != 2 || len(s.works) != 2 {
		t.Errorf("%d were made and %d are kept, of two teams", s.count, len(s.works))
	}
	if s.size == 0 || s.size > 2<<20 {
		t.Errorf("two debriefs take %d bytes", s.size)
	}
	for what, code := range map[string]string{"another": "ZZZZ-ZZZZ", "none": "", "a room": r.chair.Room().Code(), "too long": strings.Repeat("A", 9)} {
		file, err := s.Take(t.Context(), "b "+what, code, "html")
		refused(t, file, err, what+" code")
	}
	file, err := s.Take(t.Context(), "a", r.codes[0], "docx")
	refused(t, file, err, "another format")
	if err := r.chair.Do(t.Context(), workshop.Command{Kind: workshop.Removed, Body: workshop.Body(workshop.SeatChange{Seat: 3})}); err != nil {
		t.Fatal(err)
	}
	file, err = s.Take(t.Context(), "a", r.codes[2], "html")
	refused(t, file, err, "somebody who was taken out")
}

// TestGuessing: whoever guesses return codes has to wait, and then has to wait with the right one too.
func TestGuessing(t *testing.T) {
	r := open(t)
	r.goOn(workshop.Debrief)
	s := NewShelf(r.hub)
	for i := range 5 {
		_, err := s.Take(t.Context(), "guesser", fmt.Sprintf("0000-000%d", i), "json")
		refused(t, nil, err, "a guess")
	}
	file, err := s.Take(t.Context(), "guesser", r.codes[0], "json")
	refused(t, file, err, "the right code after guesses")
	if _, err := s.Take(t.Context(), "somebody else", r.codes[0], "json"); err != nil {
		t.Error(err)
	}
}

// TestOneAtATime: while one is made, others wait for as long as is said and are then told to come again; what is made
// already is had at once; and however many ask at once, each team's is made once.
func TestOneAtATime(t *testing.T) {
	r := open(t)
	r.goOn(workshop.Debrief)
	s := NewShelf(r.hub)
	if _, err := s.Take(t.Context(), "a", r.codes[2], "md"); err != nil {
		t.Fatal(err)
	}
	s.patience = time.Millisecond
	s.looking <- struct{}{} // and nothing goes on
	if file, err := s.Take(t.Context(), "a", r.codes[0], "md"); !errors.Is(err, ErrSoon) || file != nil {
		t.Errorf("%d bytes and %v while another is made", len(file), err)
	}
	if _, err := s.Take(t.Context(), "a", r.codes[2], "md"); err != nil {
		t.Errorf("what is made already is not had while another is made: %v", err)
	}
	gone, leave := context.WithCancel(t.Context())
	leave()
	if _, err := s.Take(gone, "a", r.codes[0], "md"); err == nil {
		t.Error("somebody who has gone got a debrief")
	}
	<-s.looking
	s.patience = time.Minute
	var wait sync.WaitGroup
	for i := range 300 {
		wait.Go(func() {
			var err error
			switch room := r.chair.Room(); i % 3 {
			case 0:
				_, err = s.Take(t.Context(), "a", r.codes[0], "md")
			case 1:
				_, err = s.Look(t.Context(), room, 1)
			default:
				err = s.Study(t.Context(), room, 1, func(debrief.Studying) {})
			}
			if err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	if s.count != 2 {
		t.Errorf("%d were made, of two teams", s.count)
	}
	if len(s.looking) != 0 {
		t.Error("somebody still has a turn")
	}
}

// TestStudying: two of a team read the same debrief, are told of it stage by stage, and it does not change under them; the
// other team comes after it, and is told so.
func TestStudying(t *testing.T) {
	r := open(t)
	s, room := NewShelf(r.hub), r.chair.Room()
	if err := s.Study(t.Context(), room, 1, nil); err == nil {
		t.Error("a game that goes on is studied")
	}
	r.goOn(workshop.Debrief)
	first, err := s.Look(t.Context(), room, 1)
	if err != nil {
		t.Fatal(err)
	}
	s.looking <- struct{}{} // nobody else is looked at for now
	studies := func(team int, whole **debrief.Debrief) (ahead <-chan int, done <-chan error) {
		waits, ended := make(chan int, 1), make(chan error, 1)
		go func() {
			stage := debrief.Comparing
			ended <- s.Study(t.Context(), room, team, func(at debrief.Studying) {
				if at.Ahead > 0 {
					select {
					case waits <- at.Ahead:
					default:
					}
				}
				if at.Stage < stage {
					t.Errorf("stage %d comes after stage %d", at.Stage, stage)
				}
				if stage = at.Stage; at.Ready != nil {
					*whole = at.Ready
				}
			})
		}()
		return waits, ended
	}
	var one, two, other *debrief.Debrief
	s.line = append(s.line, newWork(place{room.ID(), 1}, version{}, first.Record)) // somebody is being studied already
	waits, doneOne := studies(1, &one)
	if n := <-waits; n != 1 {
		t.Errorf("%d come before the second", n)
	}
	_, doneTwo := studies(1, &two)
	waits, doneOther := studies(2, &other)
	if n := <-waits; n != 2 {
		t.Errorf("%d come before the third", n)
	}
	<-s.looking
	go s.work()
	for _, done := range []<-chan error{doneOne, doneTwo, doneOther} {
		if err := <-done; err != nil {
			t.Fatal(err)
		}
	}
	if one != two || one == other || len(one.Ladder.Rungs) == 0 || len(other.Models) == 0 {
		t.Errorf("a team reads one debrief, with all that is to be known of it")
	}
	if len(first.Ladder.Rungs) != 0 {
		t.Error("the debrief that was shown first has changed")
	}
	if again, err := s.Look(t.Context(), room, 1); err != nil || again != one {
		t.Errorf("whoever looks later has another debrief than those who read it already: %v", err)
	}
	for _, code := range r.codes { // when these are there, nobody works any more
		if _, err := s.Take(t.Context(), "a", code, "md"); err != nil {
			t.Fatal(err)
		}
	}
	runtime.KeepAlive(one)
	one, two = nil, nil
	runtime.GC()
	runtime.GC()
	count := s.count
	again, err := s.Look(t.Context(), room, 1)
	if err != nil || len(again.Ladder.Rungs) != 0 || s.count != count {
		t.Errorf("a debrief that nobody reads is still in memory: %v", err)
	}
	if _, err := s.Take(t.Context(), "a", r.codes[0], "md"); err != nil || s.count != count {
		t.Errorf("what can be taken home is made again: %v", err)
	}
}

// TestMemoryIsBounded: beyond the bound the oldest goes, and is made anew when it is asked for; what belongs to a room that
// is gone goes too.
func TestMemoryIsBounded(t *testing.T) {
	r := open(t)
	s := NewShelf(r.hub)
	s.most = 250
	at := func(n int) place { return place{r.chair.Room().ID(), n} }
	keep := func(at place, size int) {
		s.works[at] = newWork(at, version{}, nil)
		s.keep(s.works[at], size)
	}
	for n := range 50 {
		keep(at(n%7), 100)
		if s.size > s.most || len(s.works) != len(s.order) || len(s.works) > 2 || s.works[at(n%7)] == nil {
			t.Fatalf("%d bytes in %d debriefs, %d in order", s.size, len(s.works), len(s.order))
		}
	}
	keep(place{"purged", 1}, 100)
	keep(at(1), 10)
	if _, there := s.works[place{"purged", 1}]; there {
		t.Error("what belongs to a room that is gone is kept")
	}
	keep(at(1), 1000)
	if len(s.works) != 1 {
		t.Error("one that is larger than the bound is not had at all")
	}
}

package sample

import (
	"fmt"
	"time"

	"callout/game"
	"callout/game/words"
	"callout/game/workshop"
)

// Setting is what a room is to be like.
type Setting struct {
	Teams int
	Crew  int // seats at each game, at least 1
	Turns int // of the team that is furthest; the others are up to four behind
	Round int // from 0, of two
	Phase workshop.Phase
}

// Now is when all rooms are looked at.
var Now = time.Date(2026, 11, 26, 10, 47, 30, 0, time.UTC)

// Script is what all rooms play: a round at each team's own pace, and one together.
func Script() workshop.Script {
	return workshop.Script{Name: "60", Title: "An hour on the high street", Minutes: 60, Level: "high-street", Seats: 4, Rounds: []workshop.Round{
		{Title: "Two quiet days", Says: "Six teams build the shop. You run it. For now you can only read, link and give out work.", Ask: []string{"Where did it burn first, and who saw it?", "What did you wait for?"},
			Days: 2, Pace: workshop.Own, Open: []workshop.Lever{workshop.TriageLever, workshop.DeploymentsLever}, Prepare: 5, Run: 15, Result: 3, Reflect: 7},
		{Title: "All levers", Says: "Now you may change who runs what.", Ask: []string{"Who moved an application, and what did it cost?"},
			Days: 4, Pace: workshop.Together, Every: 60, Open: workshop.AllLevers(), Prepare: 5, Run: 15, Result: 5, Reflect: 5},
	}}
}

// people are those who come, in this order and then again with a number.
var people = []string{"Amina", "Jonas", "Mei-Lin", "Oluwaseun", "Frieda", "Tomasz", "Ingrid", "Rahul", "Zoë", "Mateo", "Nkechi", "Lars"}

// birds are what their teams are called.
var birds = []string{"Herons", "Kestrels", "Wagtails", "Plovers", "Siskins", "Dunlins", "Curlews", "Avocets", "Linnets", "Godwits"}

// named is name i of a list that goes on for ever.
func named(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return fmt.Sprintf("%s %d", list[i%len(list)], i/len(list)+1)
}

// Room is a room with such a setting, played without orders; its board has courses of its own.
func Room(o Setting) *workshop.Picture {
	s := workshop.NewState(func(string, string, string) (*game.Level, error) { return level(), nil })
	seed := game.SeedFrom(11)
	var seq int64
	apply := func(seat int, n int64, kind workshop.Kind, body any) {
		seq++
		e := workshop.Entry{Seq: seq, Epoch: 1, At: Now.Add(-12 * time.Minute).UnixMilli(), Seat: seat, N: n, Kind: kind}
		if body != nil {
			e.Body = workshop.Body(body)
		}
		if err := s.Apply(e); err != nil {
			panic(fmt.Sprintf("the sample's entry %d, %s: %v", seq, kind, err)) // it always makes the same entries
		}
	}
	apply(0, 0, workshop.Opened, workshop.Opening{
		Level: "high-street", Rules: game.Rules, Seed: workshop.FormatSeed(seed), Commitment: workshop.Commit(seed), Script: Script(), Language: words.First,
	})
	names := []workshop.Name{}
	crew := max(o.Crew, 1)
	for i := range o.Teams * crew {
		apply(0, 0, workshop.Joined, workshop.Joining{Seat: i + 1, Team: i/crew + 1})
		names = append(names, workshop.Name{Who: workshop.Who(fmt.Sprintf("s%d", i+1)), Name: named(people, i)})
	}
	for i := range o.Teams {
		names = append(names, workshop.Name{Who: workshop.Who(fmt.Sprintf("t%d", i+1)), Name: named(birds, i)})
	}
	said, counters := int64(0), make([]int64, o.Teams)
	script := Script()
	for _, step := range script.Steps()[1:] {
		if o.Phase == workshop.Lobby {
			break
		}
		said++
		apply(workshop.Facilitator, said, workshop.Began, step)
		if step.Phase == workshop.Run && step.Round == o.Round {
			for i := range o.Teams {
				for range max(o.Turns-i%5, 0) {
					if script.Rounds[o.Round].Pace == workshop.Own {
						counters[i]++
						apply(i*crew+1, counters[i], workshop.EndedTurn, nil)
					}
				}
			}
			for turn := range o.Turns {
				if script.Rounds[o.Round].Pace == workshop.Together {
					apply(0, 0, workshop.Stepped, workshop.Step{Turn: turn + 1})
				}
			}
		}
		if step.Round == o.Round && step.Phase == o.Phase {
			break
		}
	}
	p := s.Picture(&workshop.Workshop{Code: "7K4Q9M"}, names)
	for i, seat := range p.Seats {
		seat.Here, seat.Ready = min(1, (i+2)%7), i%3 == 0
	}
	if !p.Ends.IsZero() {
		p.Ends = Now.Add(8*time.Minute + 12*time.Second)
		p.Left = p.Ends.Sub(Now)
	}
	p.Board.Rows = board(p)
	return p
}

// board is a board whose teams have courses of their own.
func board(p *workshop.Picture) []workshop.BoardRow {
	rows := p.Board.Rows
	for i := range rows {
		r := &rows[i]
		k, lost := r.Team-1, game.Pence(0)
		r.Rank, r.Model = i+1, p.Level.Models[(k+1)%2].Title
		for n := range r.Course {
			lost += game.Pence((k*7+n*n)%23) * game.Pence(k%11+1) * 3_000
			r.Course[n].Burnout, r.Course[n].Queue, r.Course[n].Lost = int32(18+(k*5+n*3/2)%62), int32((k+n*n)%13), lost
		}
		if n := len(r.Course); n > 0 {
			last := r.Course[n-1]
			r.Burnout, r.Queue, r.Lost = last.Burnout, last.Queue, last.Lost
		}
	}
	return rows
}

// Reveal shows the truth of a room's board.
func Reveal(p *workshop.Picture) {
	p.Board.Mode = workshop.RevealedAll
	for i := range p.Board.Rows {
		r := &p.Board.Rows[i]
		r.Total = r.Lost*5/4 + game.Pence(900_000+r.Team*70_000)
		r.Score = 1000 * 50_000_000 / int64(50_000_000+r.Total)
	}
}

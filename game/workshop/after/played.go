package after

import (
	"slices"
	"time"

	"callout/game"
	"callout/game/debrief"
	"callout/game/journal"
	"callout/game/predict"
	"callout/game/words"
)

// Played is a workshop that was played, or is: all that is needed to look back on it.
type Played struct {
	ID       string      // of the workshop; never shown to players
	Code     string      // with which players joined
	Level    *game.Level // with everything in it that the facilitator let happen
	Seed     game.Seed
	Teams    []Team
	Events   []Event  // what the facilitator let happen, oldest first
	Ask      []string // the questions of the script
	Opened   time.Time
	Closed   time.Time // zero for one that goes on
	Language string    // as in the catalogue

	// With is the level under another support model for all its applications, with the same happenings; nil where it cannot
	// be had.
	With func(model string) (*game.Level, error)
}

// Team is one game and who played it.
type Team struct {
	N     int // from 1
	Name  string
	Seats []Seat
	By    string         // the policy that played for it, or empty
	Turns [][]game.Order // the orders of each turn; the last one has not ended where Ended is less than its length
	Ended int            // turns that have ended
	Notes []journal.Note // hints taken, predictions
	Said  []time.Time    // when each of the notes was made
	Over  time.Time      // when its last turn ended; zero where none has
}

// Seat is somebody who played.
type Seat struct {
	N      int // from 1
	Name   string
	Joined time.Time
}

// Event is what the facilitator let happen to all.
type Event struct {
	Title    string
	Severity string           // mild, normal or severe
	Brings   []game.Happening // as they stand in the level, in order of time
}

// Unnamed is the workshop without anybody's name: teams and seats are called by their numbers. Notes of other kinds than
// the program's own are left out, for their text may name somebody.
func (p *Played) Unnamed() *Played {
	u := *p
	u.Teams = slices.Clone(p.Teams)
	for i := range u.Teams {
		t := &u.Teams[i]
		t.Name = words.Say("workshop.name.team", "n", t.N)
		t.Seats = slices.Clone(t.Seats)
		for k := range t.Seats {
			t.Seats[k].Name = words.Say("workshop.name.seat", "n", t.Seats[k].N)
		}
		if len(t.Said) != len(t.Notes) {
			t.Said = make([]time.Time, len(t.Notes))
		}
		notes, said := t.Notes, t.Said
		t.Notes, t.Said = nil, nil
		for k, n := range notes {
			if slices.Contains(ownNotes, n.Kind) {
				t.Notes, t.Said = append(t.Notes, n), append(t.Said, said[k])
			}
		}
	}
	return &u
}

// ownNotes are the kinds of note that the program itself makes.
var ownNotes = []string{predict.NoteKind, debrief.HintKind}

// Record is the game of team n, from 1, as its debrief reads it.
func (p *Played) Record(n int) *debrief.Record { return p.record(&p.Teams[n-1]) }

// record is a team's game as the debrief reads it.
func (p *Played) record(t *Team) *debrief.Record {
	return &debrief.Record{
		Level: p.Level, Seed: p.Seed, Turns: t.Turns, Ended: t.Ended, Notes: t.Notes,
		HintPoints: debrief.HintPoints(t.Notes), With: p.With,
	}
}

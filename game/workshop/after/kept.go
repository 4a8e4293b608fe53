package after

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"callout/game"
	"callout/game/journal"
	"callout/game/workshop"
	"callout/levels"
)

// Kept is a workshop as it was kept, played again.
type Kept struct {
	Workshop workshop.Workshop // of a recording its ID is one that follows from its entries, and the rest is empty
	Opening  workshop.Opening
	Picture  *workshop.Picture
	Entries  int
	Last     workshop.Entry

	state  *workshop.State
	load   journal.Loader
	opened time.Time
	closed time.Time
	joined map[int]time.Time   // by seat
	team   map[int]int         // of each seat
	noted  map[int][]time.Time // by team
}

// Read reads a workshop from a store and plays it. load finds the shipped levels.
func Read(ctx context.Context, store workshop.Store, w workshop.Workshop, load journal.Loader) (*Kept, error) {
	k := newKept(load)
	k.Workshop = w
	if err := store.Read(ctx, w.ID, 0, k.add); err != nil {
		return nil, fmt.Errorf("read the workshop %s: %w", w.Code, err)
	}
	names, err := store.Names(ctx, w.ID)
	if err != nil {
		return nil, fmt.Errorf("read the names of the workshop %s: %w", w.Code, err)
	}
	if err := k.show(names); err != nil {
		return nil, fmt.Errorf("read the workshop %s: %w", w.Code, err)
	}
	return k, nil
}

func newKept(load journal.Loader) *Kept {
	return &Kept{
		state: workshop.NewState(load), load: load,
		joined: map[int]time.Time{}, team: map[int]int{}, noted: map[int][]time.Time{},
	}
}

// add plays one more entry.
func (k *Kept) add(e workshop.Entry) error {
	if err := k.state.Apply(e); err != nil {
		return fmt.Errorf("entry %d (%s): %w", e.Seq, e.Kind, err)
	}
	k.Last = e
	k.Entries++
	at := time.UnixMilli(e.At).UTC()
	switch e.Kind {
	case workshop.Opened:
		k.opened = at
		return json.Unmarshal(e.Body, &k.Opening) // it was played, so it can be read
	case workshop.Joined:
		var j workshop.Joining
		if err := json.Unmarshal(e.Body, &j); err != nil {
			return err
		}
		k.joined[j.Seat], k.team[j.Seat] = at, j.Team
	case workshop.Moved:
		var c workshop.SeatChange
		if err := json.Unmarshal(e.Body, &c); err != nil {
			return err
		}
		k.team[c.Seat] = c.Team
	case workshop.Noted:
		k.noted[k.team[e.Seat]] = append(k.noted[k.team[e.Seat]], at)
	case workshop.Closed:
		k.closed = at
	}
	return nil
}

// show makes the picture, when all entries have been played.
func (k *Kept) show(names []workshop.Name) error {
	if k.Entries == 0 {
		return errors.New("it has no entries: it was never opened")
	}
	k.Picture = k.state.Picture(&k.Workshop, names)
	return nil
}

// Finished tells whether the workshop is over, or has come to its debrief: only then may its seed be told.
func (k *Kept) Finished() bool { return k.Picture.Seed != nil }

// seed is the seed, which may not be told before the workshop is finished.
func (k *Kept) seed() (game.Seed, error) { return workshop.ParseSeed(k.Opening.Seed) }

// Played is the workshop as it is looked back on, with all the names that are kept.
func (k *Kept) Played() (*Played, error) {
	seed, err := k.seed()
	if err != nil {
		return nil, err
	}
	p := &Played{
		ID: k.Workshop.ID, Code: k.Workshop.Code, Level: k.Picture.Level, Seed: seed, Opened: k.opened, Closed: k.closed,
		Language: k.Opening.Language, With: k.with,
	}
	if k.Finished() && p.Closed.IsZero() {
		p.Closed = time.UnixMilli(k.Last.At).UTC()
	}
	for _, r := range k.Opening.Script.Rounds {
		p.Ask = append(p.Ask, r.Ask...)
	}
	for i := range k.Picture.Events {
		e := &k.Picture.Events[i]
		p.Events = append(p.Events, Event{Title: eventTitle(e.Event), Severity: e.Severity, Brings: e.Brings})
	}
	for _, t := range k.Picture.Teams {
		team := Team{N: t.N, Name: t.Name, By: t.Policy, Turns: t.Orders, Ended: t.Ended, Notes: t.Notes, Said: k.noted[t.N], Over: t.Last}
		for _, s := range k.Picture.Seats {
			if s.Team == t.N && !s.Removed {
				team.Seats = append(team.Seats, Seat{N: s.N, Name: s.Name, Joined: k.joined[s.N]})
			}
		}
		p.Teams = append(p.Teams, team)
	}
	return p, nil
}

// eventTitle is an event as people read it; one of another version is called by its name.
func eventTitle(name string) string {
	for _, e := range workshop.Events() {
		if e.Name == name {
			return e.Title()
		}
	}
	return name
}

// with is the level of the workshop under another support model, with everything that the facilitator let happen.
func (k *Kept) with(model string) (*game.Level, error) {
	var l *game.Level
	var err error
	if k.Opening.LevelText != "" {
		l, err = levels.Parse(k.Opening.Level+".toml", []byte(k.Opening.LevelText), model)
	} else {
		l, err = k.load(k.Opening.Level, "", model)
	}
	if err != nil {
		return nil, err
	}
	for i := range k.Picture.Events {
		l = levels.Add(l, k.Picture.Events[i].Brings...)
	}
	return l, nil
}

// Alone tells whether a seat is the only one at its team, so that the team's name may be that of a person.
func (k *Kept) Alone(seat int) bool {
	return !slices.ContainsFunc(k.Picture.Seats, func(s *workshop.Seat) bool {
		return s.N != seat && s.Team == k.Picture.Seats[seat-1].Team && !s.Removed
	})
}

package after

import (
	"cmp"
	"context"
	"slices"

	"callout/game"
	"callout/game/debrief"
)

// UnderModel is the teams that had most of their applications under one support model at the end.
type UnderModel struct {
	Model int // index into the level's
	Title string
	Teams []int      // indices, the cheapest game first
	Lost  game.Pence // mean
	Total game.Pence // mean
}

// models groups the teams by support model, the cheapest group first.
func (r *Room) models() {
	for m := range r.Played.Level.Models {
		u := UnderModel{Model: m, Title: r.Played.Level.Models[m].Title}
		for _, i := range r.Ranked {
			if t := &r.Teams[i]; t.Model == m {
				u.Teams = append(u.Teams, i)
				u.Lost, u.Total = u.Lost+t.Lost, u.Total+t.Total
			}
		}
		if n := game.Pence(len(u.Teams)); n > 0 {
			u.Lost, u.Total = u.Lost/n, u.Total/n
			r.Models = append(r.Models, u)
		}
	}
	slices.SortStableFunc(r.Models, func(a, b UnderModel) int { return cmp.Compare(a.Total, b.Total) })
}

// Compare plays the demand of the room with every policy of the ladder and under every support model, and reads the medals
// of all teams off it. It takes a second or two, however many teams there are.
func (r *Room) Compare(ctx context.Context, progress debrief.Progress) error {
	if len(r.Teams) == 0 {
		return nil
	}
	d, err := debrief.Skim(r.Played.record(r.played(0)))
	if err != nil {
		return err
	}
	if err := d.Compare(ctx, progress); err != nil {
		return err
	}
	r.Ladder, r.Missing = d.Ladder, d.Missing
	r.Same = slices.DeleteFunc(d.Models, func(m debrief.ModelResult) bool { return m.Played })
	for i := range r.Teams {
		if t := &r.Teams[i]; t.Over {
			t.Medal = r.Ladder.MedalFor(t.Score)
		}
	}
	return nil
}

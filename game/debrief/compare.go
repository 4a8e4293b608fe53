package debrief

import (
	"context"

	"callout/game"
	"callout/game/policy"
)

// A trial is one game of the comparison: a level on the seed of the record, and who plays it.
type trial struct {
	level  *game.Level
	policy string
	result game.Result
}

// Compare plays the same demand with every policy of the ladder and under every support model.
func (d *Debrief) Compare(ctx context.Context, progress Progress) error {
	ladder := d.ladderTrials()
	models, rows := d.modelTrials()
	trials := append(ladder, models...)
	err := Crowd(ctx, len(trials), func() *table { return new(table) }, func(t *table, i int) error {
		return t.play(ctx, &trials[i], d.Record.Seed)
	}, func(done int) {
		if progress != nil {
			progress(done * 1000 / len(trials))
		}
	})
	if err != nil {
		return err
	}
	d.climb(trials[:len(ladder)])
	d.contrast(rows, trials[len(ladder):])
	return nil
}

// table is the memory of one goroutine that plays trials.
type table struct{ game game.Game }

// play plays a trial to its end, unless ctx is done before.
func (t *table) play(ctx context.Context, trial *trial, seed game.Seed) error {
	p, err := policy.New(trial.policy)
	if err != nil {
		return err
	}
	t.game.Reset(trial.level, seed)
	player := policy.NewPlayer(p)
	player.Begin(&t.game, seed[0])
	for !t.game.Over() {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		player.Turn()
	}
	trial.result = t.game.Result()
	return nil
}

// metric is a metric of a result.
func metric(r *game.Result, name string) game.Value {
	for _, v := range r.Values {
		if v.Name == name {
			return v
		}
	}
	return game.Value{Name: name}
}

package workshop

import (
	"callout/game"
	"callout/game/debrief"
	"callout/game/journal"
	"callout/levels"
)

// Record is a team's game, to look back on. ok is false as long as the seed is not revealed.
func (p *Picture) Record(t *Team) (r *debrief.Record, ok bool) {
	if p.Seed == nil {
		return nil, false
	}
	return &debrief.Record{
		Level: p.Level, Seed: *p.Seed, Turns: t.Orders, Ended: t.Ended, Notes: t.Notes, HintPoints: debrief.HintPoints(t.Notes), With: p.under,
	}, true
}

// under is the level under another support model, with the events that the facilitator let happen.
func (o Opening) under(model string, load journal.Loader, events []Happens) (*game.Level, error) {
	o.Model, o.Digest = model, "" // it is another level, on purpose
	l, err := o.level(load)
	if err != nil {
		return nil, err
	}
	for _, e := range events {
		l = levels.Add(l, e.Brings...)
	}
	return l, nil
}

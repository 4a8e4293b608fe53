package debrief

import "callout/game/predict"

// predictions measures what the player predicted. A record whose notes cannot be read has none.
func (d *Debrief) predictions() error {
	b, err := predict.Replay(d.Record.Level, d.Record.Seed, d.Record.Turns, d.Record.Ended, d.Record.Notes)
	if err != nil {
		return err
	}
	d.Predictions = predict.Calibrate(b.Predictions())
	return nil
}

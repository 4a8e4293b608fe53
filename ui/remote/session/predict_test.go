package session

import (
	"testing"
	"testing/synctest"

	"callout/game/predict"
	"callout/game/workshop"
	"callout/ui/remote"
)

// TestPredictionsInARoom holds that whoever drives is asked before the week ends and nobody else, that the answer is kept
// with the team's game, that whoever comes back finds it, and that the debrief scores it apart.
func TestPredictionsInARoom(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := script(2)
		s.Asks, s.Level = true, "growing"
		s.Rounds[0].Days, s.Rounds[1].Days, s.Rounds[1].Pace, s.Rounds[1].Every = 5, 10, workshop.Own, 0
		h := open(t, s)
		room := h.chair.Room()
		team := func() *workshop.Team { return room.Picture().Teams[0] }
		asked := func() *predict.Prediction {
			t.Helper()
			b, err := team().Book()
			if err != nil {
				t.Fatal(err)
			}
			return b.Open()
		}
		mara, ben := h.joins(remote.Caller{Key: "SHA256:mara"}, "Mara"), h.joins(remote.Caller{Key: "SHA256:ben"}, "Ben")
		h.say(workshop.Began, nil)
		h.say(workshop.Began, nil)
		for range 200 {
			if asked() != nil {
				break
			}
			mara.press("space")
		}
		q := asked()
		if q == nil {
			t.Fatalf("nothing was asked:\n%s", mara.screen())
		}
		mara.sees(q.Choices[0])
		ben.sees("ORDERS OF THIS TURN")

		mara.hangUp()
		mara = h.call(remote.Caller{Key: "SHA256:mara"}).sees("Welcome back", q.Choices[0])
		mara.press("1", "2").sees("Noted")
		if n := team().Notes; len(n) != 1 || n[0].Kind != predict.NoteKind || asked() != nil {
			t.Fatalf("the notes are %+v", n)
		}
		ben.press("w").sees("you drive", "ORDERS")
		ben.hangUp()
		ben = h.call(remote.Caller{Key: "SHA256:ben"}).sees("Welcome back", "you drive", "ORDERS ")

		for room.Picture().Phase != workshop.Debrief {
			h.say(workshop.Began, nil)
		}
		b, err := team().Book()
		if err != nil {
			t.Fatal(err)
		}
		if c := predict.Calibrate(b.Predictions()); len(c.List) != 1 || c.List[0].Sure != 70 || c.Asked < 2 {
			t.Errorf("the book has %+v", c)
		}
		look, err := ben.model.(*Session).stage.(*seat).game.LookBack()
		if err != nil {
			t.Fatal(err)
		}
		if c := look.Predictions; len(c.List) != 1 || c.List[0].Sure != 70 || len(c.Lines()) != 2 {
			t.Errorf("the debrief has %+v", c)
		}
	})
}

package ui

import (
	"fmt"
	"testing"

	"github.com/muesli/termenv"

	"callout/game/debrief"
	"callout/game/predict"
	"callout/levels"
	"callout/ui/saves"
	"callout/ui/screentest"
)

// upToQuestion plays the first level on until the game asks for a prediction.
func upToQuestion(t *testing.T, w, h int) *driver {
	t.Helper()
	l, err := levels.Load("tutorial")
	if err != nil {
		t.Fatal(err)
	}
	d := drive(t, w, h, termenv.Ascii, Options{Games: realLibrary{level: l, seed: 3}, Level: "tutorial", Predictions: true}).press("enter", "r")
	for range 40 {
		if d.root.book.Open() != nil {
			return d
		}
		d.press("space")
	}
	t.Fatal("nothing was asked")
	return nil
}

func TestPredictionScreens(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 60}} {
		t.Run(fmt.Sprintf("question-%dx%d", size[0], size[1]), func(t *testing.T) { screentest.Golden(t, upToQuestion(t, size[0], size[1]).screen()) })
		t.Run(fmt.Sprintf("sure-%dx%d", size[0], size[1]), func(t *testing.T) { screentest.Golden(t, upToQuestion(t, size[0], size[1]).press("2").screen()) })
	}
}

// TestAPredictionIsKeptAndComesBack: two keys answer, the game goes on, the answer is told when the time has come, and the
// debrief measures it.
func TestAPredictionIsKeptAndComesBack(t *testing.T) {
	d := upToQuestion(t, 80, 24).press("?").sees("A prediction").press("esc", "1", "3").sees("Noted")
	session := d.root.play.(*serial).Play.(unhurried).Session
	if n := session.Notes(); len(n) != 1 || n[0].Kind != predict.NoteKind {
		t.Fatalf("the notes are %+v", n)
	}
	if d.root.book.Open() != nil {
		t.Error("it is still asked")
	}
	for range 40 {
		if d.root.play.Over() {
			break
		}
		d.press("space")
	}
	look, err := debrief.Look(debrief.Of(session, saves.Load))
	if err != nil {
		t.Fatal(err)
	}
	if c := look.Predictions; len(c.List) != 1 || c.List[0].Sure != 90 || c.List[0].Choice != 0 || len(c.Lines()) != 2 {
		t.Errorf("the debrief has %+v", c)
	}
}

// TestAPredictionNeedNotBeMade: escape goes on, nothing is noted, and it is not asked again; who wants none is asked none.
func TestAPredictionNeedNotBeMade(t *testing.T) {
	d := upToQuestion(t, 80, 24)
	turn := d.root.views[d.root.shown].Turn
	d.press("esc")
	if len(d.root.stack) != 2 {
		t.Fatalf("there is still something over the game:\n%s", d.screen())
	}
	d.press("space")
	if now := d.root.views[d.root.shown].Turn; now != turn+1 || len(d.root.stack) != 2 {
		t.Errorf("turn %d, then %d, with %d screens", turn, now, len(d.root.stack))
	}
	if n := d.root.play.(*serial).Play.(unhurried).Notes(); len(n) != 0 {
		t.Errorf("the notes are %+v", n)
	}
	quiet := tutorial(t, 80, 24, 3)
	for !quiet.root.play.Over() {
		if len(quiet.root.stack) > 2 {
			t.Fatalf("something was asked:\n%s", quiet.screen())
		}
		quiet.press("space")
	}
}

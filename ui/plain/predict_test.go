package plain

import (
	"strings"
	"testing"
)

// foretell sits down at a game that asks for predictions.
func foretell(t *testing.T) *seat {
	t.Helper()
	s := sit(t, "three-teams", 4)
	s.remember(true)
	return s
}

// TestPredictionsAreAskedAndAnswered: continue stops for the question, an answer is noted, what came is told, and nothing
// is asked of whoever does not want it.
func TestPredictionsAreAskedAndAnswered(t *testing.T) {
	s := foretell(t)
	if said := s.write("predict 1 90"); !strings.Contains(said, "Nothing is asked") {
		t.Errorf("before anything was asked: %s", said)
	}
	asked := ""
	for range 200 {
		if asked = s.write("continue"); s.asks() || s.done {
			break
		}
	}
	if !strings.Contains(asked, "A prediction, if you like") || !strings.Contains(asked, "  2: ") {
		t.Fatalf("nothing was asked:\n%s", asked)
	}
	for _, bad := range []string{"predict", "predict 1", "predict x 90", "predict 99 90", "predict 1 55", "predict 1 90 2"} {
		if said := s.write("%s", bad); said == "" || !s.asks() {
			t.Errorf("%q is taken: %s", bad, said)
		}
	}
	if said := s.write("predict 1 70%%"); !strings.Contains(said, "Noted") || s.asks() {
		t.Errorf("the answer was not taken: %s", said)
	}
	said := ""
	for range 400 {
		if said = s.write("end"); s.done || strings.Contains(said, "You were right") || strings.Contains(said, "You were wrong") {
			break
		}
	}
	if !strings.Contains(said, "70 % sure") {
		t.Errorf("what came of it was never told; the last that was said is:\n%s", said)
	}
}

// TestAQuestionEatsNothing: a script that does not know of predictions plays the same game to the same end.
func TestAQuestionEatsNothing(t *testing.T) {
	one, two := sit(t, "three-teams", 4), foretell(t)
	for range 400 {
		one.write("end")
		two.write("end")
		if one.done || two.done {
			break
		}
	}
	if !one.done || !two.done || one.session.Now().Digest() != two.session.Now().Digest() {
		t.Errorf("the games went apart: %v at %s, %v at %s", one.done, one.view.Now, two.done, two.view.Now)
	}
}

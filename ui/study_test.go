package ui

import (
	"context"
	"errors"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"callout/game"
	"callout/game/debrief"
	"callout/game/journal"
	"callout/levels"
	debriefscreen "callout/ui/screen/debrief"
)

// unstudied is a debrief of the fixture of which the long part is still to come.
func unstudied(l *game.Level) *debrief.Debrief {
	d := fixtureDebrief(l)
	d.Ladder, d.Models, d.Review = debrief.Ladder{}, nil, debrief.Review{}
	return d
}

// atDebrief is a driver whose program shows a debrief that is being studied; the study does nothing but what the test
// says.
func atDebrief(t *testing.T) (*driver, *study) {
	d := drive(t, 80, 24, termenv.Ascii, Options{}).press("c")
	s := debriefscreen.New(d.root.theme, d.play.level, unstudied(d.play.level))
	st := &study{screen: s, news: make(chan studied, 8), stop: func() {}}
	d.root.push(s)
	d.root.study = st
	return d, st
}

// news brings news of a study without waiting for the next.
func (d *driver) news(s studied) { d.root.Update(s) }

// Keys work while the debrief is studied, the pages show how far it is, and what is ready appears.
func TestKeysAreLiveWhileTheDebriefIsStudied(t *testing.T) {
	d, st := atDebrief(t)
	d.news(studied{study: st, Studying: debrief.Studying{Stage: debrief.Comparing, Done: 420}})
	d.sees("Playing the same demand under every support model", "42 %")
	d.news(studied{study: st, Studying: debrief.Studying{Stage: debrief.Comparing, Ahead: 12}})
	d.sees("12 other debriefs are worked out first.")
	d.news(studied{study: st, Studying: debrief.Studying{Stage: debrief.Comparing, Done: 420}})
	d.press("9").sees("It comes next. Before it: Playing the same demand", "0 %")
	d.press("5", "down").sees("Where did the time go?", "ledger")
	ready := *unstudied(d.play.level)
	fixtureComparison(&ready)
	ready.Review = debrief.Review{}
	d.news(studied{study: st, Studying: debrief.Studying{Stage: debrief.Reviewing, Ready: &ready}})
	d.press("8").sees("You Build It Ops Sometimes Run It")
	d.news(studied{study: st, Studying: debrief.Studying{Stage: debrief.Reviewing, Done: 700}})
	d.press("9").sees("Playing on from your decisions", "70 %")
	whole := *fixtureDebrief(d.play.level)
	d.news(studied{study: st, Studying: debrief.Studying{Stage: debrief.Studied, Ready: &whole}})
	d.sees("You asked a team that does not own it.")
	if d.root.busy {
		t.Error("the program is busy with a study")
	}
}

// Leaving the debrief ends its study, and what still comes of it is nobody's.
func TestLeavingTheDebriefEndsItsStudy(t *testing.T) {
	d, st := atDebrief(t)
	stopped := false
	st.stop = func() { stopped = true }
	if d.press("?", "esc", "g", "esc"); stopped {
		t.Fatal("a dialog over the debrief ended its study")
	}
	d.press("q").sees("C A L L O U T")
	if !stopped || d.root.study != nil {
		t.Error("the study goes on")
	}
	d.news(studied{study: st, err: errors.New("too late")})
	d.sees("C A L L O U T")
}

func TestAStudyThatFailsSaysWhy(t *testing.T) {
	d, st := atDebrief(t)
	d.news(studied{study: st, err: errors.New("the level cannot be had again")})
	d.press("8").sees("This could not be worked out", "the level cannot be had again")
	d.press("2").sees("What did it cost?")
}

// A real study works on a copy: its debrief is whole, the one that is shown has not changed until it is told.
func TestAStudyWorksOnACopy(t *testing.T) {
	l, err := levels.Load("tutorial")
	if err != nil {
		t.Fatal(err)
	}
	s := journal.New(l, game.SeedFrom(1))
	for !s.Game.Over() {
		if _, err := s.EndTurn(); err != nil {
			t.Fatal(err)
		}
	}
	shown, err := recorded{s}.LookBack()
	if err != nil {
		t.Fatal(err)
	}
	st := &study{news: make(chan studied, 8)}
	st.run(context.Background(), recorded{s}, shown)()
	if len(shown.Ladder.Rungs) > 0 || shown.Review.Games > 0 {
		t.Error("the debrief that is shown was worked on")
	}
	var last studied
	for n := range st.news {
		if n.err != nil {
			t.Fatal(n.err)
		}
		if n.Ready != nil {
			last = n
		}
	}
	if last.Stage != debrief.Studied || len(last.Ready.Ladder.Rungs) == 0 || len(last.Ready.Models) == 0 || last.Ready.Review.Tried == 0 {
		t.Errorf("at the end the study is at stage %d with %d rungs, %d models, %d decisions tried", last.Stage, len(last.Ready.Ladder.Rungs), len(last.Ready.Models), last.Ready.Review.Tried)
	}
}

func TestAStoppedStudyBringsNothing(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	l, err := levels.Load("ten-teams")
	if err != nil {
		t.Fatal(err)
	}
	play := recorded{journal.New(l, game.SeedFrom(1))}
	d, err := play.LookBack()
	if err != nil {
		t.Fatal(err)
	}
	st := &study{news: make(chan studied, 8)}
	st.run(ctx, play, d)()
	for n := range st.news {
		if n.Ready != nil || n.err != nil {
			t.Errorf("a study that was stopped brings %+v", n)
		}
	}
}

// The pages are reached by digits, by tab and by arrows; a list keeps its place; what opens is closed by the key that
// closes.
func TestDebriefKeys(t *testing.T) {
	d := drive(t, 80, 24, termenv.Ascii, Options{}).press(over()...)
	d.sees("1 Was it enough?").press("tab").sees("2 What did it cost?").press("right", "right").sees("3 When did it go wrong?")
	d.sees("decision 2 of 6").press("right", "right", "right", "right", "right", "right", "right").sees("decision 6 of 6", "Bram has a day of rest")
	d.press("left").sees("decision 5 of 6").press("home").sees("decision 1 of 6").press("tab").sees("4 What waited?")
	d.press("shift+tab", "shift+tab").sees("2 What did it cost?").press("0").sees("What next?").press("tab").sees("1 Was it enough?")
	d.press("5", "down", "down", "enter").sees("search, incident 3", "from fault to restoration").press("esc").sees("INCIDENTS, THE DEAREST FIRST")
	d.press("6", "enter").sees("THE CHEAPEST MOVE").press("5", "enter").sees("search, incident 3")
	d.press("7", "g").sees("time to restore").press("esc").press("end", "g").sees("unfair on-call")
	if len(d.play.orders) > 0 || d.root.busy {
		t.Error("looking back played")
	}
}

// b asks before it leaves the debrief, names the move to try, and plays on from the turn of the decision.
func TestPlayOnFromADecision(t *testing.T) {
	d := drive(t, 80, 24, termenv.Ascii, Options{}).press(over("9", "b")...)
	d.sees("Play on from week 1, Tue 14:00?", "escalate A-113")
	if d.press("esc").sees("Which decisions mattered?"); d.play.closed {
		t.Fatal("the game was left without a yes")
	}
	d.press("3", "b", "enter").sees("INBOX", "You play on from the start of turn 1.")
	if !d.play.closed {
		t.Error("the game that was left is still open")
	}
	if d.root.study != nil {
		t.Error("a study goes on without its debrief")
	}
}

func TestExportSaysWhereItIs(t *testing.T) {
	d := drive(t, 80, 24, termenv.Ascii, Options{}).press(over("e")...)
	d.sees("Written", "/home/asha/a.html", "/home/asha/a.md").press("esc").sees("1 Was it enough?")
}

// A running game tells nothing that is hidden: how it stands is drawn from the view alone.
func TestARunningGameTellsWhatIsKnown(t *testing.T) {
	d := drive(t, 120, 60, termenv.Ascii, Options{}).press("c", "q", "3")
	d.sees("The game goes on", "What nobody has noticed yet is not in it", "£48,200")
	if view := ansi.Strip(d.screen()); strings.Contains(view, "£75,") || strings.Contains(view, "INCIDENTS") {
		t.Errorf("the truth is on the screen:\n%s", view)
	}
	d.press("esc").sees("INBOX")
	d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("q3")})
	d.sees("How it stands")
}

package ui

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"callout/game"
	"callout/ui/layout"
	"callout/ui/screen"
)

func TestFromTheMenuToTheResult(t *testing.T) {
	d := drive(t, 80, 24, termenv.Ascii, Options{})
	d.sees("C A L L O U T", "Campaign", "High street, week 1, Tue 14:00")
	d.press("m").sees("The campaign", "The first day", "6 teams, 10 working days")
	d.press("enter").sees("Six teams build the shop", "revenue lost at most £60,000")
	d.press("enter").sees("INBOX", "A-113", "customers feel it")
	d.press("space").sees("Tue 15:00")
	d.press("space", "space").sees("3 of 4 goals met", "A medal, bronze")
	d.press("q").sees("C A L L O U T")
	if !d.play.closed {
		t.Error("leaving the result did not close the game")
	}
	if d.press("q"); !d.quit {
		t.Error("q in the menu does not leave")
	}
}

// An order is what the player saw: the row under the cursor, the key that stood before it, the candidate chosen.
func TestOrders(t *testing.T) {
	alert := func(n int32) game.Item { return game.Item{Kind: game.Alert, N: n} }
	for _, c := range []struct {
		name string
		keys []string
		want game.Order
	}{
		{"link to the strongest", []string{"l", "enter"}, game.Order{Kind: game.Link, Item: alert(113), App: 0, Analyst: none, Team: none}},
		{"link to another", []string{"l", "4"}, game.Order{Kind: game.Link, Item: alert(113), App: 5, Analyst: none, Team: none}},
		{"investigate", []string{"i", "1"}, game.Order{Kind: game.Assign, Item: alert(113), Analyst: 2, App: none, Team: none}},
		{"escalate", []string{"e", "down", "enter"}, game.Order{Kind: game.Escalate, Item: alert(113), Team: 3, Analyst: none, App: none}},
		{"noise", []string{"n"}, game.Order{Kind: game.Dismiss, Item: alert(113), Analyst: none, App: none, Team: none}},
		{"roll back what came with a deployment", []string{"down", "b", "1"}, game.Order{Kind: game.RollBack, App: 3, Analyst: 2, Team: none}},
		{"refuse a report", []string{"down", "down", "2"}, game.Order{Kind: game.Answer, Item: game.Item{Kind: game.Message, N: 8}, Choice: game.Refuse, Analyst: none, App: none, Team: none}},
		{"write it", []string{"down", "down", "1", "2"}, game.Order{Kind: game.Answer, Item: game.Item{Kind: game.Message, N: 8}, Choice: game.Report, Analyst: 1, App: none, Team: none}},
		{"deploy", []string{"down", "down", "down", "d", "1"}, game.Order{Kind: game.Deploy, Item: game.Item{Kind: game.Request, N: 41}, Analyst: 2, App: none, Team: none}},
		{"runbook of an application", []string{"tab", "r", "1"}, game.Order{Kind: game.Runbook, App: 1, Analyst: 2, Team: none}},
		{"rest for a person", []string{"tab", "tab", "end", "z"}, game.Order{Kind: game.Rest, Analyst: 2, App: none, Team: none}},
		{"duty off", []string{"tab", "tab", "y"}, game.Order{Kind: game.Duty, Analyst: 0, Choice: game.Off, App: none, Team: none}},
		{"work for a person", []string{"tab", "tab", "i", "enter"}, game.Order{Kind: game.Assign, Item: alert(113), Analyst: 0, App: none, Team: none}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := drive(t, 80, 24, termenv.Ascii, Options{}).press("c").press(c.keys...)
			if len(d.play.orders) != 1 || d.play.orders[0] != c.want {
				t.Fatalf("the keys %q gave %+v, want %+v", c.keys, d.play.orders, c.want)
			}
			d.sees("Order given: " + d.play.level.FormatOrder(c.want))
		})
	}
}

func TestUndoTakesTheLastOrderBack(t *testing.T) {
	d := drive(t, 80, 24, termenv.Ascii, Options{}).press("c")
	if strings.Contains(d.screen(), "undo") {
		t.Error("undo is shown where there is nothing to take back")
	}
	d.press("u").sees("There is no order of this turn to take back")
	d.press("i", "1", "n").sees("Order given: noise A-113", "u undo")
	d.press("u").sees("Taken back: noise A-113.", "u undo")
	if len(d.play.orders) != 1 || d.play.orders[0].Kind != game.Assign {
		t.Errorf("left are %+v", d.play.orders)
	}
	d.press("u").sees("Taken back: assign A-113 Chidi.")
	if strings.Contains(d.screen(), "u undo") {
		t.Error("undo is shown after the last order was taken back")
	}
	d.press("n", "space").sees("Tue 15:00")
	if strings.Contains(d.screen(), "u undo") {
		t.Error("undo is shown for an order of the turn before")
	}
}

// Playing on from an earlier turn opens a branch and closes the game it comes from, also when that is over. What cannot be
// branched stays open.
func TestPlayOn(t *testing.T) {
	d := drive(t, 80, 24, termenv.Ascii, Options{}).press("c", "space", "space", "space").sees("3 of 4 goals met")
	d.run(d.root.do(screen.PlayOn{Turn: 7}))
	d.sees("That did not work", "there is no such turn")
	if d.play.closed {
		t.Fatal("the game was closed though there is no branch")
	}
	d.press("esc").sees("3 of 4 goals met")
	d.run(d.root.do(screen.PlayOn{Turn: 1}))
	d.sees("INBOX", "Tue 15:00", "You play on from the start of turn 2.")
	if !d.play.closed {
		t.Error("the game that was branched is still open")
	}
}

func TestEscapeGivesNoOrder(t *testing.T) {
	d := drive(t, 80, 24, termenv.Ascii, Options{}).press("c", "l", "down", "esc", "i", "q", "e", "esc", "esc")
	if len(d.play.orders) != 0 {
		t.Errorf("orders were given: %+v", d.play.orders)
	}
	d.sees("INBOX")
}

func TestKeysThatArriveTogetherAreAllTaken(t *testing.T) {
	d := drive(t, 80, 24, termenv.Ascii, Options{}).press("c")
	d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("i1n")})
	if len(d.play.orders) != 2 || d.play.orders[0].Kind != game.Assign || d.play.orders[1].Kind != game.Dismiss {
		t.Errorf("i, 1 and n in one message gave %+v", d.play.orders)
	}
}

func TestPastedTextIsNobodysKey(t *testing.T) {
	d := drive(t, 80, 24, termenv.Ascii, Options{}).press("c")
	d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("n n n"), Paste: true})
	if len(d.play.orders) != 0 || d.play.turns != 0 {
		t.Error("pasted text played")
	}
}

func TestRefusedOrdersSayWhy(t *testing.T) {
	drive(t, 80, 24, termenv.Ascii, Options{}).press("c", "f").sees("Deployments cannot be frozen today: ask again on Thursday")
	drive(t, 80, 24, termenv.Ascii, Options{}).press("c", "d").sees("Deploy does not apply to what is selected.")
}

func TestContinueEndsTurnsUntilSomethingNeedsADecision(t *testing.T) {
	d := drive(t, 80, 24, termenv.Ascii, Options{}).press("c", "c")
	if d.play.turns != 2 {
		t.Errorf("%d turns were ended, a decision was needed after 2", d.play.turns)
	}
}

// While a turn is played, what is typed waits; nothing is lost and nothing is done twice.
func TestKeysWaitWhileATurnIsPlayed(t *testing.T) {
	d := drive(t, 80, 24, termenv.Ascii, Options{}).press("c")
	_, cmd := d.root.Update(tea.KeyMsg{Type: tea.KeySpace, Runes: []rune(" ")})
	d.press("i", "1")
	if len(d.play.orders) != 0 {
		t.Error("an order was given while the turn was played")
	}
	d.run(cmd)
	if len(d.play.orders) != 1 || d.play.turns != 1 {
		t.Errorf("afterwards there are %d orders and %d turns, want one of each", len(d.play.orders), d.play.turns)
	}
}

func TestAnyKeyStopsContinue(t *testing.T) {
	d := drive(t, 80, 24, termenv.Ascii, Options{}).press("c")
	_, cmd := d.root.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("c")})
	d.sees("Time passes")
	d.press("x")
	d.run(cmd)
	if d.play.turns != 1 {
		t.Errorf("%d turns were ended after a key was pressed in the first", d.play.turns)
	}
}

func TestAResizeAtAnyMoment(t *testing.T) {
	for _, s := range screens {
		d := drive(t, 200, 60, termenv.TrueColor, Options{}).press(s.keys...)
		for _, size := range [][2]int{{80, 24}, {40, 10}, {132, 43}, {300, 24}, {80, 100}, {1, 1}, {0, 0}, {120, 36}} {
			d.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			if size[0] == 0 {
				continue
			}
			d.screen()
		}
	}
}

func TestTooSmallTakesNoKeysButQuit(t *testing.T) {
	d := drive(t, 80, 24, termenv.Ascii, Options{}).press("c")
	d.send(tea.WindowSizeMsg{Width: layout.MinWidth - 1, Height: 24})
	d.press("n", "space")
	if len(d.play.orders) != 0 || d.play.turns != 0 {
		t.Error("a game was played that could not be seen")
	}
	if d.press("q"); !d.quit {
		t.Error("q does not leave")
	}
}

func TestWhatCannotBeOpened(t *testing.T) {
	d := drive(t, 80, 24, termenv.Ascii, Options{}).press("s", "3").sees("That did not work", "is damaged")
	d.press("esc").sees("C A L L O U T")
	d = drive(t, 80, 24, termenv.Ascii, Options{Level: "no-such-level"})
	if !d.quit || d.root.err == nil {
		t.Error("a level that is not there, named on the command line, does not end the program with an error")
	}
}

func TestStartedWithALevelItLeavesToTheShell(t *testing.T) {
	d := drive(t, 80, 24, termenv.Ascii, Options{Level: "high-street"}).sees("Six teams build the shop")
	if d.press("enter", "q", "enter"); !d.quit {
		t.Error("leaving the game goes to a menu that nobody came from")
	}
}

func TestGlossarySearch(t *testing.T) {
	d := drive(t, 120, 36, termenv.Ascii, Options{}).press("g").sees("type to search")
	d.press("b", "u", "r", "n").sees("burnout")
	d.press("z", "z", "z").sees("No word fits")
	d.press("esc").sees("type to search")
	d.press("esc").sees("They build it")
}

func TestHelpKnowsEveryScreen(t *testing.T) {
	for _, c := range []struct {
		keys []string
		want string
	}{
		{nil, "how a game goes"}, {[]string{"m"}, "A medal says"}, {[]string{"m", "y"}, "no right answer"}, {[]string{"n"}, "renegotiated"}, {[]string{"c"}, "Read it from the top"},
		{[]string{"c", "l"}, "think again"}, {[]string{"c", "q", "3"}, "What nobody has noticed yet"}, {over(), "All of it is the truth"},
	} {
		d := drive(t, 120, 60, termenv.Ascii, Options{}).press(c.keys...).press("?")
		d.seesFold(c.want)
	}
}

// A hint comes in steps, the last of which can be taken as it is.
func TestHints(t *testing.T) {
	d := drive(t, 80, 24, termenv.Ascii, Options{}).press("c", "tab", "h").sees("Look at A-113", "▸!! A-113")
	d.press("h", "h").sees("link A-113 basket", "give that order")
	d.press("enter").sees("Order given: link A-113 basket")
	if len(d.play.orders) != 1 {
		t.Errorf("%d orders were given", len(d.play.orders))
	}
}

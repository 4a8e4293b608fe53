package game

import (
	"strings"
	"testing"
)

// What is written is read back, for every order and every name.
func TestOrdersReadBack(t *testing.T) {
	l := smallLevel()
	for k := Read; k < orderKinds; k++ {
		for c := On; c < choices; c++ {
			o := Order{Kind: k, Item: Item{Alert, 113}, Analyst: 1, App: 2, Team: 0, Choice: c}
			text := l.FormatOrder(o)
			back, err := l.ParseOrder(text)
			if err != nil {
				t.Fatalf("%q: %v", text, err)
			}
			if again := l.FormatOrder(back); again != text || back.Kind != k {
				t.Errorf("%q came back as %q", text, again)
			}
		}
	}
}

func TestParseOrder(t *testing.T) {
	l := smallLevel()
	for _, c := range []struct{ text, want, err string }{
		{text: "link A-001 front", want: "link A-001 front"},
		{text: "LINK a1 FRO", want: "link A-001 front"},
		{text: "  assign   A-7  om ", want: "assign A-007 Omar"},
		{text: "answer M-1 refuse", want: "answer M-001 refuse"},
		{text: "answer M-1 report Ines", want: "answer M-001 report Ines"},
		{text: "", err: "an order is missing"},
		{text: "launch A-1", err: `"launch" is not an order: use one of read, link, noise`},
		{text: "link A-1", err: "link needs more: link ITEM APPLICATION"},
		{text: "link A-1 front back", err: `link takes no "back"`},
		{text: "link 113 front", err: `"113" is not an item: write an alert as A-113`},
		{text: "link A-0 front", err: "is not an item"},
		{text: "link A-99999999999 front", err: "is not an item"},
		{text: "link A-1 ledger", err: `no application is called "ledger": there are front, middle, back`},
		{text: "rest i ", want: "rest Ines"},
		{text: "rest nobody", err: `no analyst is called "nobody": there are Ines, Omar`},
		{text: "duty Ines maybe", err: `"maybe" is not a choice: use one of on, off`},
		{text: "escalate A-1 \x1b[31mred", err: `no Delivery team is called "\x1b[31mred"`},
	} {
		o, err := l.ParseOrder(c.text)
		switch {
		case c.err == "" && err != nil:
			t.Errorf("%q: %v", c.text, err)
		case c.err == "" && l.FormatOrder(o) != c.want:
			t.Errorf("%q was read as %q, want %q", c.text, l.FormatOrder(o), c.want)
		case c.err != "" && (err == nil || !strings.Contains(err.Error(), c.err)):
			t.Errorf("%q: error %v, want one with %q", c.text, err, c.err)
		}
	}
}

// Every order has a line in the help, and an order refused has changed nothing.
func TestRefusedOrdersChangeNothing(t *testing.T) {
	g, _ := play(0, DataFault)
	must(g, "assign A-1 Ines")
	g.apps[1].waiting = 1
	g.newRequest(1, g.now, 0)
	for _, c := range []struct{ text, err string }{
		{"link A-2 front", "there is no alert A-002"},
		{"link R-1 front", "is about an alert, and R-001 is not one"},
		{"assign A-1 Ines", "Ines is on A-001 already"},
		{"assign A-1 Vera", "an analyst who works here"},
		{"deploy R-1 Ines", "R-001 has not been read: read it first"},
		{"deploy R-2 Ines", "there is no release request R-002"},
		{"deploy A-1 Ines", "is about a release request"},
		{"rollback front Ines", "front has no deployment that could be rolled back"},
		{"workaround A-1 Omar", "is not linked to an application"},
		{"first R-1", "nobody has R-001: assign it first"},
		{"first A-1", "Ines is on A-001 already"},
		{"drop M-1", "there is no message M-001"},
		{"read A-1", "an alert is read at a glance"},
		{"answer M-1 refuse", "there is no message M-001"},
		{"duty Ines report", "duty is on or off"},
		{"freeze off", "the freeze is off already"},
		{"freeze people", "a freeze is on or off"},
		{"standby Ines", "Ines is on standby already"},
	} {
		before := g.Digest()
		events := len(g.events)
		err := order(g, c.text)
		if err == nil || !strings.Contains(err.Error(), c.err) {
			t.Errorf("%q: error %v, want one with %q", c.text, err, c.err)
		}
		if g.Digest() != before || len(g.events) != events {
			t.Errorf("%q was refused and changed the game", c.text)
		}
	}
	for _, o := range []Order{{}, {Kind: orderKinds}, {Kind: 255}, {Kind: Assign, Item: Item{Alert, 1}, Analyst: -7}, {Kind: Escalate, Item: Item{Alert, 1}, Team: 99}, {Kind: Sync, App: 1 << 30}, {Kind: Answer, Item: Item{Message, -1}}} {
		before := g.Digest()
		if err := g.Do(o); err == nil {
			t.Errorf("%+v was accepted", o)
		}
		if g.Digest() != before {
			t.Errorf("%+v was refused and changed the game", o)
		}
	}
	press := g.newMessage(message{kind: PressMessage, app: None, team: None, goal: None})
	if err := order(g, "answer M-1 on"); err == nil || err.Error() != `M-001 cannot be answered with "on": use one of report, refuse` {
		t.Errorf("a choice that answers nothing: %v", err)
	}
	if err := g.Do(Order{Kind: Answer, Item: press, Choice: 200}); err == nil {
		t.Error("a choice that does not exist was accepted")
	}
	if got := len(OrderHelps()); got != int(orderKinds)-1 {
		t.Errorf("help speaks of %d orders, there are %d", got, orderKinds-1)
	}
}

func FuzzParseOrder(f *testing.F) {
	for _, s := range []string{"link A-1 front", "assign A-113 Omar", "answer M-7 report Ines", "duty Ines on", "read R-041", "\x00", "first", "link A-1 ä"} {
		f.Add(s)
	}
	l := smallLevel()
	f.Fuzz(func(t *testing.T, text string) {
		o, err := l.ParseOrder(text)
		if err != nil {
			if len(err.Error()) > 600 {
				t.Errorf("an error of %d characters", len(err.Error()))
			}
			return
		}
		written := l.FormatOrder(o)
		back, err := l.ParseOrder(written)
		if err != nil || l.FormatOrder(back) != written {
			t.Errorf("%q was read as %q, and that as %q (%v)", text, written, l.FormatOrder(back), err)
		}
		g := New(l, SeedFrom(1))
		before := g.Digest()
		if err := g.Do(o); err != nil && g.Digest() != before {
			t.Errorf("%q was refused and changed the game", text)
		}
	})
}

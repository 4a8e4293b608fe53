package policy

import (
	"encoding/json"
	"iter"
	"reflect"
	"slices"
	"strings"
	"testing"

	"callout/game"
)

// turnsOf are the turn lines of a game that random plays.
func turnsOf(t *testing.T, level string, seed uint64) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		g := game.New(load(t, level), game.SeedFrom(seed))
		p := player(t, "random")
		p.Begin(g, seed)
		var w writer
		var l lister
		s := seat{game: g, label: 1}
		for !g.Over() {
			g.View(&s.view)
			w.reset()
			w.turn(&s, nil, &l)
			if !yield(w.line()) {
				return
			}
			p.Turn()
		}
	}
}

// viewFields are the names of all fields of a view and of what is in it, in snake_case.
func viewFields() []string {
	var names []string
	var walk func(reflect.Type)
	walk = func(t reflect.Type) {
		switch t.Kind() {
		case reflect.Slice, reflect.Array:
			walk(t.Elem())
		case reflect.Struct:
			if t == reflect.TypeFor[game.Item]() || t == reflect.TypeFor[game.Gauge]() {
				return
			}
			for i := range t.NumField() {
				if f := t.Field(i); f.IsExported() {
					names = append(names, snake(f.Name))
					walk(f.Type)
				}
			}
		}
	}
	walk(reflect.TypeFor[game.View]())
	return names
}

// What is listed as legal is accepted, but for what nobody can know before trying: whether an application passes its
// entry review, and whose support chain an alert is under.
func TestLegalOrdersAreAccepted(t *testing.T) {
	for _, level := range []string{"tutorial", "three-teams", "ten-teams"} {
		g := game.New(load(t, level), game.SeedFrom(5))
		p := player(t, "random")
		p.Begin(g, 5)
		var w writer
		var l lister
		var v game.View
		var try game.Game
		tried := 0
		for !g.Over() {
			g.View(&v)
			w.reset()
			l.list(&v, &w)
			var legal []string
			if err := json.Unmarshal(w.line(), &legal); err != nil {
				t.Fatal(err)
			}
			for i, text := range legal {
				if i%7 != v.Turn%7 {
					continue
				}
				o, err := v.ParseOrder(text)
				if err != nil {
					t.Fatal(err)
				}
				g.CopyTo(&try)
				before := try.Digest()
				if err := try.Do(o); err != nil && o.Kind != game.Move && o.Kind != game.Escalate {
					t.Fatalf("%s, turn %d: %s is listed and refused: %v", level, v.Turn, text, err)
				} else if err == nil && try.Digest() == before && o.Kind != game.First && o.Kind != game.Read {
					t.Errorf("%s, turn %d: %s is listed and changes nothing", level, v.Turn, text)
				}
				tried++
			}
			p.Turn()
		}
		if tried < 40 {
			t.Errorf("%s: %d orders were tried", level, tried)
		}
	}
}

// What would be accepted and changes something is listed, whatever a monkey thinks of.
func TestAcceptedOrdersAreListed(t *testing.T) {
	for _, level := range []string{"tutorial", "three-teams"} {
		g := game.New(load(t, level), game.SeedFrom(6))
		p := player(t, "random")
		p.Begin(g, 6)
		var apes monkey
		apes.Begin(6)
		var w writer
		var l lister
		var v game.View
		var try game.Game
		accepted := 0
		for !g.Over() {
			g.View(&v)
			w.reset()
			if l.list(&v, &w) > 0 {
				p.Turn()
				continue
			}
			var legal []string
			if err := json.Unmarshal(w.line(), &legal); err != nil {
				t.Fatal(err)
			}
			for range 40 {
				apes.Play(&v, func(o game.Order) error {
					g.CopyTo(&try)
					before := try.Digest()
					if err := try.Do(o); err != nil || try.Digest() == before {
						return nil
					}
					if o.Kind == game.Answer && o.Choice != game.Report {
						o.Analyst = game.None // of no account
					}
					text, again := v.FormatOrder(o), false
					for k := range v.Analysts { // giving people what they have puts it last
						again = again || k == o.Analyst && has(&v.Analysts[k], o.Item)
					}
					for i := range v.Alerts { // linking to the same application is told once more
						a := &v.Alerts[i]
						again = again || o.Kind == game.Link && a.N == o.Item.N && a.Linked == o.App
					}
					if accepted++; !slices.Contains(legal, text) && !again {
						t.Errorf("%s, turn %d: %s is accepted and not listed", level, v.Turn, text)
					}
					return nil
				})
			}
			p.Turn()
		}
		if accepted < 100 {
			t.Errorf("%s: %d orders were accepted", level, accepted)
		}
	}
}

func has(a *game.AnalystView, item game.Item) bool {
	return a.Item == item || slices.ContainsFunc(a.Queue, func(t game.Task) bool { return t.Item == item })
}

// A list that is too long is cut, and says by how much; what is about the inbox comes first.
func TestLongListsAreCut(t *testing.T) {
	longest := 0
	for line := range turnsOf(t, "ten-teams", 2) {
		var turn struct {
			Legal        []string
			LegalLeftOut int `json:"legal_left_out"`
		}
		if err := json.Unmarshal(line, &turn); err != nil {
			t.Fatal(err)
		}
		longest = max(longest, len(turn.Legal)+turn.LegalLeftOut)
		if turn.LegalLeftOut > 0 && len(turn.Legal) != MaxLegal {
			t.Fatalf("%d listed, %d left out; want %d listed", len(turn.Legal), turn.LegalLeftOut, MaxLegal)
		}
	}
	if longest < 100 {
		t.Errorf("the longest list has %d orders", longest)
	}
}

// The hello line tells the calendar that a person can look up, and nothing of what else will happen, nor the seed.
func TestHelloTellsWhatEverybodyKnows(t *testing.T) {
	l := *load(t, "three-teams")
	l.Happenings = []game.Happening{
		{At: 1000, Kind: game.Fault, App: 0, Until: 4321, Amount: 777},
		{At: 2000, Kind: game.Campaign, App: game.None, Until: 3000, Amount: 1500},
		{At: 2500, Kind: game.Demand, App: 0, Until: 3500, Amount: 2000},
	}
	var w writer
	w.hello(&l, Terms{Reply: ReplyLimit})
	var hello struct {
		Protocol     int
		Rules        int
		ReplySeconds float64 `json:"reply_seconds"`
		Level        struct {
			Applications, Teams, Analysts, Hosts []string
			Calendar                             []struct {
				Kind, App   string
				From, Until int
				Factor      float64
			}
		}
	}
	if err := json.Unmarshal(w.line(), &hello); err != nil {
		t.Fatal(err)
	}
	if hello.Protocol != Protocol || hello.Rules != game.Rules || hello.ReplySeconds != 5 {
		t.Errorf("protocol %d, rules %d, %v seconds", hello.Protocol, hello.Rules, hello.ReplySeconds)
	}
	if n := len(hello.Level.Applications); n != len(l.Applications) || hello.Level.Applications[0] != l.Applications[0].Name {
		t.Errorf("applications are %q", hello.Level.Applications)
	}
	c := hello.Level.Calendar
	if len(c) != 2 || c[0].Kind != "campaign" || c[0].App != "" || c[0].Factor != 1.5 ||
		c[1].Kind != "demand" || c[1].App != l.Applications[0].Name || c[1].From != 2500 || c[1].Until != 3500 {
		t.Errorf("the calendar is %+v", c)
	}
	for _, secret := range []string{"4321", "777", "0.777", "seed", "operability", "faults"} {
		if strings.Contains(string(w.buf), "\""+secret) || strings.Contains(string(w.buf), ":"+secret) {
			t.Errorf("%s is in the hello line", secret)
		}
	}
}

// What is asked of the words: every state has one, and no two are the same.
func TestEveryWordIsThere(t *testing.T) {
	for _, table := range [][]string{
		ticketWords, causeWords[1:], alertMetricWords, requestWords, messageWords, healthWords, presenceWords, workWords, eventWords[1:],
	} {
		for i, word := range table {
			if word == "" || slices.Index(table, word) != i || strings.ToLower(word) != word {
				t.Errorf("word %d of %q is empty or used twice", i, table)
			}
		}
	}
	if len(eventWords) != int(game.GameOver)+1 || len(alertMetricWords) != int(game.AlertMetrics) {
		t.Errorf("%d words for %d kinds of event", len(eventWords), game.GameOver+1)
	}
}

func FuzzWriterWritesJSON(f *testing.F) {
	f.Add("basket", int64(-5))
	f.Add("a\"b\\c\x00\xff\u2028é", int64(1))
	f.Fuzz(func(t *testing.T, text string, n int64) {
		var w writer
		w.open('{')
		w.name(text).string(text)
		w.key("n").milli(n % 1_000_000_000)
		w.close('}')
		var got map[string]any
		if err := json.Unmarshal(w.line(), &got); err != nil {
			t.Fatalf("%v in %q", err, w.buf)
		}
		want := strings.ToValidUTF8(text, "\ufffd")
		if s, ok := got[want]; text != "n" && strings.ToValidUTF8(text, "") == text && (!ok || s != text) {
			t.Errorf("%q was read back as %v", text, got)
		}
	})
}

// Whatever a program answers, it is orders for every game or a short error, and giving them breaks nothing.
func FuzzReplies(f *testing.F) {
	f.Add(`{"orders": ["read R-001", "assign A-001 Asha", "freeze on"]}`, false)
	f.Add(`[{"orders": ["read R-001"]}, {"orders": []}]`, true)
	f.Add(`{"orders": [null]}{`, false)
	f.Add(`[{"orders": null}, 7]`, true)
	l := load(f, "tutorial")
	f.Fuzz(func(t *testing.T, line string, batch bool) {
		b, n := Bot{level: l}, 1
		if batch {
			b.batch, n = 4, 2
		}
		list, err := b.replies([]byte(line), n)
		if err != nil {
			if len(err.Error()) > 600 || strings.Contains(err.Error(), "\n") {
				t.Errorf("%q is answered with %q", line, err)
			}
			return
		}
		if len(list) != n {
			t.Fatalf("%d replies to %d games from %q", len(list), n, line)
		}
		for i := range list {
			s := seat{game: game.New(l, game.SeedFrom(1))}
			for _, text := range *list[i].Orders {
				s.give(l, text)
			}
			s.game.EndTurn()
			if len(s.refused) > len(*list[i].Orders) {
				t.Errorf("%d refused of %q", len(s.refused), *list[i].Orders)
			}
		}
	})
}

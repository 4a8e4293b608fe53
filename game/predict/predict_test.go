package predict

import (
	"fmt"
	"slices"
	"testing"

	"callout/game"
	"callout/game/journal"
	"callout/game/policy"
	"callout/levels"
)

func load(t *testing.T, name string) *game.Level {
	t.Helper()
	l, err := levels.Load(name)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// played is a game played by the rule of thumb, by somebody who answers every question in turn.
type played struct {
	level  *game.Level
	seed   game.Seed
	turns  [][]game.Order
	notes  []journal.Note
	book   *Book
	spoken int // predictions that were told to be settled
}

func play(t *testing.T, name string, seed uint64) *played {
	t.Helper()
	p := &played{level: load(t, name), seed: game.SeedFrom(seed)}
	g, v := game.New(p.level, p.seed), new(game.View)
	rule, err := policy.New("rule")
	if err != nil {
		t.Fatal(err)
	}
	rule.Begin(0)
	g.View(v)
	p.book = New(p.level, v)
	for turn := 0; !g.Over(); turn++ {
		if q := p.book.Open(); q != nil {
			n := len(p.notes)
			note, err := p.book.Answer(n%len(q.Choices), Sure[n%len(Sure)])
			if err != nil {
				t.Fatal(err)
			}
			p.notes = append(p.notes, journal.Note{Turn: turn, At: v.Now, Kind: NoteKind, Text: note})
		}
		var orders []game.Order
		rule.Play(v, func(o game.Order) error {
			err := g.Do(o)
			if err == nil {
				orders = append(orders, o)
			}
			return err
		})
		p.turns = append(p.turns, orders)
		events := g.EndTurn()
		g.View(v)
		p.spoken += len(p.book.Turn(v, events))
	}
	return p
}

// TestOneQuestionAWeek: in every level something is asked, never twice in a week, by day, with at least two answers that
// can be told apart; it comes out by the end, and is told once.
func TestOneQuestionAWeek(t *testing.T) {
	for _, info := range levels.List() {
		t.Run(info.Name, func(t *testing.T) {
			p := play(t, info.Name, 5)
			list := p.book.Predictions()
			if len(list) == 0 {
				t.Fatal("nothing was asked")
			}
			weeks, keys := map[game.Minute]bool{}, map[string]bool{}
			for _, q := range list {
				if week := q.Asked / game.Week; weeks[week] {
					t.Errorf("two questions in week %d", week+1)
				} else {
					weeks[week] = true
				}
				keys[q.Key] = true
				seen := slices.Clone(q.Choices)
				slices.Sort(seen)
				if len(seen) < 2 || len(slices.Compact(seen)) != len(q.Choices) || !q.Asked.InHours() || q.Due <= q.Asked {
					t.Errorf("a question that cannot be answered: %+v", q.Question)
				}
				if !q.Settled() || q.Outcome < 0 || q.Outcome >= len(q.Choices) {
					t.Errorf("a question that never came out: %+v", q)
				}
			}
			if p.spoken != len(list) {
				t.Errorf("%d of %d answers were told", p.spoken, len(list))
			}
			if len(list) > 3 && len(keys) < 3 {
				t.Errorf("%d questions about %d things", len(list), len(keys))
			}
		})
	}
}

// TestReplayFindsTheSameBook: a game that is resumed or looked back on has the questions and answers that were played.
func TestReplayFindsTheSameBook(t *testing.T) {
	p := play(t, "three-teams", 2)
	for _, ended := range []int{0, len(p.turns) / 2, len(p.turns)} {
		turns := append(slices.Clone(p.turns[:ended]), nil)
		b, err := Replay(p.level, p.seed, turns, ended, append(p.notes, journal.Note{Turn: 3, Kind: NoteKind, Text: "rubbish"}))
		if err != nil {
			t.Fatal(err)
		}
		for i, q := range b.Predictions() {
			want := p.book.Predictions()[i]
			if q.Text != want.Text || q.Choice != want.Choice || q.Sure != want.Sure || q.Outcome != None && q.Outcome != want.Outcome {
				t.Errorf("after %d turns question %d is %+v, and was %+v", ended, i, q, want)
			}
		}
	}
}

// TestQuestionsComeFromTheView: what is asked does not depend on what the player does not see. In the first turn that asks
// of two games that differ in their seed only, the question is about the same.
func TestQuestionsComeFromTheView(t *testing.T) {
	l := load(t, "ten-teams")
	v := new(game.View)
	game.New(l, game.SeedFrom(1)).View(v)
	v.Now, v.Queue = 4*game.Day+16*game.Hour, 7
	one, two := New(l, v), New(l, v)
	if one.Open() == nil || one.Open().Text != two.Open().Text {
		t.Fatalf("one view asks %+v and %+v", one.Open(), two.Open())
	}
}

func TestAnswersAreChecked(t *testing.T) {
	l := load(t, "three-teams")
	v := new(game.View)
	game.New(l, game.SeedFrom(1)).View(v)
	b := New(l, v)
	if _, err := b.Answer(0, 50); err == nil {
		t.Error("an answer is taken while nothing is asked")
	}
	v.Now, v.Queue = 4*game.Day+16*game.Hour, 7
	b = New(l, v)
	for _, bad := range [][2]int{{-1, 50}, {99, 50}, {0, 0}, {0, 100}, {0, 51}} {
		if _, err := b.Answer(bad[0], bad[1]); err == nil {
			t.Errorf("answer %v is taken", bad)
		}
	}
	for _, bad := range []string{"", "queue", "nothing 1 50", "queue x 50", "queue 1 y", "queue 99 50", "queue -1 50", "queue 1 50 1"} {
		if err := b.Take(bad); err == nil {
			t.Errorf("note %q is taken", bad)
		}
	}
	if b.Open() == nil {
		t.Error("a bad answer was taken for one")
	}
}

// TestCalibration measures by hand.
func TestCalibration(t *testing.T) {
	said := func(sure int, right bool) Prediction {
		p := Prediction{Question: Question{Key: "pager", Choices: []string{"yes", "no"}}, Sure: sure}
		if !right {
			p.Outcome = 1
		}
		return p
	}
	open := Prediction{Choice: 0, Sure: 90, Outcome: None}
	for _, c := range []struct {
		list    []Prediction
		brier   int
		levels  []Level
		verdict string
	}{
		{nil, 0, nil, "well"},
		{[]Prediction{open}, 0, nil, "well"},
		{[]Prediction{said(90, true), open}, 10, []Level{{90, 1, 1}}, "well"},
		{[]Prediction{said(90, true), said(90, false), said(90, false)}, (10 + 810 + 810 + 1) / 3, []Level{{90, 3, 1}}, "over"},
		{[]Prediction{said(50, true), said(50, true), said(70, false)}, (250 + 250 + 490) / 3, []Level{{50, 2, 2}, {70, 1, 0}}, "well"},
		{[]Prediction{said(50, true), said(50, true), said(50, true)}, 250, []Level{{50, 3, 3}}, "under"},
	} {
		got := Calibrate(c.list)
		if got.Brier != c.brier || !slices.Equal(got.Levels, c.levels) || got.verdict() != c.verdict {
			t.Errorf("%v comes to %+v, %s; want %d, %v, %s", c.list, got, got.verdict(), c.brier, c.levels, c.verdict)
		}
		if lines := got.Lines(); len(got.List) > 0 && len(lines) != len(c.levels)+1 {
			t.Errorf("%d lines for %d levels: %s", len(lines), len(c.levels), fmt.Sprint(lines))
		}
	}
}

// TestOutcomes: what comes true is counted from the view when it is due, and from what was told.
func TestOutcomes(t *testing.T) {
	q := func(key string) *Question {
		return &Question{Key: key, base: 4, things: []int{2, 0}, Choices: []string{"a", "b", "c"}}
	}
	v := &game.View{Analysts: []game.AnalystView{{Burnout: 30}, {Burnout: 90, Presence: game.Gone}, {Burnout: 30}, {Burnout: 10}}}
	nothing, some := &happened{}, &happened{callouts: 1, restored: map[int]game.Pence{0: 5, 2: 3}}
	for _, c := range []struct {
		key   string
		queue int32
		since *happened
		given int
		want  int
	}{
		{"queue", 3, nothing, 0, 0}, {"queue", 4, nothing, 0, 1}, {"queue", 8, nothing, 0, 2}, {"queue", 9, nothing, 0, 3},
		{"worst", 0, nothing, 0, 0}, {"worst", 0, nothing, 1, 1}, // both stand at 30: either is right
		{"application", 0, some, 0, 1}, {"application", 0, nothing, 0, 2},
		{"pager", 0, some, 0, 0}, {"pager", 0, nothing, 0, 1},
	} {
		v.Queue = c.queue
		if got := kindOf(c.key).settle(q(c.key), v, c.since, c.given); got != c.want {
			t.Errorf("%s at %d after %+v: %d, want %d", c.key, c.queue, c.since, got, c.want)
		}
	}
}

package progress

import (
	"fmt"
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"callout/levels"
)

var monday = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

// played is an entry of the test.
func played(id, level string, won bool, score int64, m Medal) Game {
	return Game{ID: id, Level: level, Begun: monday, Save: id + ".jsonl", Won: won, Score: score, Lost: 1000 - score, Medal: m, Figures: map[string]int64{}}
}

func TestStandingCountsTheLevelsOwnModelOnly(t *testing.T) {
	free := played("d", "one-team", true, 999, Gold)
	free.Model = "you-run-it"
	p := Progress{Games: []Game{played("a", "one-team", false, 700, NoMedal), played("b", "one-team", true, 500, Silver), played("c", "ten-teams", true, 900, Gold), free}}
	s := p.Of("one-team")
	if s.Played != 2 || s.Won != 1 || s.Free != 1 || s.Medal != Silver || s.Least != 300 || s.Best == nil || s.Best.ID != "b" {
		t.Errorf("it is %+v, best %+v: a game that was won is better than one with more points", s, s.Best)
	}
	if s := p.Of("endless"); s.Played != 0 || s.Best != nil {
		t.Errorf("a level that nobody played stands at %+v", s)
	}
}

func TestPathSuggests(t *testing.T) {
	order := levels.List()
	for _, c := range []struct {
		name string
		p    Progress
		next string
	}{
		{"nothing yet", Progress{}, order[0].Name},
		{"the first is won", Progress{Games: []Game{played("a", order[0].Name, true, 1, NoMedal)}}, order[1].Name},
		{"the first was lost", Progress{Games: []Game{played("a", order[0].Name, false, 1, NoMedal)}}, order[0].Name},
		{"the first is skipped", Progress{Skips: []Skip{{order[0].Name, true, monday}}}, order[1].Name},
		{"the third is won", Progress{Games: []Game{played("a", order[2].Name, true, 1, NoMedal)}}, order[0].Name},
	} {
		if next, ok := c.p.Next(); !ok || next.Name != c.next {
			t.Errorf("%s: next is %s, want %s", c.name, next.Name, c.next)
		}
	}
	var all, rest Progress
	for i, l := range order {
		g := played(fmt.Sprint("g", i), l.Name, true, 1, Bronze)
		all.enter(g)
		if i != 4 {
			rest.enter(g)
		}
	}
	if next, ok := all.Next(); ok {
		t.Errorf("all are won and next is %s", next.Name)
	}
	rest.Skip(Skip{order[4].Name, true, monday})
	if next, ok := rest.Next(); !ok || next.Name != order[4].Name || next.State != Skipped {
		t.Errorf("only a skipped one is left, and next is %+v", next)
	}
}

// anyProgress draws a progress of few names, so that much of it meets.
func anyProgress(t *rapid.T, name string) Progress {
	var p Progress
	pick := func(what string, of ...string) string { return rapid.SampledFrom(of).Draw(t, name+what) }
	for range rapid.IntRange(0, 6).Draw(t, name+"games") {
		id := pick("id", "a", "b", "c", "d")
		// The same identity is the same game: all but the judgement follows from it.
		p.enter(played(id, "one-team", id == "b", int64(id[0]), Medal(pick("medal", "", "none", "bronze", "gold"))))
	}
	for range rapid.IntRange(0, 4).Draw(t, name+"skips") {
		p.Skip(Skip{pick("level", "one-team", "tutorial"), rapid.Bool().Draw(t, name+"skipped"), monday.Add(time.Duration(rapid.IntRange(0, 3).Draw(t, name+"at")) * time.Hour)})
	}
	for range rapid.IntRange(0, 3).Draw(t, name+"rounds") {
		at := rapid.IntRange(0, 3).Draw(t, name+"round")
		p.Answer(Round{[]Kind{Before, Again}[at%2], monday.Add(time.Duration(at) * time.Hour), map[string]string{"night": "team"}})
	}
	p.Merge(Progress{})
	return p
}

// Merging is a union: repeating it, or another order, comes to the same.
func TestMerge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := anyProgress(t, "a"), anyProgress(t, "b"), anyProgress(t, "c")
		join := func(all ...Progress) Progress {
			var sum Progress
			for _, p := range all {
				sum.Merge(p)
			}
			return sum
		}
		want := join(a, b, c)
		for _, got := range []Progress{join(c, b, a), join(b, a, c, a, b), join(join(a, b), join(b, c))} {
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("it came to\n%+v\nand to\n%+v", got, want)
			}
		}
		for _, g := range a.Games {
			before, now := a.Of(g.Level), want.Of(g.Level)
			if now.Played < before.Played || better(now.Best, before.Best) < 0 || now.Least > before.Least {
				t.Fatalf("merging made %+v of %+v", now, before)
			}
		}
	})
}

package levels

import (
	"slices"
	"testing"

	"callout/game"
)

// TestShippedLevelsNeedLittleAdvice holds the levels that are shipped to most of what others are told.
func TestShippedLevelsNeedLittleAdvice(t *testing.T) {
	for _, name := range levelNames() {
		l, err := Load(name)
		if err != nil {
			t.Fatal(err)
		}
		got := Missing(l)
		for _, a := range []Advice{NoLesson, NoMove} {
			if slices.Contains(got, a) {
				t.Errorf("%s lacks %s", name, a)
			}
		}
		if len(got) > 3 {
			t.Errorf("%s lacks %v", name, got)
		}
	}
}

func TestMissing(t *testing.T) {
	week := game.Week
	level := func(change func(*game.Level)) *game.Level {
		l := &game.Level{
			Teaches: "clues", Start: 9 * game.Hour, End: 2*week - 2*game.Day, TurnMinutes: game.Hour,
			Applications: []game.Application{{Revenue: 1, ChangesWaiting: 1}, {Revenue: 2}},
			Analysts:     []game.Analyst{{Name: "Asha"}, {Name: "Bram"}},
			Goals:        []game.Goal{{Metric: "revenue_lost"}, {Metric: "burnout_max"}},
			Happenings:   []game.Happening{{At: week}},
		}
		change(l)
		return l
	}
	for _, c := range []struct {
		want   Advice
		change func(*game.Level)
	}{
		{"", func(*game.Level) {}},
		{NoLesson, func(l *game.Level) { l.Teaches = "" }},
		{OneGoal, func(l *game.Level) { l.Goals = l.Goals[:1] }},
		{NoGoalPeople, func(l *game.Level) { l.Goals[1].Metric = "ttr_median" }},
		{NoGoalLoss, func(l *game.Level) { l.Goals[0].Metric = "deployments" }},
		{AllAlike, func(l *game.Level) { l.Applications[0].Revenue = 2 }},
		{NoStory, func(l *game.Level) { l.Happenings = nil }},
		{NothingWaits, func(l *game.Level) { l.Applications[0].ChangesWaiting = 0 }},
		{TooFew, func(l *game.Level) { l.Applications = append(l.Applications, make([]game.Application, 9)...) }},
		{TooMany, func(l *game.Level) { l.Analysts = append(l.Analysts, game.Analyst{Name: "Chidi"}) }},
		{NoMove, func(l *game.Level) { l.Teaches = "move" }},
		{LongGame, func(l *game.Level) { l.End = 5 * week }},
	} {
		got := Missing(level(c.change))
		if c.want == "" && len(got) > 0 || c.want != "" && !slices.Contains(got, c.want) {
			t.Errorf("%q: missing are %v", c.want, got)
		}
	}
}

package levels

import "callout/game"

// Advice is something that makes a level better and that Check does not ask for.
type Advice string

// What may be missing in a level that has no mistakes. The names are keys of the catalogue, under author.advice.
const (
	NoLesson     Advice = "teaches"    // no trait of play is named that decides it, so that nothing can be proved
	OneGoal      Advice = "goals"      // one goal can be reached by giving up everything else
	NoGoalPeople Advice = "people"     // nothing in the goals asks how people are
	NoGoalLoss   Advice = "loss"       // nothing asks what it costs or how long it takes
	AllAlike     Advice = "alike"      // all applications earn the same: there is nothing to weigh
	NoStory      Advice = "happenings" // nothing happens at a set time in more than a week
	TooFew       Advice = "analysts"   // fewer than one analyst for five applications
	TooMany      Advice = "idle"       // more analysts than applications, and more than two
	NothingWaits Advice = "waiting"    // the first hours are empty: no change waits, no happening on the first day
	NoMove       Advice = "move"       // the lesson is a move, and there is no model to move to
	Unknown      Advice = "known"      // everything is in the catalogue: which alert is whose is never a question
	LongGame     Advice = "long"       // more turns than a person plays at one sitting
)

// Missing is what could make a level better, the most important first.
func Missing(l *game.Level) []Advice {
	var out []Advice
	note := func(a Advice, missing bool) {
		if missing {
			out = append(out, a)
		}
	}
	apps, crew := len(l.Applications), 0
	for i := range l.Analysts {
		if !l.Analysts[i].Reserve {
			crew++
		}
	}
	people, loss := false, false
	for _, g := range l.Goals {
		switch g.Metric {
		case "burnout_max", "burnout_mean", "analysts_left":
			people = true
		case "revenue_lost", "ttr_median", "ttr_p90", "availability", "total_cost", "protection", "cost_of_delay":
			loss = true
		}
	}
	alike, known, early, waits := apps > 1, apps > 1, false, false
	for i := range l.Applications {
		a := &l.Applications[i]
		alike = alike && a.Revenue == l.Applications[0].Revenue
		known = known && a.Known && len(a.Hosts) > 0
		waits = waits || a.ChangesWaiting > 0
	}
	for _, h := range l.Happenings {
		early = early || h.At < l.Start+game.Day
	}
	days := (l.End - l.Start + game.Day - 1) / game.Day
	turns := days * 5 / 7 * (8 * game.Hour / max(l.TurnMinutes, 1))

	note(NoLesson, l.Teaches == "")
	note(OneGoal, len(l.Goals) == 1)
	note(NoGoalLoss, !loss)
	note(NoGoalPeople, !people && days > 7)
	note(AllAlike, alike)
	note(Unknown, known && l.Teaches == "clues")
	note(NoStory, len(l.Happenings) == 0 && days > 7)
	note(NothingWaits, !waits && !early)
	note(TooFew, crew*5 < apps)
	note(TooMany, crew > apps && crew > 2)
	note(NoMove, l.Teaches == "move" && len(l.Models) < 2)
	note(LongGame, turns > 120)
	return out
}

package debrief

import "callout/game/words"

// ladderPolicies are the rungs, from the lowest. The first trial is the longest, so that the others are played beside it;
// see ladderTrials.
var ladderPolicies = []string{"idle", "random", "fifo", "rule", "lookahead"}

// rungMedals are the medals of scores above a rung; looking ahead need only be reached.
var rungMedals = map[string]Medal{"fifo": Bronze, "rule": Silver, "lookahead": Gold}

// A look-ahead plays a few hundred games for one. Beyond so many applications it would take minutes, and there is no
// rung of it and no gold.
const mostForesight = 40

// ladderTrials are the games of the ladder, the longest first.
func (d *Debrief) ladderTrials() []trial {
	l := d.Record.Level
	var trials []trial
	for i := len(ladderPolicies) - 1; i >= 0; i-- {
		if p := ladderPolicies[i]; p != "lookahead" || len(l.Applications) <= mostForesight {
			trials = append(trials, trial{level: l, policy: p})
		}
	}
	return trials
}

// climb makes the ladder of the games played for it, and finds where the game itself stands. On one seed luck can put a
// better policy below a worse one; a rung is therefore never below the one before it. Where several rungs are at the same
// height the highest medal of them counts, for nothing on this seed tells them apart; where all are, no medal does.
func (d *Debrief) climb(trials []trial) {
	ladder := Ladder{Score: metric(&d.Result, "score").N - d.Record.HintPoints, Hints: d.Record.HintPoints}
	for i := len(trials) - 1; i >= 0; i-- {
		t := &trials[i]
		r := Rung{
			Policy: t.policy, Score: metric(&t.result, "score").N, Lost: metric(&t.result, "revenue_lost").N,
			Won: t.result.Won, Medal: rungMedals[t.policy],
		}
		if n := len(ladder.Rungs); n > 0 {
			r.Score = max(r.Score, ladder.Rungs[n-1].Score)
		}
		ladder.Rungs = append(ladder.Rungs, r)
	}
	if d.Result.Over {
		ladder.Medal = ladder.MedalFor(ladder.Score)
	}
	ladder.Says = ladder.says(d.Result.Over)
	d.Ladder = ladder
}

// MedalFor is the medal that a game which is over earns with a score, less what hints cost, on the ladder's seed.
func (l *Ladder) MedalFor(score int64) Medal {
	medal := NoMedal
	for i := range l.Rungs {
		if r := &l.Rungs[i]; r.Medal != NoMedal && score >= r.needs() && !l.flat() {
			medal = r.Medal
		}
	}
	return medal
}

// flat tells whether all rungs are at one height: on this seed it makes no difference how one plays.
func (l *Ladder) flat() bool {
	return len(l.Rungs) == 0 || l.Rungs[0].Score == l.Rungs[len(l.Rungs)-1].Score
}

// needs is the least score that earns the rung's medal.
func (r *Rung) needs() int64 {
	if r.Medal == Gold {
		return r.Score
	}
	return r.Score + 1
}

// says is the sentence about the medal, and what the next one needs.
func (l *Ladder) says(over bool) string {
	var next *Rung
	for i := len(l.Rungs) - 1; i >= 0; i-- {
		if r := &l.Rungs[i]; r.Medal > l.Medal && (next == nil || r.Medal < next.Medal) {
			next = r
		}
	}
	switch {
	case !over:
		return words.Say("review.medal.unfinished")
	case l.flat():
		return words.Say("review.medal.flat")
	case next == nil && l.Medal == Gold:
		return words.Say("review.medal.gold", "score", l.Score, "rung", l.Rungs[len(l.Rungs)-1].Score)
	case next == nil:
		return words.Say("review.medal.highest", "medal", MedalName(l.Medal), "score", l.Score)
	}
	needs := next.needs()
	if l.Medal == NoMedal {
		return words.Say("review.medal.none", "score", l.Score, "next", MedalName(next.Medal), "needs", needs, "lack", needs-l.Score)
	}
	return words.Say("review.medal.won", "medal", MedalName(l.Medal), "score", l.Score, "next", MedalName(next.Medal), "needs", needs, "lack", needs-l.Score)
}

// MedalName is what a medal is called within a sentence: "bronze"; "no medal" for none.
func MedalName(m Medal) string { return words.Say("review.medalname." + medalKeys[m]) }

var medalKeys = [...]string{NoMedal: "none", Bronze: "bronze", Silver: "silver", Gold: "gold"}

package progress

import (
	"cmp"
	"slices"
	"time"

	"callout/game"
	"callout/game/debrief"
)

// format is the version of the file. It is raised when an older Callout could misread a newer file.
const format = 1

// Progress is what is kept. The zero value is that of somebody who has never played.
type Progress struct {
	Format int     `json:"callout_progress"`
	Games  []Game  `json:"games"`  // finished games of the campaign, by identity
	Skips  []Skip  `json:"skips"`  // by level
	Rounds []Round `json:"rounds"` // of the questions, the first one first
}

// Game is one finished game.
type Game struct {
	ID      string           `json:"id"`     // see Identity
	Level   string           `json:"level"`  // of the campaign
	Model   string           `json:"model"`  // chosen instead of the level's own, or empty
	Branch  bool             `json:"branch"` // it was played on from a turn of another game
	Begun   time.Time        `json:"begun"`
	Save    string           `json:"save"` // its file in the folder of saved games, or empty
	Won     bool             `json:"won"`
	Score   int64            `json:"score"`
	Lost    game.Pence       `json:"lost"`
	Medal   Medal            `json:"medal"`
	Goals   []Goal           `json:"goals"`
	Figures map[string]int64 `json:"figures"` // metrics by name, those that the questions are held against
}

// Goal is a goal as it came out.
type Goal struct {
	Metric  string `json:"metric"`
	AtMost  bool   `json:"at_most"`
	Value   int64  `json:"value"`
	Current int64  `json:"current"`
	Relaxed bool   `json:"relaxed"`
	Met     bool   `json:"met"`
}

// View is the goal as package words words it.
func (g Goal) View() game.GoalView {
	return game.GoalView{Metric: g.Metric, AtMost: g.AtMost, Value: g.Value, Current: g.Current, Relaxed: g.Relaxed, Met: g.Met}
}

// Medal is what a game was judged to be, or empty as long as nobody has judged it.
type Medal string

// Medals, the least first.
const (
	Unjudged Medal = ""
	NoMedal  Medal = "none"
	Bronze   Medal = "bronze"
	Silver   Medal = "silver"
	Gold     Medal = "gold"
)

var medals = []Medal{Unjudged, NoMedal, Bronze, Silver, Gold}

// rank orders medals; a word that is none has rank -1.
func (m Medal) rank() int { return slices.Index(medals, m) }

// Shines tells whether it is a medal at all.
func (m Medal) Shines() bool { return m.rank() >= Bronze.rank() }

// MedalOf is the debrief's medal in the words of the file.
func MedalOf(m debrief.Medal) Medal {
	switch m {
	case debrief.Gold:
		return Gold
	case debrief.Silver:
		return Silver
	case debrief.Bronze:
		return Bronze
	}
	return NoMedal
}

// Skip is a level that is left out for now, or was and is taken back.
type Skip struct {
	Level   string    `json:"level"`
	Skipped bool      `json:"skipped"`
	At      time.Time `json:"at"`
}

// Round is one time that the questions were asked.
type Round struct {
	Kind    Kind              `json:"kind"`
	At      time.Time         `json:"at"`
	Answers map[string]string `json:"answers"` // choices by question; none where they were declined
}

// Kind says when a round was asked.
type Kind string

// Kinds of rounds.
const (
	Before Kind = "before" // the first level
	After  Kind = "after"  // the last level
	Again  Kind = "again"  // on demand
)

// Asked tells whether there was a round of a kind, answered or declined: each is offered only once.
func (p *Progress) Asked(k Kind) bool {
	return slices.ContainsFunc(p.Rounds, func(r Round) bool { return r.Kind == k })
}

// Skipped tells whether a level is left out for now.
func (p *Progress) Skipped(level string) bool {
	return slices.ContainsFunc(p.Skips, func(s Skip) bool { return s.Level == level && s.Skipped })
}

// free tells whether a game was free play: under another support model than the level's own, or with what was learnt from
// the same demand.
func (g *Game) free() bool { return g.Model != "" || g.Branch }

// Standing is what somebody's games of one level came to. Free play is counted and proves nothing about the level.
type Standing struct {
	Played, Won, Free int
	Best              *Game      // the best of those that count, or nil
	Least             game.Pence // least revenue lost in any of them
	Last              time.Time  // when the last of them was begun
	Medal             Medal      // the best of any of them
}

// Of is how somebody stands with a level.
func (p *Progress) Of(level string) Standing {
	var s Standing
	for i := range p.Games {
		g := &p.Games[i]
		switch {
		case g.Level != level:
			continue
		case g.free():
			s.Free++
			continue
		}
		if s.Played == 0 || g.Lost < s.Least {
			s.Least = g.Lost
		}
		s.Played++
		if g.Won {
			s.Won++
		}
		if g.Begun.After(s.Last) {
			s.Last = g.Begun
		}
		if g.Medal.rank() > s.Medal.rank() {
			s.Medal = g.Medal
		}
		if s.Best == nil || better(g, s.Best) > 0 {
			s.Best = g
		}
	}
	return s
}

// better compares two games: won ones first, then medals, then the score.
func better(a, b *Game) int {
	return cmp.Or(boolean(a.Won)-boolean(b.Won), cmp.Compare(a.Medal.rank(), b.Medal.rank()), cmp.Compare(a.Score, b.Score), cmp.Compare(b.Lost, a.Lost))
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}

package workshop

import (
	"cmp"
	"slices"

	"callout/game"
	"callout/game/words"
)

// standing is what the board does, and where it stands still.
type standing struct {
	mode   BoardMode
	at     int64 // Unix milliseconds, since when it stands still
	frozen []BoardRow
}

// froze lets the board stand still, move again, or show all.
func (s *State) froze(e *Entry) error {
	mode := map[Kind]BoardMode{Froze: Frozen, Unfroze: Live, Revealed: RevealedAll}[e.Kind]
	if s.board.mode == mode {
		return Refusal(words.Say("workshop.refuse.already"))
	}
	s.moves++
	s.board = standing{mode: mode}
	if mode == Frozen {
		s.board.at, s.board.frozen = e.At, s.rows()
	}
	return nil
}

// rows are the rows of the board as things stand, best first. Names are left out: they stand apart, and may be forgotten
// while the board is frozen.
func (s *State) rows() []BoardRow {
	rows := make([]BoardRow, 0, len(s.teams))
	empty := s.empty()
	for i, t := range s.teams {
		if !empty[i] {
			rows = append(rows, t.known(i+1))
		}
	}
	rank(rows, func(a, b *BoardRow) int {
		return cmp.Or(byRate(a, b, s.level.Start), cmp.Compare(a.Burnout, b.Burnout))
	})
	return rows
}

// empty tells of each team whether nobody sits at it any more and no policy plays for it.
func (s *State) empty() []bool {
	empty := make([]bool, len(s.teams))
	for i, t := range s.teams {
		empty[i] = t.policy == ""
	}
	for _, seat := range s.seats {
		if !seat.Removed {
			empty[seat.Team-1] = false
		}
	}
	return empty
}

// truths are the rows of the revealed board, by score.
func (s *State) truths() []BoardRow {
	rows := s.rows()
	for i := range rows {
		t := s.teams[rows[i].Team-1]
		if t.truthOf == nil || t.truthOf != t.shown {
			t.truth, t.truthOf = t.play.Game.Clone().Result(), t.shown
		}
		for _, v := range t.truth.Values {
			switch v.Name {
			case "revenue_lost":
				rows[i].Lost = v.N
			case "total_cost":
				rows[i].Total = v.N
			case "score":
				rows[i].Score = v.N
			}
		}
		rows[i].Course = t.truth.Course
	}
	rank(rows, func(a, b *BoardRow) int { return cmp.Compare(a.Total, b.Total) })
	return rows
}

// byRate compares what was lost for each minute played, so that who plays faster does not look worse: their games are
// further on.
func byRate(a, b *BoardRow, start game.Minute) int {
	return CompareRates(a.Lost, a.played(start), b.Lost, b.played(start))
}

// CompareRates compares what was lost for each minute played, of one game and another, each of at least one minute.
func CompareRates(lost game.Pence, played game.Minute, other game.Pence, otherPlayed game.Minute) int {
	return cmp.Compare(lost*game.Pence(otherPlayed), other*game.Pence(played))
}

// played is how many minutes of the game a team has played, at least one.
func (r *BoardRow) played(start game.Minute) game.Minute {
	if len(r.Course) == 0 {
		return 1
	}
	return max(r.Course[len(r.Course)-1].At-start, 1)
}

// rank sorts rows and numbers them; those that compare alike share a rank and stand by their numbers.
func rank(rows []BoardRow, compare func(a, b *BoardRow) int) {
	slices.SortStableFunc(rows, func(a, b BoardRow) int { return compare(&a, &b) })
	for i := range rows {
		rows[i].Rank = i + 1
		if i > 0 && compare(&rows[i-1], &rows[i]) == 0 {
			rows[i].Rank = rows[i-1].Rank
		}
	}
}

// draw works out the team's row with what the team knows. It does so when a turn has ended, and at no other time: the board
// moves from turn to turn, and what a row shows does not depend on when somebody looked.
func (t *team) draw() {
	var v game.View
	t.play.Game.View(&v)
	t.row = BoardRow{Turn: t.play.Turns(), Burnout: v.Burnout, Queue: v.Queue, Lost: v.Lost, Model: mostly(&v), Course: v.Course}
}

// known is a team's row with what the team knows.
func (t *team) known(n int) BoardRow {
	row := t.row
	row.Team, row.Policy = n, t.policy
	return row
}

// mostly is the title of the support model that most of the live applications are under, the first of those that tie.
func mostly(v *game.View) string {
	under := make([]int, len(v.Models()))
	best := game.None
	for i := range v.Apps {
		if a := &v.Apps[i]; a.Live && a.Model >= 0 {
			under[a.Model]++
		}
	}
	for m, n := range under {
		if n > 0 && (best == game.None || n > under[best]) {
			best = m
		}
	}
	if best == game.None {
		return ""
	}
	return v.ModelTitle(best)
}

package debrief

import (
	"callout/game"
	"callout/game/debrief/answer"
	"callout/ui/line"
)

// A page is one question and its answer.
type page struct {
	main   func(s *Screen, b *line.Block) // after the answer
	side   func(s *Screen, b *line.Block) // stands beside it, or below it where there is no room; nil for none
	under  func(s *Screen, b *line.Block) // fills the column below main where side stands beside it; nil for nothing
	length func(s *Screen) int            // of its list; nil where it has none
	opens  bool                           // side is about the thing under the cursor; it is beside the list, or fills the page
	turn   func(s *Screen) (turn int, at game.Minute, order string, ok bool)
	term   string // of the glossary
}

var pages = [answer.Pages]page{
	answer.Enough:    {main: (*Screen).goals, side: (*Screen).numbers, under: (*Screen).plots, term: "medal"},
	answer.Cost:      {main: (*Screen).costs, side: (*Screen).perApplication, term: "protection"},
	answer.Course:    {main: (*Screen).course, side: (*Screen).marks, length: (*Screen).markCount, turn: (*Screen).markTurn, term: "course"},
	answer.Flow:      {main: (*Screen).flow, side: (*Screen).waiting, term: "cumulative flow diagram"},
	answer.Time:      {main: (*Screen).restoring, side: (*Screen).incident, length: (*Screen).incidentCount, opens: true, term: "time to restore"},
	answer.Fires:     {main: (*Screen).fires, side: (*Screen).fire, length: (*Screen).fireCount, opens: true, turn: (*Screen).fireTurn, term: "revenue lost"},
	answer.Article:   {main: (*Screen).findings, side: (*Screen).finding, length: (*Screen).findingCount, opens: true, term: "at scale"},
	answer.Models:    {main: (*Screen).models, side: (*Screen).otherCosts, term: "support model"},
	answer.Decisions: {main: (*Screen).decisions, length: (*Screen).decisionCount, turn: (*Screen).decisionTurn, term: "decision"},
	answer.Next:      {main: (*Screen).next, side: (*Screen).questions, term: "retrospective"},
}

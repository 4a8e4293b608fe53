package report

import (
	"callout/game"
	"callout/game/debrief"
)

type ladderJSON struct {
	Score int64      `json:"score"`
	Hints int64      `json:"hint_points"`
	Medal string     `json:"medal"`
	Says  string     `json:"says"`
	Rungs []rungJSON `json:"rungs"`
}

type rungJSON struct {
	Policy string     `json:"policy"`
	Score  int64      `json:"score"`
	Lost   game.Pence `json:"revenue_lost"`
	Won    bool       `json:"won"`
	Medal  string     `json:"medal"`
}

type modelJSON struct {
	Model   string            `json:"model"`
	Title   string            `json:"title"`
	Own     bool              `json:"own"`
	Played  bool              `json:"played"`
	Won     bool              `json:"won"`
	Lost    game.Pence        `json:"revenue_lost"`
	Total   game.Pence        `json:"total_cost"`
	Metrics map[string]number `json:"metrics"`
}

type decisionJSON struct {
	Rank    string      `json:"rank"`
	Turn    int         `json:"turn"`
	At      game.Minute `json:"minute"`
	Kind    string      `json:"kind"`
	Order   string      `json:"order"`
	Instead string      `json:"instead"`
	Text    string      `json:"text"`
	Pence   game.Pence  `json:"pence"`
	Error   game.Pence  `json:"error"`
}

// compare fills in what was found by playing on.
func (doc *document) compare(d *debrief.Debrief) {
	if len(d.Ladder.Rungs) > 0 {
		doc.Ladder = &ladderJSON{Score: d.Ladder.Score, Hints: d.Ladder.Hints, Medal: medalName(d.Ladder.Medal), Says: d.Ladder.Says, Rungs: []rungJSON{}}
		for _, r := range d.Ladder.Rungs {
			doc.Ladder.Rungs = append(doc.Ladder.Rungs, rungJSON{r.Policy, r.Score, r.Lost, r.Won, medalName(r.Medal)})
		}
	}
	for i := range d.Models {
		m := &d.Models[i]
		doc.ComparedModels = append(doc.ComparedModels, modelJSON{
			modelName(m), m.Title, m.Own, m.Played, m.Won, valueOf(m.Values, "revenue_lost").N, m.Total, numbersOf(m.Values),
		})
	}
	for i := range d.Review.Worst {
		doc.Decisions = append(doc.Decisions, decisionOf("worst", &d.Review.Worst[i]))
	}
	if d.Review.Best != nil {
		doc.Decisions = append(doc.Decisions, decisionOf("best", d.Review.Best))
	}
}

func decisionOf(rank string, x *debrief.Decision) decisionJSON {
	return decisionJSON{rank, turnOf(x.Turn), x.At, x.Kind, x.Order, x.Instead, x.Text, x.Pence, x.Error}
}

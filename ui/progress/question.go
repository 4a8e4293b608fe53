package progress

import (
	"slices"

	"callout/game"
	"callout/game/words"
)

// Question is one of the questions that are asked before the campaign and after it. None has a right answer.
type Question struct {
	Key     string
	Choices []string // the last one is that somebody is not sure

	levels  []string // whose best runs show something about it, in the order in which they are best compared
	metrics []string // what they show
}

// Text is the question.
func (q Question) Text() string { return words.Say("campaign.ask." + q.Key) }

// Choice is a choice in words; empty where the question was not answered.
func (q Question) Choice(choice string) string {
	switch {
	case choice == Unsure:
		return words.Say("campaign.answer.unsure")
	case !slices.Contains(q.Choices, choice):
		return ""
	}
	return words.Say("campaign.answer." + q.Key + "-" + choice)
}

// Unsure is the choice of who is not sure; every question has it.
const Unsure = "unsure"

// Questions are the questions in the order in which they are asked.
func Questions() []Question {
	return []Question{
		{"night", []string{"bridge", "operations", "team", "price", Unsure},
			[]string{"one-team", "own-pager", "ten-teams", "ten-pagers"}, []string{"ttr_median", "standby_cost", "callout_cost"}},
		{"grows", []string{"waiting", "restore", "cost", "people", Unsure},
			[]string{"one-team", "three-teams", "ten-teams"}, []string{"deploy_wait_median", "ttr_median", "revenue_lost", "burnout_max"}},
		{"better", []string{"never", "calm", "many", "always", Unsure},
			[]string{"one-team", "ten-teams", "ten-pagers", "ops-sometimes"}, []string{"revenue_lost", "cost_of_delay", "standby_cost"}},
	}
}

// known tells whether there is such a question with such a choice.
func known(question, choice string) bool {
	return slices.ContainsFunc(Questions(), func(q Question) bool { return q.Key == question && slices.Contains(q.Choices, choice) })
}

// Evidence is what somebody's own games show about a question.
type Evidence struct {
	Metrics []string
	Rows    []Row
}

// Row is the best run of one level.
type Row struct {
	Title  string // of the level
	Model  string // that it is played under
	Values []game.Value
}

// Evidence is what the best runs show about a question; no rows where none of its levels was played.
func (p *Progress) Evidence(q Question) Evidence {
	e := Evidence{Metrics: q.metrics}
	path := p.Path()
	for _, name := range q.levels {
		at := slices.IndexFunc(path, func(s Stop) bool { return s.Name == name })
		if at < 0 || path[at].Best == nil {
			continue
		}
		r := Row{Title: path[at].Title, Model: path[at].Model}
		for _, metric := range q.metrics {
			r.Values = append(r.Values, path[at].Best.Figure(metric))
		}
		e.Rows = append(e.Rows, r)
	}
	return e
}

// Answered are the first and the last round that were answered, nil where there is none; they are the same where there is
// one only.
func (p *Progress) Answered() (first, last *Round) {
	for i := range p.Rounds {
		if len(p.Rounds[i].Answers) == 0 {
			continue
		}
		if first == nil {
			first = &p.Rounds[i]
		}
		last = &p.Rounds[i]
	}
	return first, last
}

// Compared is a question with what was answered to it and what the games show.
type Compared struct {
	Question
	Before, Now string // in words; empty where it was not answered
	Evidence
}

// Compare holds two rounds of answers side by side; either may be nil.
func (p *Progress) Compare(before, now *Round) []Compared {
	var list []Compared
	for _, q := range Questions() {
		c := Compared{Question: q, Evidence: p.Evidence(q)}
		if before != nil {
			c.Before = q.Choice(before.Answers[q.Key])
		}
		if now != nil {
			c.Now = q.Choice(now.Answers[q.Key])
		}
		list = append(list, c)
	}
	return list
}

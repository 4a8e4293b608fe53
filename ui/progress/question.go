package progress

import "slices"

// Question is one of the questions that are asked before the campaign and after it. None has a right answer. The sentences
// stand in the catalogue, under campaign.ask and the key.
type Question struct {
	Key     string
	Choices []string // the last one is that somebody is not sure
}

// Unsure is the choice of who is not sure; every question has it.
const Unsure = "unsure"

// Questions are the questions in the order in which they are asked.
func Questions() []Question {
	return []Question{
		{"night", []string{"bridge", "operations", "team", "price", Unsure}},
		{"grows", []string{"waiting", "restore", "cost", "people", Unsure}},
		{"better", []string{"never", "calm", "many", "always", Unsure}},
	}
}

// known tells whether there is such a question with such a choice.
func known(question, choice string) bool {
	return slices.ContainsFunc(Questions(), func(q Question) bool { return q.Key == question && slices.Contains(q.Choices, choice) })
}

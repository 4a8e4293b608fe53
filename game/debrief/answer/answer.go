package answer

import (
	"callout/game/debrief"
	"callout/game/words"
)

// Page is one question of the debrief.
type Page uint8

// The questions, in the order in which one asks them.
const (
	Enough Page = iota
	Cost
	Course
	Flow
	Time
	Fires
	Article
	Models
	Decisions
	Next
	Pages
)

var names = [Pages]string{"enough", "cost", "course", "flow", "time", "fires", "article", "models", "decisions", "next"}

// String is the page's name in the catalogue, and as it is typed.
func (p Page) String() string { return names[p] }

// Question is the question as it is asked.
func (p Page) Question() string { return words.Say("debriefscreen.question." + p.String()) }

// Name is the page in a word, for where there is little room.
func (p Page) Name() string { return words.Say("debriefscreen.name." + p.String()) }

// answers are what each question is answered by.
var answers = [Pages]func(*debrief.Debrief) string{enough, cost, course, flow, restoring, fires, article, models, decisions, next}

// Of is the answer to a question. What Compare and ReviewDecisions have not worked out yet is said to be missing.
func Of(d *debrief.Debrief, p Page) string { return answers[p](d) }

// Find is the page of a name or of a number from 1, as somebody types it.
func Find(text string) (Page, bool) {
	for p := range Pages {
		if text == p.String() || text == string(rune('0'+(p+1)%10)) || text == "10" && p == Next {
			return p, true
		}
	}
	return 0, false
}

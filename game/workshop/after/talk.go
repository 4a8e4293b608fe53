package after

import (
	"cmp"
	"slices"

	"callout/game/words"
)

// mostQuestions are few enough to be talked about.
const mostQuestions = 7

// next is one next step for the room: what would have saved the most in most games.
func (r *Room) next() {
	count := map[string]int{}
	best := ""
	for i := range r.Teams {
		key := r.Teams[i].next
		if count[key]++; count[key] > count[best] || best == "" {
			best = key
		}
	}
	if best != "" {
		r.Next = words.Say("after.next."+best, "n", count[best], "all", len(r.Teams), "level", r.Played.Level.Title)
	}
}

// questions are to talk about: from what happened in this room, and then those of the script.
func (r *Room) questions() {
	for _, ask := range []func() string{r.askFault, r.askAlike, r.askParted, r.askEffect, r.askUnseen, r.askModel, r.askPredictions} {
		if q := ask(); q != "" && len(r.Questions) < mostQuestions {
			r.Questions = append(r.Questions, q)
		}
	}
	for _, q := range r.Played.Ask {
		if len(r.Questions) < mostQuestions {
			r.Questions = append(r.Questions, q)
		}
	}
}

// askFault asks about the fault whose bills differ the most.
func (r *Room) askFault() string {
	if len(r.Common) == 0 || r.Common[0].Low == nil || r.Common[0].apart() == 0 {
		return ""
	}
	f := &r.Common[0]
	return words.Say("after.question.fault", "app", f.Name, "clock", words.Date(f.Began),
		"low", words.Money(f.Low.Pence), "high", words.Money(f.High.Pence), "cheap", r.Teams[f.Low.Team].Name, "dear", r.Teams[f.High.Team].Name)
}

// askAlike asks about the dearest thing that everybody did.
func (r *Room) askAlike() string {
	var worst *Habit
	for i := range r.Habits {
		if h := &r.Habits[i]; len(r.Teams) > 1 && h.All(r) && h.Pence > 0 && (worst == nil || h.Pence > worst.Pence) {
			worst = h
		}
	}
	if worst == nil {
		return ""
	}
	return words.Say("after.question.alike", "n", len(r.Teams), "what", worst.Title, "money", words.Money(worst.Pence))
}

// askParted asks about what some did and others did not: the more evenly they parted, the more there is to say.
func (r *Room) askParted() string {
	var evenest *Habit
	uneven := func(h *Habit) int { return max(len(h.Did), len(r.Teams)-len(h.Did)) }
	for i := range r.Habits {
		if h := &r.Habits[i]; len(h.Did) > 0 && !h.All(r) && (evenest == nil || uneven(h) < uneven(evenest)) {
			evenest = h
		}
	}
	if evenest == nil {
		return ""
	}
	return words.Say("after.question.parted", "n", len(evenest.Did), "all", len(r.Teams), "what", evenest.Title)
}

// askEffect asks about the effect that was seen in the most games.
func (r *Room) askEffect() string {
	if len(r.Effects) == 0 {
		return ""
	}
	most := slices.MaxFunc(r.Effects, func(a, b Effect) int { return cmp.Compare(len(a.Seen), len(b.Seen)) })
	if len(most.Seen) == 0 {
		return ""
	}
	return words.Say("after.question.effect", "effect", most.Title, "n", len(most.Seen), "all", len(r.Teams))
}

// askUnseen asks about an effect that one team alone was spared, or a few.
func (r *Room) askUnseen() string {
	for i := range r.Effects {
		if e := &r.Effects[i]; len(e.Seen)*2 > len(r.Teams) && len(e.Seen) < len(r.Teams) {
			for k := range r.Teams {
				if !slices.Contains(e.Seen, k) {
					return words.Say("after.question.unseen", "effect", e.Title, "team", r.Teams[k].Name)
				}
			}
		}
	}
	return ""
}

// askModel asks about support models where teams ended under different ones.
func (r *Room) askModel() string {
	if len(r.Models) < 2 {
		return ""
	}
	low, high := &r.Models[0], &r.Models[len(r.Models)-1]
	return words.Say("after.question.model", "low", low.Title, "high", high.Title, "cheap", words.Money(low.Total), "dear", words.Money(high.Total))
}

func (r *Room) askPredictions() string {
	n := len(r.Predictions.List)
	if n < 5 {
		return ""
	}
	return words.Say("after.question.predictions", "n", n, "right", r.Predictions.Right)
}

package answer

import (
	"callout/game"
	"callout/game/debrief"
	"callout/game/words"
)

// Waiting is what the flow of changes comes to.
type Waiting struct {
	Most     int32       // changes that were finished and not live, at most
	At       game.Minute // when
	Left     int32       // at the end
	Finished int32
	Deployed int32
	Mean     game.Minute    // working minutes that a change waited, by Little's law: those still waiting with their time so far
	In       [3]game.Minute // of Mean: before it was asked for, before it was in the plan, before it was live
}

// WaitingOf sums up a course. A turn never crosses the beginning or the end of a working day, so it counts whole or not at all.
func WaitingOf(course []debrief.Point) Waiting {
	var w Waiting
	var area [3]int64 // change-minutes
	for i := range course {
		p := &course[i]
		if gap := p.Finished - p.Deployed; gap > w.Most {
			w.Most, w.At = gap, p.At
		}
		if i == 0 || !course[i-1].At.InHours() {
			continue
		}
		length := int64(p.At - course[i-1].At)
		b := &course[i-1]
		area[0] += int64(b.Finished-b.Requested) * length
		area[1] += int64(b.Requested-b.Planned) * length
		area[2] += int64(b.Planned-b.Deployed) * length
	}
	if n := len(course); n > 0 {
		last := &course[n-1]
		w.Left, w.Finished, w.Deployed = last.Finished-last.Deployed, last.Finished, last.Deployed
	}
	if w.Finished > 0 {
		for i := range area {
			w.In[i] = game.Minute(area[i] / int64(w.Finished))
			w.Mean += w.In[i]
		}
	}
	return w
}

// workingDay is the minutes of a working day.
const workingDay = 8 * game.Hour

// Working is a length of working time: in hours below a working day, else in working days.
func Working(m game.Minute) string {
	if m < workingDay {
		return words.Span(m)
	}
	days := game.Value{N: int64(m) * 1000 / int64(workingDay), Milli: true, Unit: game.Count, Valid: true}
	text := words.Value(days)
	if text == words.Number(1) {
		return words.Say("debriefscreen.flow.working-day")
	}
	return words.Say("debriefscreen.flow.working-days", "days", text)
}

// Stage names what a change waited for: 0 to be asked for, 1 to be planned, 2 to be deployed.
func Stage(i int) string { return words.Say("debriefscreen.flow.stage-" + string(rune('0'+i))) }

// flow: what waited?
func flow(d *debrief.Debrief) string {
	w := WaitingOf(d.Course)
	switch {
	case w.Finished == 0:
		return words.Say("debriefscreen.answer.no-change")
	case w.Most == 0:
		return words.Say("debriefscreen.answer.flow-free", "n", w.Finished)
	}
	longest := 0
	for i := range w.In {
		if w.In[i] > w.In[longest] {
			longest = i
		}
	}
	return words.Say("debriefscreen.answer.flow", "most", w.Most, "when", words.Date(w.At), "mean", Working(w.Mean),
		"stage", Stage(longest), "left", w.Left)
}

package answer

import (
	"callout/game"
	"callout/game/debrief"
	"callout/game/words"
)

// Peaks are where a course stood worst, as indices into it, and the dearest turn.
type Peaks struct {
	Burnout, Queue, Lost int
	Steepest             game.Pence // lost in the turn that ended at Lost
}

// PeaksOf are the peaks of a course; it has one turn at least.
func PeaksOf(course []game.Gauge) Peaks {
	var p Peaks
	var before game.Pence
	for i := range course {
		c := &course[i]
		if c.Burnout > course[p.Burnout].Burnout {
			p.Burnout = i
		}
		if c.Queue > course[p.Queue].Queue {
			p.Queue = i
		}
		if c.Lost-before > p.Steepest {
			p.Lost, p.Steepest = i, c.Lost-before
		}
		before = c.Lost
	}
	return p
}

// DearestDay is the day on which most was lost, by the course, and how much; the day is that of its evening.
func DearestDay(course []game.Gauge) (evening game.Minute, lost game.Pence) {
	var before, today game.Pence
	for i := range course {
		c := &course[i]
		if i > 0 && (c.At-1).Day() != (course[i-1].At-1).Day() {
			today = 0
		}
		today += c.Lost - before
		before = c.Lost
		if today > lost {
			evening, lost = c.At-1, today
		}
	}
	return evening, lost
}

// course: when did it go wrong?
func course(d *debrief.Debrief) string {
	list := d.Result.Course
	if len(list) == 0 {
		return words.Say("debriefscreen.answer.no-turn")
	}
	p := PeaksOf(list)
	evening, lost := DearestDay(list)
	if lost == 0 {
		return words.Say("debriefscreen.answer.course-calm", "queue", list[p.Queue].Queue, "when", words.Date(list[p.Queue].At))
	}
	return words.Say("debriefscreen.answer.course", "day", words.Day(evening), "lost", words.Money(lost),
		"share", Share(lost, list[len(list)-1].Lost), "queue", list[p.Queue].Queue, "when", words.Date(list[p.Queue].At))
}

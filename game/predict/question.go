package predict

import (
	"callout/game"
	"callout/game/words"
)

// A Question is asked at the beginning of a turn, and settled when its time has come.
type Question struct {
	Key     string      // what it is about: queue, waiting, worst, application or pager
	Turn    int         // index of the turn that it is asked in
	Asked   game.Minute // when
	Due     game.Minute // when it is settled
	Text    string
	Choices []string // at least two

	base   int32 // what stood at what it is about when it was asked
	things []int // what the choices name, by index: analysts or applications
}

// None is no choice.
const None = -1

// most is how many things a question lets choose from.
const most = 4

// kind is a kind of question.
type kind struct {
	key string
	// ask makes the question, or tells that there is nothing to ask.
	ask func(q *Question, v *game.View) bool
	// settle is the choice that came true, from the view when it is due and what happened since it was asked. Where several
	// did, it is the given one if that is among them.
	settle func(q *Question, v *game.View, since *happened, given int) int
}

var kinds = [...]kind{
	{"queue", askQueue, settleQueue},
	{"worst", askWorst, settleWorst},
	{"waiting", askWaiting, settleWaiting},
	{"application", askApplication, settleApplication},
	{"pager", askPager, settlePager},
}

// choices words the choices of a kind by their names in the catalogue.
func choices(names ...string) []string {
	list := make([]string, len(names))
	for i, n := range names {
		list[i] = words.Say("predict.choice." + n)
	}
	return list
}

func askQueue(q *Question, v *game.View) bool {
	q.base = v.Queue
	q.Text = words.Say("predict.ask.queue", "when", words.When(v.Now, q.Due), "n", v.Queue)
	q.Choices = choices("shorter", "same", "double", "longer")
	return v.Queue > 0
}

func settleQueue(q *Question, v *game.View, _ *happened, _ int) int {
	switch n := v.Queue; {
	case n < q.base:
		return 0
	case n == q.base:
		return 1
	case n <= 2*q.base:
		return 2
	}
	return 3
}

// few is how many release requests are few.
const few = 2

func askWaiting(q *Question, v *game.View) bool {
	q.Text = words.Say("predict.ask.waiting", "when", words.When(v.Now, q.Due), "n", len(v.Requests))
	q.Choices = choices("none", "few", "many")
	return len(v.Requests) > 0
}

func settleWaiting(_ *Question, v *game.View, _ *happened, _ int) int {
	switch n := len(v.Requests); {
	case n == 0:
		return 0
	case n <= few:
		return 1
	}
	return 2
}

// works tells whether somebody works here now.
func works(p *game.AnalystView) bool { return p.Presence != game.Gone && p.Presence != game.Arriving }

func askWorst(q *Question, v *game.View) bool {
	q.Text = words.Say("predict.ask.worst", "when", words.When(v.Now, q.Due), "n", v.BurnoutWorst)
	q.things = top(len(v.Analysts), func(i int) int64 {
		if !works(&v.Analysts[i]) {
			return None
		}
		return int64(v.Analysts[i].Burnout)
	})
	q.name(v.AnalystName, "somebody", countIf(len(v.Analysts), func(i int) bool { return works(&v.Analysts[i]) }))
	return len(q.things) > 1
}

func settleWorst(q *Question, v *game.View, _ *happened, given int) int {
	worst := int32(None)
	for i := range v.Analysts {
		if p := &v.Analysts[i]; works(p) {
			worst = max(worst, p.Burnout)
		}
	}
	is := func(i int) bool { return works(&v.Analysts[i]) && v.Analysts[i].Burnout == worst }
	return q.which(given, is)
}

func askApplication(q *Question, v *game.View) bool {
	q.Text = words.Say("predict.ask.application", "when", words.When(v.Now, q.Due))
	live := func(i int) bool { return v.Apps[i].Live }
	q.things = top(len(v.Apps), func(i int) int64 {
		if !live(i) {
			return None
		}
		return v.Apps[i].LossRate*10 + v.Apps[i].Revenue
	})
	n := countIf(len(v.Apps), live)
	q.name(v.AppName, "another", n)
	if n <= most {
		q.Choices = append(q.Choices, words.Say("predict.choice.nothing"))
	}
	return len(q.things) > 1
}

func settleApplication(q *Question, _ *game.View, since *happened, given int) int {
	dearest := game.Pence(0)
	for _, p := range since.restored {
		dearest = max(dearest, p)
	}
	if dearest == 0 {
		return len(q.Choices) - 1
	}
	return q.which(given, func(i int) bool { return since.restored[i] == dearest })
}

func askPager(q *Question, v *game.View) bool {
	monday := v.Now - v.Now%game.Week + game.Week + 9*game.Hour
	if v.Standby < 0 || v.Now.Weekday() != 4 || monday > v.End {
		return false
	}
	q.Due = monday
	q.Text = words.Say("predict.ask.pager", "who", v.AnalystName(v.Standby))
	q.Choices = choices("yes", "no")
	return true
}

func settlePager(_ *Question, _ *game.View, since *happened, _ int) int {
	if since.callouts > 0 {
		return 0
	}
	return 1
}

// name names what can be chosen, and the others where there are more than that.
func (q *Question) name(of func(int) string, others string, all int) {
	for _, i := range q.things {
		q.Choices = append(q.Choices, of(i))
	}
	if all > len(q.things) {
		q.Choices = append(q.Choices, words.Say("predict.choice."+others))
	}
}

// which is the choice whose thing has come true: the given one, if its thing has; the last one, which stands for all
// others, if none has.
func (q *Question) which(given int, is func(thing int) bool) int {
	if given >= 0 && given < len(q.things) && is(q.things[given]) {
		return given
	}
	for c, thing := range q.things {
		if is(thing) {
			return c
		}
	}
	return len(q.Choices) - 1
}

// top are the indices below n of the highest worth, the highest first; those worth less than nothing are left out.
func top(n int, worth func(i int) int64) []int {
	var list []int
	for i := range n {
		if worth(i) < 0 {
			continue
		}
		at := len(list)
		for at > 0 && worth(list[at-1]) < worth(i) {
			at--
		}
		if at == most {
			continue
		}
		list = append(list[:at], append([]int{i}, list[at:min(len(list), most-1)]...)...)
	}
	return list
}

func countIf(n int, is func(i int) bool) int {
	count := 0
	for i := range n {
		if is(i) {
			count++
		}
	}
	return count
}

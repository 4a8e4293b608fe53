package plain

import (
	"context"
	"fmt"
	"strings"

	"callout/game/debrief"
	"callout/game/debrief/answer"
	"callout/game/words"
)

// debrief answers the questions of the debrief; one of them with its evidence, where one is named. Before the end it tells
// how the game stands.
func (t *table) debrief(args []string) {
	if !t.view.Over {
		t.standing()
		return
	}
	d := t.lookBack()
	if d == nil {
		return
	}
	if len(args) == 0 {
		t.answers(t.study(d))
		return
	}
	if strings.EqualFold(args[0], "all") {
		d = t.study(d)
		for p := range answer.Pages {
			t.page(d, p)
		}
		return
	}
	p, ok := answer.Find(strings.ToLower(args[0]))
	if !ok {
		t.say("%s", words.Say("debriefscreen.plain.no-page", "name", fmt.Sprintf("%.20q", args[0])))
		t.answers(d)
		return
	}
	if p == answer.Enough || p == answer.Models || p == answer.Decisions {
		d = t.study(d)
	}
	t.page(d, p)
}

// result tells a game that is over: all that its record shows, or only the answers where somebody sits here who can ask
// for more.
func (t *table) result() {
	d := t.lookBack()
	if d == nil {
		return
	}
	t.say("")
	t.say("%s", words.Say("debriefscreen.plain.result", "level", t.level.Title))
	t.say("%s", words.Say("debriefscreen.plain.truth"))
	if code := t.session.ResultCode(); code != "" {
		t.say("%s", words.Say("journal.challenge.as-code", "code", code))
	}
	if t.asked {
		t.answers(d)
		return
	}
	for p := range answer.Pages {
		if p != answer.Models && p != answer.Decisions {
			t.page(d, p)
		}
	}
	t.say("%s", words.Say("debriefscreen.plain.whole", "command", "callout debrief "+quote(t.session.Path())))
}

// lookBack is the debrief of the game, made once; nil, and told, where it cannot be had.
func (t *table) lookBack() *debrief.Debrief {
	if t.back != nil {
		return t.back
	}
	d, err := t.session.LookBack()
	if err != nil {
		t.refuse(err)
		return nil
	}
	t.back = d
	return d
}

// study works out what takes long, once, and returns the debrief with it.
func (t *table) study(d *debrief.Debrief) *debrief.Debrief {
	if t.studied {
		return d
	}
	t.say("%s", words.Say("debriefscreen.plain.study"))
	t.out.Flush()
	ctx := t.ctx
	if ctx == nil {
		ctx = context.Background()
	}
	err := t.session.Study(ctx, d, func(at debrief.Studying) {
		if at.Ready != nil {
			t.back = at.Ready
		}
	})
	if err != nil {
		t.refuse(err)
	}
	t.studied = err == nil
	return t.back
}

// answers tells each question with its answer.
func (t *table) answers(d *debrief.Debrief) {
	for p := range answer.Pages {
		if !t.studied && (p == answer.Models || p == answer.Decisions) {
			continue
		}
		t.say("%s", t.question(d, p))
	}
	t.say("%s", words.Say("debriefscreen.plain.more", "names", pageNames()))
}

// pageNames are the pages as they are typed.
func pageNames() string {
	var names []string
	for p := range answer.Pages {
		names = append(names, p.String())
	}
	return strings.Join(names, ", ")
}

// question is a question with its answer, numbered.
func (t *table) question(d *debrief.Debrief, p answer.Page) string {
	return words.Say("debriefscreen.plain.question", "n", int(p)+1, "question", p.Question(), "answer", answer.Of(d, p))
}

// page tells one question with its answer and the evidence.
func (t *table) page(d *debrief.Debrief, p answer.Page) {
	t.say("%s", t.question(d, p))
	pages[p](t, d)
}

// pages tell the evidence of each question.
var pages = [answer.Pages]func(*table, *debrief.Debrief){
	(*table).reached, (*table).costs, (*table).course, (*table).flow, (*table).restoring,
	(*table).fires, (*table).findings, (*table).models, (*table).reviewed, (*table).next,
}

// tell writes one line of evidence.
func (t *table) tell(text string) {
	if text != "" {
		t.item("%s", sentence(text))
	}
}

// standing tells how a running game stands, by what is known.
func (t *table) standing() {
	met := 0
	for _, g := range t.view.Goals {
		if g.Met {
			met++
		}
	}
	t.say("%s", words.Say("debriefscreen.standing.answer", "met", met, "all", len(t.view.Goals)))
	t.say("%s", words.Say("debriefscreen.standing.known"))
	t.goals()
	t.say("%s", t.gaugeLine(t.gauges()))
}

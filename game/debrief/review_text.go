package debrief

import (
	"callout/game"
	"callout/game/words"
)

// decision puts a candidate into words, against its alternative at index i.
func (d *Debrief) decision(c *candidate, i int, best bool) Decision {
	l, alt := d.Record.Level, &c.else_[i]
	pence, err := c.loss(i, 0)
	if best {
		pence = -pence
	}
	told := Decision{
		Turn: c.turn, At: c.at, Kind: c.kind, Order: l.FormatOrder(c.order), Instead: l.FormatOrder(alt.order),
		Pence: game.Pence(pence), Error: game.Pence(err), Usual: c.usual, Later: alt.left && !best && c.later(),
	}
	if alt.branch.Until == game.Never {
		told.Goals = [2]game.PerMille{c.of[0].met(), c.of[i+1].met()}
	}
	prefix := "cost."
	if best {
		prefix = "gain."
	}
	told.Text = d.sentence(prefix, c) + " " + told.by(c, best)
	if c.usual && !best {
		told.Text += " " + words.Say("review.by.usual")
	}
	return told
}

// sentence says what a decision was. All kinds may use the same placeholders.
func (d *Debrief) sentence(prefix string, c *candidate) string {
	return words.Say("review."+prefix+c.kind,
		"item", name(c.item), "app", d.app(c.app), "linked", d.app(c.order.App), "source", d.app(c.source),
		"team", d.team(c.order.Team), "owner", d.team(c.team), "who", d.who(c.who), "when", words.Date(c.at),
		"span", words.Span(c.span), "order", d.Record.Level.FormatOrder(c.order), "model", d.model(c.order.Model),
		"choice", words.Choice(c.order.Choice))
}

// later tells whether the alternative to a decision is the next morning, rather than never.
func (c *candidate) later() bool {
	switch c.kind {
	case "deployed", "late-deployment", "campaign-deployment", "called-out":
		return true
	}
	return false
}

// Better says what would have been better, in a line: an order, another moment, or nothing.
func (t *Decision) Better() string {
	switch {
	case t.Later:
		return words.Say("debriefscreen.decision.morning")
	case t.Instead == "":
		return words.Say("debriefscreen.decision.nothing")
	}
	return words.Say("debriefscreen.decision.instead", "order", t.Instead)
}

// muchOfGoals is how many more games of a hundred must have met their goals for that to be what is told.
const muchOfGoals = 10

// by says by how much another decision would have been better, or the worse.
func (t *Decision) by(c *candidate, best bool) string {
	money, err := words.Money(max(t.Pence, -t.Pence)), words.Money(2*t.Error)
	dear := (t.Pence > 0) != best
	done, other := int(t.Goals[0]+5)/10, int(t.Goals[1]+5)/10
	switch {
	case best && done-other >= muchOfGoals:
		return words.Say("review.by.gain-goals", "done", done, "other", other, "dear", dear, "money", money, "error", err)
	case other-done >= muchOfGoals && t.Instead == "":
		return words.Say("review.by.goals-without", "done", done, "other", other, "dear", dear, "money", money, "error", err)
	case other-done >= muchOfGoals:
		return words.Say("review.by.goals-instead", "instead", t.Instead, "done", done, "other", other, "dear", dear, "money", money, "error", err)
	case best:
		return words.Say("review.by.gain-without", "money", money, "error", err)
	case t.Later:
		return words.Say("review.by.cost-morning", "money", money, "error", err)
	case t.Instead == "":
		return words.Say("review.by.cost-without", "money", money, "error", err)
	case c.order.Kind == game.NoOrder:
		return words.Say("review.by.cost-habit", "instead", t.Instead, "money", money, "error", err)
	}
	return words.Say("review.by.cost-instead", "instead", t.Instead, "money", money, "error", err)
}

func name(i game.Item) string {
	if i.N == 0 {
		return ""
	}
	return i.String()
}

func (d *Debrief) app(i int) string {
	if l := d.Record.Level; i >= 0 && i < len(l.Applications) {
		return l.Applications[i].Name
	}
	return words.Say("review.blank.app")
}

func (d *Debrief) team(i int) string {
	if l := d.Record.Level; i >= 0 && i < len(l.Teams) {
		return l.Teams[i].Name
	}
	return words.Say("review.blank.team")
}

func (d *Debrief) who(i int) string {
	if l := d.Record.Level; i >= 0 && i < len(l.Analysts) {
		return l.Analysts[i].Name
	}
	return words.Say("review.blank.who")
}

func (d *Debrief) model(i int) string {
	if l := d.Record.Level; i >= 0 && i < len(l.Models) {
		return l.Models[i].Title
	}
	return ""
}

package play

import (
	"strconv"

	"callout/game"
	"callout/game/words"
)

// price is what an order is likely to cost, in a few words; "" where it costs nothing but the decision.
func (s *Screen) price(o game.Order) string {
	p, ok := s.view.Price(o)
	if !ok {
		return ""
	}
	text := spans(p.Lo, p.Hi)
	switch {
	case o.Kind == game.Move:
		text = words.Say("play.price.takes", "time", text)
	case p.Waits:
		text = words.Say("play.price.answer", "time", text)
	}
	if p.Pence > 0 {
		text += ", " + words.Money(p.Pence)
	}
	if p.Risk > 0 {
		text += ", " + words.Say("play.price.fails", "share", words.Percent(p.Risk))
	}
	return text
}

// answerPrice is how long asking a team for help with an alert may take: the owner's answer where the owner is known.
func (s *Screen) answerPrice(a *game.AlertView) string {
	team := 0
	if a.Linked >= 0 {
		team = max(0, s.view.Apps[a.Linked].Owner)
	}
	if team >= len(s.view.Teams) {
		return ""
	}
	return s.price(game.Order{Kind: game.Escalate, Item: game.Item{Kind: game.Alert, N: a.N}, Team: team})
}

// spans is a range of minutes, rounded so that it does not pretend to be exact: 20–35 min, 2–3½ h.
func spans(lo, hi game.Minute) string {
	lo, hi = round(lo), round(hi)
	switch {
	case lo == hi:
		return words.Span(lo)
	case hi <= 90:
		return words.Say("time.minutes", "n", strconv.Itoa(int(lo))+"–"+strconv.Itoa(int(hi)))
	case halfHours(lo) == halfHours(hi):
		return words.Say("time.hours", "n", halfHours(hi))
	}
	return words.Say("time.hours", "n", halfHours(lo)+"–"+halfHours(hi))
}

// halfHours is a number of hours to the nearest half.
func halfHours(m game.Minute) string {
	halves := (m + 15) / 30
	text := ""
	if halves >= 2 {
		text = strconv.Itoa(int(halves / 2))
	}
	if halves%2 == 1 {
		text += "½"
	}
	if text == "" {
		return "½"
	}
	return text
}

func round(m game.Minute) game.Minute {
	if m > 15 {
		return (m + 2) / 5 * 5
	}
	return m
}

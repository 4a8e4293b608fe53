package play

import (
	"callout/game"
	"callout/ui/words"
)

// hint points at what is most pressing, in one sentence, and selects it. It says where to look, not what is right.
func (s *Screen) hint() {
	for i := range s.inbox {
		e := &s.inbox[i]
		if e.quiet {
			break
		}
		if text := s.hintFor(e); text != "" {
			s.focus = inPane
			s.lists[inPane].Cursor = i
			s.Say(text)
			return
		}
	}
	for row, i := range s.staff {
		a := &s.view.Analysts[i]
		if here(a) && a.Burnout >= 70 && a.Work == game.Idle {
			s.focus, s.lists[peoplePane].Cursor = peoplePane, row
			s.Say(a.Name + " is close to the edge, and free: a day off is cheaper than a sick note.")
			return
		}
	}
	if s.view.Standby < 0 {
		s.focus = peoplePane
		s.Say("Nobody is on standby: a page at night waits until nine. Press o on somebody.")
		return
	}
	s.Say("Nothing presses. A good hour for a runbook or a session, or end the turn.")
}

func (s *Screen) hintFor(e *entry) string {
	name := e.item.String()
	switch e.item.Kind {
	case game.Alert:
		a := s.alert(e.item.N)
		switch {
		case a.State == game.NeedsDecision && a.Cause == game.ChangeFaultKind:
			return name + " came with the last deployment. Rolling back restores it."
		case a.State == game.NeedsDecision:
			return name + " is in the " + words.FaultKind(a.Cause) + ": its team must mend it; a workaround buys time."
		case a.Page && a.Linked < 0 && len(s.view.Clues(a, nil)) > 0:
			return name + " hurts customers. Read the clues, link it, then give it to somebody."
		case a.Page && a.Linked < 0:
			return name + " hurts customers, and nothing says what it is. Have it looked at."
		case a.Page:
			return name + " is linked and waits. Give it to who knows " + s.view.AppName(a.Linked) + "."
		}
		return name + " waits. Noise, or not noticed yet? Look at its clues."
	case game.Request:
		r := s.request(e.item.N)
		switch r.State {
		case game.Unread:
			return name + " is unread. Until you read it, it is in nobody's plan."
		case game.ReadyToDeploy:
			return name + " may be deployed. The longer it waits, the bigger it gets."
		}
	case game.Message:
		return name + " waits for an answer."
	}
	return ""
}

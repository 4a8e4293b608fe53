package play

import (
	"callout/game"
	"callout/game/coach"
	"callout/game/words"
	"callout/ui/key"
	"callout/ui/line"
	"callout/ui/theme"
)

// orderKeys are the bindings of the orders that the coach asks for.
var orderKeys = map[game.OrderKind]*key.Binding{
	game.Read: key.Read, game.Link: key.Link, game.Dismiss: key.Dismiss, game.Assign: key.Assign, game.Escalate: key.Escalate,
	game.RollBack: key.RollBack, game.Deploy: key.Deploy, game.Rest: key.Rest, game.OnStandby: key.Standby,
}

// turnCoach calls the coach, or lets it go.
func (s *Screen) turnCoach() {
	s.coach = !s.coach
	if s.coach {
		s.Say(words.Say("coach.on"))
		return
	}
	s.Say(words.Say("coach.off", "key", key.Coach.Show()))
}

// advice is what the coach says now.
func (s *Screen) advice() (coach.Advice, bool) {
	if !s.coach {
		return coach.Advice{}, false
	}
	return coach.Now(s.view, coach.Names{Words: key.Words.Show(), Help: key.Help.Show(), Hint: key.Hint.Show(), News: key.News.Show(), Rest: key.Rest.Show()}, s.open)
}

// next is the next key on the way to what the coach asks for, and what that key does: first to the panel, then to the
// row, then the order. Where that is somebody else's to do there is no key, and it says whose it is.
func (s *Screen) next(a *coach.Advice) (k, what string) {
	o := &a.Order
	if why := s.closed(o.Kind); why != "" {
		return "", words.Say("seat.closed", "what", a.Try, "why", why)
	}
	if o.Kind == game.NoOrder {
		switch {
		case s.seat != nil && s.seat.Follows != "":
			return "", s.seat.Follows
		case s.seat != nil && s.seat.Ready:
			return key.EndTurn.Show(), words.Say("coach.go.ready")
		}
		if a.Pace == coach.UntilDue {
			return key.Continue.Show(), a.Try
		}
		return key.EndTurn.Show(), a.Try
	}
	to, place, row, name := inPane, words.Say("coach.place.inbox"), -1, o.Item.String()
	if o.Kind == game.Rest || o.Kind == game.OnStandby {
		to, place, name = peoplePane, words.Say("coach.place.people"), s.view.AnalystName(o.Analyst)
		for i, who := range s.staff {
			if who == o.Analyst {
				row = i
			}
		}
	} else {
		for i := range s.inbox {
			if s.inbox[i].item == o.Item {
				row = i
			}
		}
	}
	at := s.lists[to].Cursor
	switch {
	case s.focus != to:
		return key.Next.Show(), words.Say("coach.go.to", "place", place)
	case at < row:
		return key.Down.Show(), words.Say("coach.go.to", "place", name)
	case at > row && row >= 0:
		return key.Up.Show(), words.Say("coach.go.to", "place", name)
	}
	if o.Kind == game.Answer {
		return "1", a.Try // answers have the number of their row
	}
	return orderKeys[o.Kind].Show(), a.Try
}

// drawCoach says the one thing to think of, and in the last row the next key.
func (s *Screen) drawCoach(b *line.Block) {
	t := s.theme
	b.Space(1).Put(t.Title, words.Say("coach.title")).Space(1)
	leave := " " + words.Say("coach.leave")
	b.Fill(t.Faint, theme.Rule, b.Room()-line.Width(key.Coach.Show()+leave)-1).Space(1)
	b.Put(t.Accent, key.Coach.Show()).Put(t.Dim, leave).End()
	a, ok := s.advice()
	if !ok {
		return
	}
	w, room := min(b.Width()-2, 100), b.Left()-1
	text := line.Wrap(a.Idea, w)
	if a.After != "" && !s.acted {
		if both := line.Wrap(a.After+" "+a.Idea, w); len(both) <= room { // what happened stands in the news too
			text = both
		}
	}
	for _, l := range text[:min(len(text), room)] {
		b.Space(2).Put(t.Text, l).End()
	}
	k, what := s.next(&a)
	b.Space(2).Put(t.Accent, theme.Cursor+" ")
	if k != "" {
		b.Put(t.Focus, k).Space(2)
	}
	b.Put(t.Strong, what).End()
}

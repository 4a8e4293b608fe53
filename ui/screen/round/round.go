package round

import (
	"slices"

	"callout/game/words"
	"callout/game/workshop"
	"callout/ui/key"
	"callout/ui/line"
	"callout/ui/screen"
	"callout/ui/theme"
	"callout/ui/widget"
)

// Screen is what a player sees of a round while nothing is to be played.
type Screen struct {
	theme *theme.Theme
	here  *Here
	hall  Hall
	phase workshop.Phase // that was shown last: another one begins at its top
}

// New is the screen of a player in a room.
func New(t *theme.Theme, h *Here) *Screen { return &Screen{theme: t, here: h} }

// Topic is the help page of the screen.
func (s *Screen) Topic() screen.Topic { return screen.OfRoom }

// Key takes one key.
func (s *Screen) Key(k string) screen.Action {
	switch {
	case s.hall.Scroll(k):
		return nil
	case key.EndTurn.Is(k), key.Choose.Is(k):
		if waits(s.here.Picture.Phase) && !s.here.Own().Ready && !s.here.Picture.Over {
			return screen.Ready{}
		}
	case key.LookAt.Is(k) && s.here.View.Turn > 0:
		return screen.LookBack{}
	case key.Help.Is(k):
		return screen.Help{}
	case key.Close.Is(k), key.Quit.Is(k):
		return screen.Home{}
	}
	return nil
}

// View draws the screen.
func (s *Screen) View(w, h int) string {
	p := s.here.Picture
	if p.Phase != s.phase {
		s.phase, s.hall.Top = p.Phase, 0
	}
	page := Page{Main: func(*line.Block) {}, Side: func(*line.Block) {}, Hints: s.hints()}
	if r := s.here.Round(); r != nil {
		page.Title = r.Title
	}
	switch {
	case p.Over:
		page.Title, page.Main, page.Side = words.Say("round.over.title"), s.over, s.standing
	case p.Phase == workshop.Prepare:
		page.Main, page.Side = s.prepare, s.facts
	case p.Phase == workshop.Run:
		page.Main, page.Side = s.wait, s.own
	case p.Phase == workshop.Result:
		page.Note = words.Say("round.result")
		page.Main, page.Side = s.spreads, s.standing
	case p.Phase == workshop.Reflect:
		page.Note = words.Say("round.reflect")
		page.Main, page.Side = s.reflect, s.standing
	default:
		page.Title, page.Main, page.Side = words.Say("round.over.title"), s.over, s.standing
	}
	return s.hall.Draw(s.theme, s.here, w, h, page)
}

func (s *Screen) hints() []widget.Hint {
	p := s.here.Picture
	var list []widget.Hint
	if waits(p.Phase) && !p.Over {
		list = append(list, ReadyHint(s.here))
	}
	if s.here.View.Turn > 0 {
		list = append(list, widget.HintOf(key.LookAt))
	}
	return append(list, widget.HintOf(key.Words), widget.HintOf(key.Help), widget.HintOf(key.Quit))
}

// ReadyHint is the key that says one is ready, or that one is.
func ReadyHint(h *Here) widget.Hint {
	if h.Own().Ready {
		return widget.Hint{Key: theme.Met, What: words.Say("room.is_ready")}
	}
	return widget.Hint{Key: key.EndTurn.Show(), What: words.Say("room.be_ready")}
}

// prepare is what to do before the round.
func (s *Screen) prepare(b *line.Block) {
	r := s.here.Round()
	if r == nil {
		return
	}
	b.Para(s.theme.Text, r.Says, 0)
}

// facts are what is different in this round.
func (s *Screen) facts(b *line.Block) {
	t, h := s.theme, s.here
	p, r := h.Picture, h.Round()
	if r == nil {
		return
	}
	widget.Head(b, t, words.Say("round.facts.title"), "")
	fact := func(name, text string) {
		b.Cell(t.Dim, name, 12)
		for i, l := range line.Wrap(text, b.Width()-12) {
			if i > 0 {
				b.To(12)
			}
			b.Put(t.Text, l).End()
		}
	}
	fact(words.Say("round.facts.until"), words.Date(p.Until))
	if r.Run > 0 {
		fact(words.Say("round.facts.time"), words.Say("round.facts.minutes", "n", r.Run))
	}
	switch {
	case r.Pace == workshop.Own:
		fact(words.Say("round.facts.pace"), words.Say("round.facts.own"))
	case r.Every > 0:
		fact(words.Say("round.facts.pace"), words.Say("round.facts.together", "n", r.Every))
	default:
		fact(words.Say("round.facts.pace"), words.Say("round.facts.step"))
	}
	if role := h.Own().Role; role != "" {
		fact(words.Say("round.facts.role"), words.Say("room.role_what."+string(role)))
	}
	b.End()
	widget.Head(b, t, words.Say("round.facts.levers"), "")
	open, fresh := h.Open()
	for _, l := range workshop.AllLevers() {
		const name = 17
		if !slices.Contains(open, l) {
			text := words.Say("room.closed")
			if n := h.Opens(l); n > 0 {
				text = words.Say("room.opens", "n", n)
			}
			b.Put(t.Dim, theme.NotYet).To(2).Cell(t.Dim, l.Title(), name).Put(t.Dim, text).End()
			continue
		}
		b.Put(t.Good, theme.Met).To(2).Cell(t.Strong, l.Title(), name)
		if fresh[l] {
			b.Put(t.Accent, words.Say("round.facts.new")).Space(1)
		}
		at := b.Col()
		for i, text := range line.Wrap(l.About(), b.Room()) {
			if i > 0 {
				b.To(at)
			}
			b.Put(t.Text, text).End()
		}
	}
}

// wait is what there is to see for whoever has come to the end of the round.
func (s *Screen) wait(b *line.Block) {
	t, p := s.theme, s.here.Picture
	on := 0
	for _, team := range p.Teams {
		if !team.Done {
			on++
		}
	}
	b.Para(t.Strong, words.Say("round.wait.done", "until", words.Date(p.Until)), 0)
	if on > 0 {
		b.Para(t.Dim, words.Say("round.wait.others", "n", on), 0)
	}
	b.End()
	if r := s.here.Round(); r != nil && len(r.Ask) > 0 {
		b.Para(t.Text, words.Say("round.wait.ask"), 0).End()
		numbered(b, t, r.Ask[:1])
	}
}

// own is how the own game stands.
func (s *Screen) own(b *line.Block) {
	widget.Head(b, s.theme, words.Say("round.own"), s.here.Team().Name)
	drawGauges(b, s.theme, s.here.View)
}

// spreads is the own game among those of all.
func (s *Screen) spreads(b *line.Block) { drawSpreads(b, s.theme, s.here) }

// standing is the board.
func (s *Screen) standing(b *line.Block) {
	if len(s.here.Picture.Board.Rows) > 0 {
		drawBoard(b, s.theme, s.here)
	}
}

// reflect is what to talk about.
func (s *Screen) reflect(b *line.Block) {
	b.Para(s.theme.Dim, words.Say("round.talk"), 0).End()
	if r := s.here.Round(); r != nil {
		numbered(b, s.theme, r.Ask)
	}
}

// over is the end of the workshop.
func (s *Screen) over(b *line.Block) {
	b.Para(s.theme.Text, words.Say("round.over.text"), 0).End()
	b.Para(s.theme.Text, s.here.Home, 0)
}

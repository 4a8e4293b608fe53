package questions

import (
	"strconv"

	"callout/game/words"
	"callout/ui/key"
	"callout/ui/layout"
	"callout/ui/line"
	"callout/ui/progress"
	"callout/ui/screen"
	"callout/ui/theme"
	"callout/ui/widget"
)

// Data is what the screen needs to know.
type Data struct {
	Kind     progress.Kind     // what the answers are kept as
	Progress progress.Progress // what was answered before, and what the games came to
	Show     bool              // begin with the answers there are
}

// Screen is the screen.
type Screen struct {
	theme   *theme.Theme
	data    Data
	then    screen.Action // after it, nil for nothing
	list    []progress.Question
	at      int // the question asked; behind the last one the answers are shown
	cursor  widget.List
	answers map[string]string
	top     int
	last    int // the highest top that makes sense, known after drawing
}

// New asks the questions, or shows the answers. What then says is done when it is closed.
func New(t *theme.Theme, d Data, then screen.Action) *Screen {
	s := &Screen{theme: t, data: d, then: then, list: progress.Questions(), answers: map[string]string{}}
	if _, last := d.Progress.Answered(); d.Show && last != nil {
		s.at = len(s.list)
	}
	s.ask()
	return s
}

// ask puts the cursor on the first choice of the question.
func (s *Screen) ask() {
	if s.at < len(s.list) {
		s.cursor.Set(len(s.list[s.at].Choices), 0)
	}
}

// Topic is the help page of the screen.
func (s *Screen) Topic() screen.Topic { return screen.OfQuestions }

// Key takes one key.
func (s *Screen) Key(k string) screen.Action {
	if key.Help.Is(k) {
		return screen.Help{}
	}
	if s.at == len(s.list) {
		return s.reading(k)
	}
	q := s.list[s.at]
	switch {
	case s.cursor.Key(k, len(q.Choices)):
		return nil
	case key.Close.Is(k), key.Quit.Is(k):
		return s.leave(screen.Answer{Kind: s.data.Kind, Answers: s.answers})
	case key.Choose.Is(k), key.EndTurn.Is(k):
		return s.choose(s.cursor.Cursor)
	}
	if n, err := strconv.Atoi(k); err == nil && n >= 1 && n <= len(q.Choices) {
		return s.choose(n - 1)
	}
	return nil
}

// reading takes a key while the answers are shown.
func (s *Screen) reading(k string) screen.Action {
	switch {
	case key.Down.Is(k), key.PageDown.Is(k):
		s.top = min(s.top+1, s.last)
	case key.Up.Is(k), key.PageUp.Is(k):
		s.top = max(s.top-1, 0)
	case k == "a":
		s.at, s.data.Kind, s.answers = 0, progress.Again, map[string]string{}
		s.ask()
	case key.Close.Is(k), key.Quit.Is(k), key.Choose.Is(k), key.EndTurn.Is(k):
		return s.leave(nil)
	}
	return nil
}

// leave closes the screen and goes on with what comes then.
func (s *Screen) leave(first screen.Action) screen.Action {
	all := screen.All{}
	if first != nil {
		all = append(all, first)
	}
	all = append(all, screen.Back{})
	if s.then != nil {
		all = append(all, s.then)
	}
	return all
}

// choose takes a choice and goes on to the next question. Before the campaign the last one closes the screen; after it the
// answers are shown.
func (s *Screen) choose(choice int) screen.Action {
	q := s.list[s.at]
	s.answers[q.Key] = q.Choices[choice]
	s.at++
	s.ask()
	if s.at < len(s.list) {
		return nil
	}
	answer := screen.Answer{Kind: s.data.Kind, Answers: s.answers}
	if s.data.Kind == progress.Before {
		return s.leave(answer)
	}
	return answer
}

// View draws the screen.
func (s *Screen) View(w, h int) string {
	t := s.theme
	p := layout.NewPage(w, h, 0)
	head := line.NewBlock(p.Title.W, p.Title.H).Put(t.Focus, words.Say("campaign.questions.title"))
	b := line.NewBlock(p.Body.W, p.Body.H)
	var hints []widget.Hint
	if s.at < len(s.list) {
		head.Right(t.Dim, words.Say("campaign.questions.of", "n", s.at+1, "all", len(s.list)), head.Room())
		s.question(b)
		hints = []widget.Hint{{Key: key.Choose.Show(), What: words.Say("campaign.questions.keys-choose")}, {Key: "1–" + strconv.Itoa(len(s.list[s.at].Choices)), What: words.Say("campaign.questions.keys-once")},
			{Key: key.Close.Show(), What: words.Say("campaign.questions.keys-skip")}}
	} else {
		rows := s.compared(p.Body.W)
		s.last = max(0, len(rows)-p.Body.H)
		s.top = min(s.top, s.last)
		b.Join(rows[s.top:min(len(rows), s.top+p.Body.H)], p.Body.W)
		hints = []widget.Hint{{Key: key.Close.Show(), What: words.Say("campaign.key.back")}, {Key: "a", What: words.Say("campaign.questions.keys-again")}}
		if s.last > 0 {
			hints = append(hints, widget.Hint{Key: "↑↓", What: words.Say("campaign.key.move")})
		}
	}
	head.End().Fill(t.Faint, theme.Rule, p.Title.W)
	return layout.Compose(w, h, []layout.Part{
		{Rect: p.Title, Rows: head.Rows()}, {Rect: p.Body, Rows: b.Rows()}, {Rect: p.Keys, Rows: widget.Keys(t, p.Keys.W, hints)},
	})
}

// question writes the question that is asked.
func (s *Screen) question(b *line.Block) {
	t, q := s.theme, s.list[s.at]
	b.Para(t.Dim, words.Say("campaign.intro."+string(s.data.Kind)), 0).End()
	b.Para(t.Strong, q.Text(), 0).End()
	for i, choice := range q.Choices {
		st := t.Text
		if i == s.cursor.Cursor {
			st = t.Strong
			b.Base(t.Selected).Put(t.Accent, theme.Cursor)
		} else {
			b.Space(1)
		}
		b.Space(1).Put(t.Accent, strconv.Itoa(i+1)).Space(2).Put(st, q.Choice(choice)).End()
	}
}

// compared is the answers side by side, with what the games showed, in rows of w cells.
func (s *Screen) compared(w int) []string {
	t := s.theme
	const most = 200
	b := line.NewBlock(w, most)
	b.Para(t.Dim, words.Say("campaign.questions.first"), 0).End()
	first, last := s.data.Progress.Answered()
	if len(s.answers) > 0 {
		last = &progress.Round{Answers: s.answers} // given just now
	}
	if first == nil {
		first = last
	}
	const label, name, figure = 9, 20, 14
	said := func(when, text string, st line.Style) {
		if text == "" {
			st, text = t.Dim, words.Say("campaign.questions.nothing")
		}
		b.Space(1).Cell(t.Dim, when, label-1).Put(st, text).End()
	}
	for _, c := range s.data.Progress.Compare(first, last) {
		b.Para(t.Strong, c.Text(), 0)
		if first == last {
			said(words.Say("campaign.questions.answer"), c.Now, t.Accent)
		} else {
			said(words.Say("campaign.questions.then"), c.Before, t.Text)
			said(words.Say("campaign.questions.now"), c.Now, t.Accent)
		}
		if len(c.Rows) == 0 {
			b.Space(1).Line(t.Faint, words.Say("campaign.questions.unplayed")).End()
			continue
		}
		b.Space(name)
		for _, metric := range c.Metrics {
			b.Right(t.Dim, words.Say("campaign.figure."+metric), figure)
		}
		b.End()
		for _, r := range c.Rows {
			b.Space(1).Cell(t.Text, line.Cut(r.Title, name-2), name-1)
			for _, v := range r.Values {
				b.Right(t.Text, words.Value(v), figure)
			}
			b.End()
		}
		b.End()
	}
	n := most - b.Left()
	return b.Rows()[:n]
}

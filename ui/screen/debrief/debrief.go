package debrief

import (
	"callout/game"
	"callout/game/debrief"
	"callout/game/debrief/answer"
	"callout/game/words"
	"callout/ui/key"
	"callout/ui/screen"
	"callout/ui/theme"
	"callout/ui/widget"
)

// Screen is the debrief of one game.
type Screen struct {
	theme *theme.Theme
	level *game.Level
	d     *debrief.Debrief
	page  answer.Page
	at    [answer.Pages]place
	study study
	code  string // of the result, to paste to a colleague; empty where there is none
	after string // title of the level that comes next, or empty
	home  string // how the debrief is taken home where nothing can be written here, or empty

	rows   int // rows of the body, which charts are made to fit
	last   int // the lowest row that can be scrolled to
	cursor int // row of the page on which the thing under the cursor begins, -1 where the page has none
	until  int // and the row after it
}

// A place is where the reader is on a page.
type place struct {
	list widget.List
	open bool // the thing under the cursor fills the page
	top  int  // first row shown
}

// New shows a debrief of a game of level l, as far as it was worked out.
func New(t *theme.Theme, l *game.Level, d *debrief.Debrief) *Screen {
	s := &Screen{theme: t, level: l, d: d}
	if len(d.Ladder.Rungs) > 0 && d.Review.Games > 0 {
		s.study.Stage = debrief.Studied
	}
	s.count()
	return s
}

// count makes the lists as long as what they show.
func (s *Screen) count() {
	for p := range answer.Pages {
		if n := pages[p].length; n != nil {
			s.at[p].list.Set(n(s), s.at[p].list.Cursor)
		}
	}
}

// Code tells the code of the result.
func (s *Screen) Code(code string) { s.code = code }

// TakenHome tells how the debrief is taken home from where nothing can be written.
func (s *Screen) TakenHome(how string) { s.home = how }

// Follow tells what level comes next.
func (s *Screen) Follow(title string) { s.after = title }

// Topic is the help page of the screen.
func (s *Screen) Topic() screen.Topic { return screen.OfDebrief }

// Go opens a page.
func (s *Screen) Go(p answer.Page) { s.page = p }

// Key takes one key.
func (s *Screen) Key(k string) screen.Action {
	here := &s.at[s.page]
	switch {
	case s.page == answer.Course && s.alongMarks(k):
	case key.Next.Is(k), key.EndTurn.Is(k):
		s.page = (s.page + 1) % answer.Pages
	case key.Prev.Is(k):
		s.page = (s.page + answer.Pages - 1) % answer.Pages
	case key.Close.Is(k) && here.open:
		here.open, here.top = false, 0
	case key.Close.Is(k), key.Quit.Is(k):
		return screen.Home{}
	case key.Help.Is(k):
		return screen.Help{}
	case key.Export.Is(k) && (s.recorded() || s.home != ""):
		return screen.Export{Debrief: s.d}
	case key.Onward.Is(k) && s.after != "":
		return screen.NextLevel{}
	case key.PlayOn.Is(k):
		return s.playOn()
	case key.Choose.Is(k):
		return s.choose()
	case here.list.Len > 0 && s.page != answer.Course && !here.open && here.list.Key(k, s.rows/3):
	case s.scroll(k):
	default:
		if to, ok := answer.Find(k); ok {
			s.page = to
		}
	}
	return nil
}

// choose opens the thing under the cursor, or goes on where there is nothing to open.
func (s *Screen) choose() screen.Action {
	here, p := &s.at[s.page], &pages[s.page]
	switch {
	case p.opens && here.list.Len > 0:
		here.open, here.top = !here.open, 0
	case p.turn != nil && here.list.Len > 0:
		return s.playOn()
	default:
		s.page = (s.page + 1) % answer.Pages
	}
	return nil
}

// scroll moves the page and tells whether k was one of its keys.
func (s *Screen) scroll(k string) bool {
	top := &s.at[s.page].top
	switch {
	case key.Down.Is(k):
		*top++
	case key.Up.Is(k):
		*top--
	case key.PageDown.Is(k):
		*top += max(1, s.rows-2)
	case key.PageUp.Is(k):
		*top -= max(1, s.rows-2)
	case key.First.Is(k):
		*top = 0
	case key.Last.Is(k):
		*top = s.last
	default:
		return false
	}
	*top = max(0, min(*top, s.last))
	return true
}

// playOn asks whether to play on from the decision under the cursor, where there is one.
func (s *Screen) playOn() screen.Action {
	turn, at, order, ok := s.turn()
	if !ok {
		return nil
	}
	rows := []widget.Candidate{
		{Name: words.Say("debriefscreen.play-on.yes"), Reason: words.Say("debriefscreen.play-on.free"), Do: func() screen.Action { return screen.All{screen.Back{}, screen.PlayOn{Turn: turn}} }},
		{Name: words.Say("debriefscreen.play-on.no"), Reason: words.Say("debriefscreen.play-on.stay"), Do: func() screen.Action { return screen.Back{} }},
	}
	ask := widget.NewChooser(s.theme, words.Say("debriefscreen.play-on.title", "when", words.Date(at)), rows)
	if order != "" {
		ask.Note(words.Say("debriefscreen.play-on.instead", "order", order))
	}
	return screen.Push{Screen: ask}
}

// value is a metric of the game.
func (s *Screen) value(name string) game.Value {
	for _, v := range s.d.Result.Values {
		if v.Name == name {
			return v
		}
	}
	return game.Value{Name: name}
}

package play

import (
	"callout/game"
	"callout/game/words"
	"callout/ui/key"
	"callout/ui/line"
	"callout/ui/screen"
	"callout/ui/theme"
	"callout/ui/widget"
)

// Watching is what the screen shows where a game is looked at and not played.
type Watching struct {
	Past   []Happening // what happened before, the newest last
	Latest int         // of it, in the turn before
	Given  []string    // orders of the turn that is shown
	Ended  bool        // the game is over: no more orders come

	Bar, Keys func(b *line.Block) // take the places of the status and of the keys
}

// LogLength is how many past happenings are of use.
const LogLength = logLength

// A Happening is something that happened, worded when it did.
type Happening = logged

// Happened words an event with the view of its time.
func Happened(v *game.View, e *game.Event) Happening {
	text := words.Event(v, e)
	if e.Hidden {
		text = words.Say("journal.watch.hidden", "event", text)
	}
	return logged{at: e.At, text: text, mark: weight(e.Kind), item: e.Item, hidden: e.Hidden}
}

// Hidden tells whether nobody could know of it during play.
func (l logged) Hidden() bool { return l.hidden }

// Watch makes the screen one to look at.
func (s *Screen) Watch(w *Watching) {
	s.watch, s.log, s.latest, s.coach = w, w.Past, w.Latest, false
	s.lists[inPane].Cursor = 0
	s.rev++
}

// Redraw draws what Bar and Keys write anew.
func (s *Screen) Redraw() { s.rev++ }

// Look takes a key that only moves about the screen.
func (s *Screen) Look(k string) {
	switch {
	case s.lists[s.focus].Key(k, s.height(s.focus)):
	case key.Next.Is(k):
		s.focus = (s.focus + 1) % panes
	case key.Prev.Is(k):
		s.focus = (s.focus + panes - 1) % panes
	}
}

// News opens what happened.
func (s *Screen) News() screen.Action { return screen.Push{Screen: newsDialog(s)} }

// givenRows is how many rows the orders of a turn take.
func (s *Screen) givenRows(room int) int {
	if s.watch != nil && s.watch.Ended {
		return 0
	}
	return 1 + max(1, min(len(s.orders()), room/2))
}

// drawLatest shows what happened in the turn before in the given rows, where there is no panel for it.
func (s *Screen) drawLatest(b *line.Block, rows int) {
	list := s.news(true)
	if rows < 4 || len(list) == 0 {
		return
	}
	news := line.NewBlock(b.Width(), min(rows-2, len(list)+1))
	widget.Head(news, s.theme, words.Say("play.news.title"), "")
	s.drawHappenings(news, list)
	b.End()
	b.Join(news.Rows(), b.Width())
}

// drawGiven lists the orders of the turn.
func (s *Screen) drawGiven(b *line.Block) {
	t := s.theme
	widget.Head(b, t, words.Say("journal.watch.given"), "")
	if len(s.orders()) == 0 {
		b.Line(t.Dim, words.Say("journal.watch.none"))
		return
	}
	for i, text := range s.orders() {
		if b.Left() == 1 && i < len(s.orders())-1 {
			b.Line(t.Dim, words.Say("journal.watch.more", "n", len(s.orders())-i))
			return
		}
		b.Put(t.Accent, theme.Cursor+" ").Put(t.Text, text).End()
	}
}

package play

import (
	"callout/game"
	"callout/game/words"
	"callout/ui/key"
	"callout/ui/layout"
	"callout/ui/line"
	"callout/ui/theme"
	"callout/ui/widget"
)

// drawDetail shows the thing selected: what it is, what is known, what can be done about it and at what price. The
// orders stand at the bottom and always fit; what is known gets the rows that are left.
func (s *Screen) drawDetail(b *line.Block) {
	offers := s.offers()
	item, app, who := s.selected()
	room := b.Left()
	below := 0 // rows of what stands at the bottom
	switch {
	case s.looks():
		below = s.givenRows(room)
	case len(offers) > 0:
		below = len(offers) + 1
	}
	if below > 0 {
		room = max(3, room-below)
	}
	most := room + 1 // one row more than fits tells that there is more
	body := line.NewBlock(b.Width(), most)
	switch {
	case s.focus == appPane && app >= 0:
		s.detailApp(body, app)
	case s.focus == peoplePane && who >= 0:
		s.detailPerson(body, who)
	case s.focus == inPane && item.Kind == game.Alert && s.alert(item.N) != nil:
		s.detailAlert(body, s.alert(item.N))
	case s.focus == inPane && item.Kind == game.Request && s.request(item.N) != nil:
		s.detailRequest(body, s.request(item.N))
	case s.focus == inPane && item.Kind == game.Message && s.message(item.N) != nil:
		s.detailMessage(body, s.message(item.N))
	default:
		body.Line(s.theme.Strong, words.Say("play.detail.nothing")).End()
		if s.looks() {
			break
		}
		body.Para(s.theme.Dim, words.Say("play.detail.quiet", "pace", s.pace(), "next", key.Next.Show()), 0)
	}
	n := most - body.Left()
	rows := body.Rows()
	if n > room {
		b.Join(rows[:room-1], b.Width()).Line(s.theme.Dim, theme.More)
	} else {
		b.Join(rows[:n], b.Width())
	}
	if s.watch != nil && s.plan.Size == layout.Compact {
		s.drawLatest(b, b.Left()-below)
	}
	if below == 0 {
		return
	}
	if n < room {
		b.End()
	}
	for s.plan.Size == layout.Compact && b.Left() > below {
		b.End()
	}
	if s.looks() {
		s.drawGiven(b)
		return
	}
	s.drawOffers(b, offers)
}

func (s *Screen) drawOffers(b *line.Block, offers []offer) {
	t := s.theme
	widget.Head(b, t, words.Say("play.orders.title"), "")
	what, price, but := 0, 0, 0
	for _, o := range offers {
		what = max(what, line.Width(o.what))
		price = max(price, line.Width(o.price))
		but = max(but, line.Width(o.but))
	}
	const keys = 3
	long := keys+what+2+price+2+but <= b.Width()
	for _, o := range offers {
		b.Cell(t.Accent, o.shown(), keys)
		text := t.Text
		if o.shut {
			text = t.Dim
		}
		if long {
			b.Cell(text, o.what, what).Space(2).Cell(t.Dim, o.price, price).Space(2).Put(t.Dim, o.but).End()
			continue
		}
		b.Cell(text, o.what, b.Room()-line.Width(o.price)-1).Space(1).Put(t.Dim, o.price).End()
	}
}

// age ends a row with how long ago something came, where there is room.
func (s *Screen) age(b *line.Block, came game.Minute) {
	text := words.Say("play.detail.age", "time", brief(s.view.Now-came))
	if b.Room() > line.Width(text) {
		b.Right(s.theme.Dim, text, b.Room())
	}
	b.End()
}

// label is the width of the column that names facts.
const label = 11

// fact writes one line of a fact: its name in a column, and what is known.
func (s *Screen) fact(b *line.Block, name, text string, level theme.Level) {
	st := s.theme.Text
	if level != theme.Calm {
		st = s.theme.Of(level)
	}
	b.Cell(s.theme.Dim, name, label)
	for i, l := range line.Wrap(text, b.Width()-label) {
		if i > 0 {
			b.To(label)
		}
		b.Put(st, l).End()
	}
}

// gap is a blank row, where rows are not scarce.
func (s *Screen) gap(b *line.Block) {
	if s.plan.Size > layout.Compact {
		b.End()
	}
}

package console

import (
	"callout/game/words"
	"callout/game/workshop"
	"callout/game/workshop/lead"
	"callout/ui/key"
	"callout/ui/line"
	"callout/ui/screen"
	"callout/ui/theme"
	"callout/ui/widget"
)

// reader is a dialog with sentences to read.
func reader(t *theme.Theme, title string, rows []string) *widget.Reader {
	return widget.NewReader(t, title, func(w int) []string {
		b := line.NewBlock(w, 600)
		for _, r := range rows {
			b.Para(t.Text, r, 0)
		}
		n := 600 - b.Left()
		return b.Rows()[:n]
	}, false)
}

// sure says what something will do, and does it when it is said again.
type sure struct {
	s     *Screen
	wish  *lead.Wish
	again string // the key that wanted it
}

// confirm asks before doing something.
func (s *Screen) confirm(w *lead.Wish, k string) screen.Action {
	return screen.Push{Screen: &sure{s, w, k}}
}

// Topic is the help page of the dialog.
func (d *sure) Topic() screen.Topic { return screen.OfConsole }

// Key takes one key: the same key or Enter does it, any other one does not.
func (d *sure) Key(k string) screen.Action {
	if key.Choose.Is(k) || k == d.again && d.again != "" {
		return screen.All{screen.Back{}, d.s.do(d.wish)}
	}
	return screen.Back{}
}

// rows are what is said.
func (d *sure) rows(w int) []string { return line.Wrap(d.s.desk.Effect(d.wish), w) }

// Size is as high as what is said.
func (d *sure) Size(w, h int) (int, int) {
	w = min(w-4, 76)
	return w, min(h-4, len(d.rows(w-4))+5)
}

// View draws the dialog.
func (d *sure) View(w, h int) string {
	t := d.s.theme
	b := line.NewBlock(w-4, h-2)
	b.End()
	for _, r := range d.rows(w - 4) {
		b.Line(t.Strong, r)
	}
	for b.Left() > 1 {
		b.End()
	}
	yes := key.Choose.Show()
	if d.again != "" {
		yes += " " + key.Shown(d.again)
	}
	b.Join(widget.Keys(t, b.Width(), []widget.Hint{{Key: yes, What: words.Say("console.sure.yes")}, {Key: key.Close.Show(), What: words.Say("console.sure.no")}}), b.Width())
	return widget.Box(t, words.Say("console.sure.title"), b.Rows(), w-4)
}

// typed is a dialog with a line to type.
type typed struct {
	s      *Screen
	title  string
	before string // what stands before what is typed
	field  widget.Field
	says   string
}

// typing asks for a line that goes on after before; text is there already.
func (s *Screen) typing(title, before, text string) *typed {
	d := &typed{s: s, title: title, before: before, field: widget.Field{Most: 400}}
	d.field.Set(text)
	return d
}

// Topic is the help page of the dialog.
func (d *typed) Topic() screen.Topic { return screen.OfConsole }

// Typing says that letters are letters here.
func (d *typed) Typing() bool { return true }

// Paste adds text.
func (d *typed) Paste(text string) { d.field.Paste(text) }

// Key takes one key.
func (d *typed) Key(k string) screen.Action {
	switch {
	case k == "esc":
		return screen.Back{}
	case k == "enter" && d.field.Text() == "":
		return screen.Back{}
	case k == "enter":
		return d.enter()
	default:
		d.field.Key(k)
		d.says = ""
	}
	return nil
}

// enter does what the line says. What is final asks first, as everywhere.
func (d *typed) enter() screen.Action {
	text := d.before + d.field.Text()
	a := d.s.desk.Read(text)
	if a.Wish == nil && !a.Wrong && len(a.Rows) == 2 { // it wants its yes: the dialog asks for that
		if b := d.s.desk.Read(text + " yes"); b.Wish != nil {
			a = b
		}
	}
	switch {
	case a.Wrong:
		d.says = a.Rows[0]
		return nil
	case a.Wish != nil:
		return screen.All{screen.Back{}, d.s.wish(a.Wish, "")}
	case a.Leave:
		return screen.All{screen.Back{}, screen.Push{Screen: d.s.leave()}}
	}
	return screen.All{screen.Back{}, d.s.read(text, a.Rows)}
}

// Size has rows for what is wrong.
func (d *typed) Size(w, h int) (int, int) { return min(w-4, 92), 8 }

// View draws the dialog.
func (d *typed) View(w, h int) string {
	t := d.s.theme
	b := line.NewBlock(w-4, h-2)
	b.End()
	d.field.Draw(b, t, b.Width(), true, "")
	b.End().End()
	for _, r := range line.Wrap(d.says, b.Width()) {
		if b.Left() > 1 {
			b.Line(t.Warn, r)
		}
	}
	for b.Left() > 1 {
		b.End()
	}
	b.Join(widget.Keys(t, b.Width(), []widget.Hint{{Key: key.Shown("enter"), What: words.Say("console.typed.do")}, {Key: key.Shown("esc"), What: words.Say("console.sure.no")}}), b.Width())
	return widget.Box(t, d.title, b.Rows(), w-4)
}

// wayIn shows how to join, to be thrown on a wall for a moment.
type wayIn struct {
	theme *theme.Theme
	desk  *lead.Desk
}

func newWayIn(t *theme.Theme, d *lead.Desk) *wayIn { return &wayIn{t, d} }

// Topic is the help page of the dialog.
func (d *wayIn) Topic() screen.Topic { return screen.OfConsole }

// Key closes it.
func (d *wayIn) Key(string) screen.Action { return screen.Back{} }

// Size has room for the code that a camera reads, where there is such a one.
func (d *wayIn) Size(w, h int) (int, int) {
	_, qr := widget.QR(d.desk.Invite.QR).Size()
	return min(w-4, 100), min(h-2, max(14, qr+4))
}

// View draws the dialog.
func (d *wayIn) View(w, h int) string {
	t := d.theme
	b := line.NewBlock(w-4, h-2)
	code := widget.QR(d.desk.Invite.QR)
	wide, high := code.Size()
	if high > h-2 || w-4-wide < 34 {
		code, wide = nil, 0
	}
	left := line.NewBlock(b.Width()-wide-2, b.Left())
	big := widget.Big{Text: workshop.ShowCode(d.desk.Picture.Code)}
	left.End()
	for y := range 3 {
		big.Row(left, t.Focus, y)
		left.End()
	}
	left.End()
	for _, way := range []string{d.desk.Invite.SSH, d.desk.Invite.Web} {
		left.Para(t.Strong, way, 0).End()
	}
	if d.desk.Picture.Locked {
		left.Para(t.Warn, words.Say("lead.room.locked"), 0)
	}
	for y, row := range left.Rows() {
		b.Styled(row, b.Width()-wide-2).Space(2)
		if code != nil {
			code.Row(b, t, y)
		}
		b.End()
	}
	return widget.Box(t, words.Say("console.join"), b.Rows(), w-4)
}

package host

import (
	"callout/game/words"
	"callout/game/workshop"
	"callout/ui/key"
	"callout/ui/layout"
	"callout/ui/line"
	"callout/ui/remote/invite"
	"callout/ui/screen"
	"callout/ui/theme"
	"callout/ui/widget"
)

// Screen shows a card, and how the room fills.
type Screen struct {
	theme   *theme.Theme
	card    invite.Card
	code    widget.QR
	picture *workshop.Picture
	token   bool // the token is shown; not from the start, because the screen may be on a wall
	asked   bool // whether to stop the server is asked
}

// New shows a card.
func New(t *theme.Theme, c invite.Card) *Screen {
	return &Screen{theme: t, card: c, code: widget.QR(c.Modules())}
}

// Show shows the room as it stands.
func (s *Screen) Show(p *workshop.Picture) { s.picture = p }

// Key takes one key.
func (s *Screen) Key(k string) screen.Action {
	if s.asked {
		s.asked = false
		if key.Choose.Is(k) || k == "y" {
			return screen.Quit{}
		}
		return nil
	}
	switch {
	case key.Choose.Is(k):
		return screen.TakeChair{}
	case k == "b":
		return screen.ShowBoard{}
	case k == "t" && s.card.Token != "":
		s.token = !s.token
	case key.Quit.Is(k), key.Close.Is(k):
		s.asked = true
	}
	return nil
}

// View draws the screen.
func (s *Screen) View(w, h int) string {
	t, c := s.theme, &s.card
	p := layout.NewPage(w, h, 120)
	head := line.NewBlock(p.Title.W, p.Title.H)
	head.Put(t.Focus, words.Say("host.screen.title")).Space(2).Put(t.Dim, words.Say("host.screen.what", "title", c.Title, "script", c.Script)).End()
	head.Fill(t.Faint, theme.Rule, p.Title.W)
	body := line.NewBlock(p.Body.W, p.Body.H)
	codeW, codeH := s.code.Size()
	beside := codeW
	if beside > 0 {
		beside += 2
	}
	left := line.NewBlock(p.Body.W-beside, max(codeH, tellRows))
	s.tell(left)
	rows := left.Rows()
	for y := range max(len(rows), codeH) {
		if y < len(rows) {
			body.Styled(rows[y], p.Body.W-beside)
		} else {
			body.Space(p.Body.W - beside)
		}
		if codeW > 0 && y < codeH {
			body.Space(2)
			s.code.Row(body, t, y)
		}
		body.End()
	}
	s.check(body)
	return layout.Compose(w, h, []layout.Part{
		{Rect: p.Title, Rows: head.Rows()}, {Rect: p.Body, Rows: body.Rows()}, {Rect: p.Keys, Rows: widget.Keys(t, p.Keys.W, s.hints())},
	})
}

// tellRows is how many rows tell wants where there is no code beside it.
const tellRows = 15

// tell writes what to tell the room, and what is for the facilitator alone.
func (s *Screen) tell(b *line.Block) {
	t, c := s.theme, &s.card
	widget.Head(b, t, words.Say("host.screen.room"), "")
	switch {
	case c.Programs > 0:
		b.Line(t.Warn, words.Say("host.screen.rehearsal", "n", c.Programs))
	case c.Since != "":
		b.Line(t.Dim, words.Say("host.screen.since", "when", c.Since))
	}
	if c.Alone() {
		b.Para(t.Warn, words.Say("host.screen.alone"), 0)
	}
	if c.JoinSSH() != "" {
		b.Line(t.Strong, c.JoinSSH())
	}
	if c.JoinWeb() != "" {
		b.Line(t.Strong, c.JoinWeb())
	}
	b.Put(t.Dim, words.Say("host.screen.code")).Space(1).Put(t.Focus, workshop.ShowCode(c.Code)).End()
	own := line.NewBlock(b.Width(), b.Left())
	s.alone(own)
	if own.Left() > 0 {
		b.End()
	}
	for _, row := range own.Rows()[:b.Left()] {
		b.Styled(row, b.Width()).End()
	}
}

// alone writes what is for the facilitator alone, and how the room fills.
func (s *Screen) alone(b *line.Block) {
	t, c := s.theme, &s.card
	widget.Head(b, t, words.Say("host.screen.you"), "")
	switch {
	case c.Token == "":
		b.Para(t.Dim, words.Say("host.screen.again"), 0)
	case s.token:
		b.Line(t.Strong, c.ShownToken())
		b.Para(t.Dim, words.Say("host.screen.token"), 0)
	default:
		b.Para(t.Dim, words.Say("host.screen.hidden"), 0)
	}
	for _, board := range []string{c.BoardSSH(), c.BoardWeb()} {
		if board != "" {
			b.Line(t.Text, board)
		}
	}
	s.people(b)
}

// people writes how the room fills.
func (s *Screen) people(b *line.Block) {
	p := s.picture
	if p == nil {
		return
	}
	seats, here := 0, 0
	for _, seat := range p.Seats {
		if !seat.Removed {
			seats++
			if seat.Here > 0 {
				here++
			}
		}
	}
	b.Line(s.theme.Strong, words.Say("host.screen.people", "n", seats, "here", here, "teams", len(p.Teams)))
}

// check writes what anybody may check.
func (s *Screen) check(b *line.Block) {
	t, c := s.theme, &s.card
	const label = 10
	for _, row := range [][2]string{
		{words.Say("host.screen.fingerprint"), c.Fingerprint}, {words.Say("host.screen.seed"), c.Commitment}, {words.Say("host.screen.kept"), c.Kept},
	} {
		if row[1] != "" {
			b.Cell(t.Dim, row[0], label).Space(1).Put(t.Text, row[1]).End()
		}
	}
}

// hints are the keys.
func (s *Screen) hints() []widget.Hint {
	if s.asked {
		return []widget.Hint{{Key: key.Choose.Show(), What: words.Say("host.key.stop")}, {Key: key.Close.Show(), What: words.Say("host.key.stay")}}
	}
	list := []widget.Hint{
		{Key: key.Choose.Show(), What: words.Say("host.key.lead")},
		{Key: "b", What: words.Say("host.key.board")},
	}
	if s.card.Token != "" {
		what := words.Say("host.key.token")
		if s.token {
			what = words.Say("host.key.hide")
		}
		list = append(list, widget.Hint{Key: "t", What: what})
	}
	return append(list, widget.Hint{Key: key.Quit.Show(), What: words.Say("host.key.quit")})
}

// Topic is the help page of the screen: it has none of its own.
func (s *Screen) Topic() screen.Topic { return screen.OfMenu }

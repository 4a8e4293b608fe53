package board

import (
	"fmt"
	"time"

	"callout/game"
	"callout/game/words"
	"callout/game/workshop"
	"callout/game/workshop/lead"
	"callout/game/workshop/race"
	"callout/ui/key"
	"callout/ui/layout"
	"callout/ui/line"
	"callout/ui/screen"
	"callout/ui/theme"
	"callout/ui/widget"
)

// Screen is the projector. Show gives it the room, whenever that has changed and with every second.
type Screen struct {
	theme     *theme.Theme
	desk      lead.Desk
	baselines []race.Baseline
	turned    int // pages turned by hand
	pages     int // of the race, known after drawing
}

// New is a projector for a room that is joined as the invitation says.
func New(t *theme.Theme, how lead.Invite) *Screen {
	return &Screen{theme: t, desk: lead.Desk{Picture: &workshop.Picture{}, Invite: how}}
}

// Show shows the room as it is now.
func (s *Screen) Show(p *workshop.Picture, now time.Time) { s.desk.Picture, s.desk.Now = p, now }

// Compares is what race.Baselines wants to know; false where the comparison is there already, or must not be made yet
// because the seed is not shown.
func (s *Screen) Compares() (l *game.Level, seed game.Seed, until game.Minute, ok bool) {
	p := s.desk.Picture
	if p.Seed == nil || p.Board.Mode != workshop.RevealedAll || s.baselines != nil {
		return nil, seed, 0, false
	}
	return p.Level, *p.Seed, p.Until, true
}

// Compare shows what the teams are compared with.
func (s *Screen) Compare(list []race.Baseline) { s.baselines = list }

// Topic is the help page of the screen.
func (s *Screen) Topic() screen.Topic { return screen.OfHelp }

// Key takes one key: there is nothing to do but to turn pages by hand, and to leave.
func (s *Screen) Key(k string) screen.Action {
	switch {
	case key.Down.Is(k), key.PageDown.Is(k), key.Next.Is(k):
		s.turned++
	case key.Up.Is(k), key.PageUp.Is(k), key.Prev.Is(k):
		s.turned--
	case key.Quit.Is(k), key.Close.Is(k):
		return screen.Home{}
	}
	return nil
}

// turnEvery is how long a page of the race stays where teams do not fit on one.
const turnEvery = 8 * time.Second

// page is which of n pages is shown: they turn by themselves, but not on a board that stands still.
func (s *Screen) page(n int) int {
	s.pages = n
	if n < 2 {
		return 0
	}
	at := s.turned
	if p := s.desk.Picture; p.Board.Mode != workshop.Frozen && !p.Paused {
		at += int(s.desk.Now.Unix() / int64(turnEvery/time.Second) % int64(n))
	}
	return (at%n + n) % n
}

// View draws the screen.
func (s *Screen) View(w, h int) string {
	said := s.ticker()
	banner := s.banner()
	l := layout.NewBoard(w, h, len(said), banner != "")
	parts := []layout.Part{
		{Rect: l.Title, Rows: drawn(l.Title, s.title)},
		{Rect: l.Clock, Rows: drawn(l.Clock, func(b *line.Block) { s.clock(b, l.Great) })},
		{Rect: l.Main, Rows: drawn(l.Main, func(b *line.Block) { s.main(b, l.Size) })},
		{Rect: l.Join, Rows: drawn(l.Join, s.join)},
	}
	if l.Banner.Shown() {
		parts = append(parts, layout.Part{Rect: l.Banner, Rows: drawn(l.Banner, func(b *line.Block) { s.warn(b, banner) })})
	}
	if l.Ticker.Shown() {
		parts = append(parts, layout.Part{Rect: l.Ticker, Rows: drawn(l.Ticker, func(b *line.Block) {
			for _, row := range said {
				b.Put(s.theme.Accent, theme.Cursor+" ").Put(s.theme.Text, row).End()
			}
		})})
	}
	return layout.Compose(w, h, parts)
}

// drawn is what draw writes into a part.
func drawn(r layout.Rect, draw func(*line.Block)) []string {
	b := line.NewBlock(r.W, r.H)
	draw(b)
	return b.Rows()
}

func (s *Screen) title(b *line.Block) {
	t, d := s.theme, &s.desk
	c := d.Counts()
	right := words.Say("board.here", "teams", c.Teams, "n", c.Here)
	b.Put(t.Focus, d.Picture.Title).Space(3).Put(t.Strong, line.Cut(d.Phase(), b.Room()-line.Width(right)-2))
	b.Right(t.Dim, right, b.Room()).End()
}

// clock writes the time in large letters, and beside it what goes on. Without a clock the phase stands there; in the lobby,
// the code.
func (s *Screen) clock(b *line.Block, great bool) {
	t, p := s.theme, s.desk.Picture
	left, running := s.desk.Left()
	text, style := words.Say("lead.phase."+string(p.Phase)), t.Strong
	switch {
	case p.Over:
		text = words.Say("board.end")
	case p.Paused:
		text, style = words.Say("board.paused"), t.Warn
	case p.Phase == workshop.Lobby && p.Code != "":
		text, style = workshop.ShowCode(p.Code), t.Accent
	case running:
		text = lead.Clock(left)
		if left < time.Minute {
			style = t.Alarm
		}
	}
	big := widget.Big{Text: text, Great: great}
	wide, height := big.Size()
	if wide > b.Width()*2/3 {
		big.Great = false
		wide, height = big.Size()
	}
	rows, top := s.beside(), (b.Left()-height)/2
	from := (b.Left() - len(rows)) / 2
	for y := range b.Left() {
		if wide <= b.Width() {
			big.Row(b, style, y-top)
			b.To(wide + 4)
		}
		if i := y - max(from, 0); i >= 0 && i < len(rows) {
			rowStyle := t.Text
			if i == 0 {
				rowStyle = t.Strong
			}
			b.Put(rowStyle, rows[i])
		}
		b.End()
	}
}

// beside is what stands beside the clock: at most three rows.
func (s *Screen) beside() []string {
	d, p := &s.desk, s.desk.Picture
	r, c := d.Round(), d.Counts()
	if r == nil || p.Over {
		return nil
	}
	switch p.Phase {
	case workshop.Lobby:
		return []string{words.Say("board.code"), words.Say("board.plan", "n", p.Script.Minutes, "rounds", len(p.Script.Rounds))}
	case workshop.Debrief:
		return []string{words.Say("board.debrief")}
	}
	rows := []string{r.Title}
	if left, running := d.Left(); p.Paused && running {
		rows = append(rows, words.Say("lead.time.left", "left", lead.Clock(left)))
	}
	if p.Phase == workshop.Run {
		if !p.TurnDue.IsZero() {
			rows = append(rows, words.Say("board.turn", "n", p.Turn+1, "left", lead.Clock(max(p.TurnDue.Sub(d.Now), 0))))
		} else {
			rows = append(rows, words.Say("board.done", "n", c.Done, "all", c.Teams))
		}
	}
	if p.Phase == workshop.Run || p.Phase == workshop.Prepare {
		rows = append(rows, words.Say("lead.room.levers", "levers", lead.Titles(d.Open())))
	}
	return rows[:min(len(rows), 3)]
}

// banner says that the board or the room stands still, empty where they do not.
func (s *Screen) banner() string {
	p := s.desk.Picture
	switch {
	case p.Trouble != "":
		return words.Say("lead.room.trouble", "why", p.Trouble)
	case p.Board.Mode == workshop.Frozen && p.Paused:
		return words.Say("board.banner.both", "at", p.Board.FrozenAt.Format("15:04"))
	case p.Board.Mode == workshop.Frozen:
		return words.Say("board.banner.frozen", "at", p.Board.FrozenAt.Format("15:04"))
	case p.Paused:
		return words.Say("board.banner.paused")
	}
	return ""
}

// warn writes a text across the whole row, so that nobody misses it.
func (s *Screen) warn(b *line.Block, text string) {
	t := s.theme
	text = line.Cut(" "+text+" ", b.Width()-4)
	side := (b.Width() - line.Width(text)) / 2
	b.Base(t.Selected).Fill(t.Warn, "▒", side).Put(t.Warn.With(t.Strong), text).Fill(t.Warn, "▒", b.Room()).End()
}

// ticker is what was said last and what happened last, the newest first.
func (s *Screen) ticker() []string {
	p := s.desk.Picture
	var rows []string
	if n := len(p.Said); n > 0 {
		rows = append(rows, words.Say("board.said", "at", p.Said[n-1].At.Format("15:04"), "text", p.Said[n-1].Text))
	}
	if n := len(p.Events); n > 0 {
		e := p.Events[n-1]
		rows = append(rows, words.Say("board.happened", "event", lead.EventTitle(e.Event), "severity", workshop.SeverityTitle(e.Severity), "turn", e.Turn+1))
	}
	return rows
}

// join is how to join, in one row.
func (s *Screen) join(b *line.Block) {
	t, p := s.theme, s.desk.Picture
	if p.Phase == workshop.Lobby && !p.Over {
		b.End() // the whole screen says it
		return
	}
	if p.Over {
		b.Put(t.Dim, words.Say("board.seed", "seed", seedOf(p))).End()
		return
	}
	if p.Locked {
		b.Put(t.Dim, words.Say("lead.room.locked")).End()
		return
	}
	code := ""
	if p.Code != "" {
		code = words.Say("board.room", "code", workshop.ShowCode(p.Code))
	}
	ways := []string{s.desk.Invite.SSH, s.desk.Invite.Web}
	if line.Width(ways[0])+line.Width(ways[1])+2*3 > b.Room()-line.Width(code) {
		ways[0], ways[1] = ways[1], ways[0] // a browser is what everybody has
	}
	for _, part := range ways {
		if part != "" && line.Width(part)+3 <= b.Room()-line.Width(code) {
			b.Put(t.Dim, part).Space(3)
		}
	}
	b.Right(t.Accent, code, b.Room())
	b.End()
}

// seedOf is the seed once it is shown.
func seedOf(p *workshop.Picture) string {
	if p.Seed == nil {
		return ""
	}
	return fmt.Sprintf("%016x%016x%016x%016x", p.Seed[0], p.Seed[1], p.Seed[2], p.Seed[3])
}

// main is what the phase shows.
func (s *Screen) main(b *line.Block, size layout.Size) {
	p := s.desk.Picture
	switch {
	case p.Phase == workshop.Lobby && !p.Over:
		s.lobby(b, size)
	case p.Board.Mode == workshop.RevealedAll:
		s.truth(b, size)
	case p.Phase == workshop.Prepare:
		s.briefing(b)
	case p.Phase == workshop.Reflect:
		s.questions(b)
		s.race(b)
	default:
		s.race(b)
	}
}

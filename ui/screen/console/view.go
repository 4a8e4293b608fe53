package console

import (
	"strings"
	"time"

	"callout/game/words"
	"callout/game/workshop"
	"callout/game/workshop/lead"
	"callout/ui/key"
	"callout/ui/layout"
	"callout/ui/line"
	"callout/ui/theme"
	"callout/ui/widget"
)

// View draws the screen.
func (s *Screen) View(w, h int) string {
	say := s.sayNow(w - 2)
	status := line.Wrap(s.status, w-4)
	l := layout.NewConsole(w, h, len(say), len(status))
	s.plan = l
	parts := []layout.Part{
		{Rect: l.Head, Rows: drawn(l.Head, s.head)},
		{Rect: l.Say, Rows: drawn(l.Say, func(b *line.Block) { s.say(b, say) })},
		{Rect: l.Teams, Rows: drawn(l.Teams, s.drawTeams)},
		{Rect: l.Team, Rows: drawn(l.Team, s.drawTeam)},
		{Rect: l.Room, Rows: drawn(l.Room, s.drawRoom)},
		{Rect: l.Status, Rows: drawn(l.Status, func(b *line.Block) { s.drawStatus(b, status) })},
		{Rect: l.Keys, Rows: drawn(l.Keys, s.drawKeys)},
	}
	if l.Script.Shown() {
		parts = append(parts, layout.Part{Rect: l.Script, Rows: drawn(l.Script, s.drawScript)})
	}
	for _, r := range l.Walls {
		parts = append(parts, layout.Part{Rect: r, Rows: drawn(r, func(b *line.Block) {
			for b.Left() > 0 {
				b.Line(s.theme.Faint, theme.Wall)
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

// head is where the room is: the phase and its clock, and what is not as usual; then what comes next, and how many are here.
func (s *Screen) head(b *line.Block) {
	t, d, p := s.theme, &s.desk, s.desk.Picture
	b.Put(t.Focus, d.Phase()).Space(3)
	style := t.Strong
	left, running := d.Left()
	switch {
	case p.Paused:
		style = t.Warn
	case running && left < time.Minute:
		style = t.Alarm
	case !running:
		style = t.Dim
	}
	b.Put(style, d.Time())
	if p.Phase == workshop.Run && !p.TurnDue.IsZero() {
		b.Space(2).Put(t.Text, words.Say("board.turn", "n", p.Turn+1, "left", lead.Clock(max(p.TurnDue.Sub(d.Now), 0))))
	}
	for _, flag := range s.flags() {
		b.Space(2).Put(t.Warn, flag)
	}
	right := p.Title + "  " + workshop.ShowCode(p.Code)
	if b.Room() > line.Width(right)+2 {
		b.Right(t.Dim, right, b.Room())
	}
	b.End()
	c := d.Counts()
	b.Put(t.Text, d.NextUp())
	if p.Phase == workshop.Run && c.Teams > 0 {
		st := t.Dim
		if c.Stuck > 0 {
			st = t.Warn
		}
		b.Space(2).Put(st, words.Say("console.stuck", "stuck", c.Stuck)).Space(2).Put(t.Dim, words.Say("console.done", "n", c.Done, "all", c.Teams))
	}
	if b.Col() > 0 && c.Seats > 0 {
		b.Space(2)
	}
	switch {
	case c.Asked > 0 && p.Phase != workshop.Run:
		b.Put(t.Dim, words.Say("console.here_ready", "here", c.Here, "all", c.Seats, "ready", c.Ready))
	case c.Seats > 0:
		b.Put(t.Dim, words.Say("console.here", "here", c.Here, "all", c.Seats))
	}
	if c.Asked > 0 && p.Phase == workshop.Run {
		b.Space(2).Put(t.Dim, words.Say("console.teams_ready", "n", c.Ready, "all", c.Asked))
	}
	b.End()
}

// flags are what is not as usual in the room, in a word each.
func (s *Screen) flags() []string {
	var flags []string
	p := s.desk.Picture
	if p.Board.Mode == workshop.Frozen {
		flags = append(flags, words.Say("console.flag.frozen"))
	}
	if p.Board.Mode == workshop.RevealedAll {
		flags = append(flags, words.Say("console.flag.revealed"))
	}
	if p.Locked {
		flags = append(flags, words.Say("console.flag.locked"))
	}
	return flags
}

// sayNow is what to say now in rows of w cells, without its heading; or what is wrong with the store.
func (s *Screen) sayNow(w int) []string {
	if why := s.desk.Picture.Trouble; why != "" {
		return line.Wrap(words.Say("lead.room.trouble", "why", why), w)
	}
	var rows []string
	for _, text := range s.desk.SayNow() {
		rows = append(rows, line.Wrap(text, w-line.Width(words.Say("console.say_now"))-2)...)
	}
	return rows
}

func (s *Screen) say(b *line.Block, rows []string) {
	t, trouble := s.theme, s.desk.Picture.Trouble != ""
	head := words.Say("console.say_now")
	for i, r := range rows {
		if b.Left() == 0 {
			return
		}
		if trouble {
			b.Line(t.Alarm, r)
			continue
		}
		if i == 0 {
			b.Put(t.Title, head)
		}
		b.To(line.Width(head)+2).Put(t.Text, r)
		if b.Left() == 1 && i < len(rows)-1 {
			b.Put(t.Dim, " "+theme.More)
		}
		b.End()
	}
}

// drawScript writes the plan; the phase that the room is in has the cursor.
func (s *Screen) drawScript(b *line.Block) {
	t, p := s.theme, s.desk.Picture
	if p.Script == nil {
		return
	}
	widget.Head(b, t, words.Say("console.script.title"), words.Say("console.minutes", "n", p.Script.Minutes))
	round := -1
	for _, step := range p.Script.Steps() {
		lobby := step.Phase == workshop.Lobby || step.Phase == workshop.Debrief
		if r := step.Round; !lobby && r != round {
			round = r
			b.End().Put(t.Text, words.Say("console.script.round", "n", r+1, "title", p.Script.Rounds[r].Title)).End()
		}
		if step.Phase == workshop.Debrief {
			b.End()
		}
		here := step.Round == p.Round && step.Phase == p.Phase && !p.Over
		style, mark := t.Dim, " "
		if here {
			b.Base(t.Selected)
			style, mark = t.Strong, theme.Cursor
		}
		b.Space(1).Put(t.Accent, mark).Space(1).Cell(style, words.Say("lead.phase."+string(step.Phase)), 20)
		if !lobby {
			if m := p.Script.Rounds[step.Round].Minutes(step.Phase); m > 0 {
				b.Right(style, words.Say("console.minutes", "n", m), 12)
			}
		}
		b.To(b.Width()).End()
	}
}

// drawRoom is what is open, what the board does, and what was said and let happen last.
func (s *Screen) drawRoom(b *line.Block) {
	t, d, p := s.theme, &s.desk, s.desk.Picture
	widget.Head(b, t, words.Say("console.room.title"), "")
	open := words.Say("lead.room.levers", "levers", lead.Titles(d.Open()))
	if !p.Over {
		for _, r := range line.Wrap(open, b.Width())[:min(2, len(line.Wrap(open, b.Width())))] {
			b.Line(t.Text, r)
		}
	}
	st := t.Text
	if p.Board.Mode != workshop.Live {
		st = t.Warn
	}
	b.Para(st, d.BoardState(), 0)
	var past []string
	for i := len(p.Said) - 1; i >= 0 && len(past) < b.Left(); i-- {
		past = append(past, p.Said[i].At.Format("15:04")+"  "+p.Said[i].Text)
	}
	if n := len(p.Events); n > 0 {
		e := p.Events[n-1]
		past = append([]string{words.Say("board.happened", "event", lead.EventTitle(e.Event), "severity", workshop.SeverityTitle(e.Severity), "turn", e.Turn+1)}, past...)
	}
	if len(past) > 0 && b.Left() > len(past) && s.plan.Size > layout.Compact {
		b.End()
		widget.Head(b, t, words.Say("console.past"), "")
	}
	for _, row := range past {
		if b.Left() > 0 {
			if line.Width(row) <= b.Width() {
				b.Line(t.Dim, row)
				continue
			}
			b.Para(t.Dim, row, 0)
		}
	}
}

// drawStatus writes what came of the last key, or why nothing did.
func (s *Screen) drawStatus(b *line.Block, rows []string) {
	t := s.theme
	if s.status == "" {
		return
	}
	mark, style, text := theme.Met, t.Good, t.Text
	if s.problem {
		mark, style, text = theme.Alert, t.Warn, t.Warn
	}
	b.Put(style, mark)
	for _, r := range rows[:min(len(rows), b.Left())] {
		b.To(2).Put(text, r).End()
	}
}

// drawKeys writes the keys; those that fit the phase come first.
func (s *Screen) drawKeys(b *line.Block) {
	p := s.desk.Picture
	pause := widget.HintOf(key.StandStill)
	if p.Paused {
		pause.What = words.Say("console.go_on")
	}
	board := widget.HintOf(key.HoldBoard)
	if p.Board.Mode == workshop.Frozen {
		board.What = words.Say("console.let_move")
	}
	hints := []widget.Hint{widget.HintOf(key.NextPhase), pause, widget.HintOf(key.Help)}
	if r := s.desk.Round(); p.Phase == workshop.Run && r != nil && r.Pace == workshop.Together {
		hints = append(hints, widget.HintOf(key.StepAll))
	}
	hints = append(hints, widget.Hint{Key: strings.Join([]string{key.Longer.Show(), key.MuchLonger.Show(), key.Shorter.Show()}, " "), What: words.Say("console.time")},
		widget.HintOf(key.SayToAll), widget.HintOf(key.OpenLevers), widget.HintOf(key.Inject), widget.Hint{Key: key.Choose.Show(), What: words.Say("console.team.menu")},
		board, widget.HintOf(key.ShowTruth), widget.HintOf(key.WayIn), widget.HintOf(key.LockDoor), widget.HintOf(key.TypeLine), widget.HintOf(key.Stuck), widget.HintOf(key.Quit))
	b.Join(widget.Keys(s.theme, b.Width(), hints), b.Width())
}

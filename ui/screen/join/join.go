package join

import (
	"strings"

	"callout/game/words"
	"callout/game/workshop"
	"callout/ui/key"
	"callout/ui/layout"
	"callout/ui/line"
	"callout/ui/screen"
	"callout/ui/theme"
	"callout/ui/widget"
)

// Room is what somebody in front of a room sees of it.
type Room struct {
	Code  string
	Title string // of what is played
	Here  int    // people in it
	Seats int    // people at one game; with 1 everybody has their own
	Teams []Team // that have room
}

// Team is a team that one may join.
type Team struct {
	N       int
	Name    string
	Members string // their names
	Free    int    // seats
}

// step is what is asked for.
type step uint8

const (
	atCode step = iota
	atName
	atTeam
)

// What the cursor can be on while the name is asked for.
const (
	onName = iota
	onReturn
)

// longestCode is how many characters of what is typed for a code are shown: more is a token, which is not for others to read.
const longestCode = 9

// Screen asks for code, name and team, one after the other.
type Screen struct {
	theme   *theme.Theme
	step    step
	board   bool // the projector is wanted, and no seat
	waiting bool // an answer is on its way
	problem string
	room    Room
	also    string        // another way in, for whoever wants it; or empty
	offer   func() string // another pseudonym

	code, name, back, team widget.Field
	pseudonym              string
	cursor                 int // of the fields of atName
	list                   widget.List
}

// New asks for a code. also is a sentence about another way in, or empty; offer makes pseudonyms up.
func New(t *theme.Theme, board bool, also string, offer func() string) *Screen {
	return &Screen{
		theme: t, board: board, also: also, offer: offer, pseudonym: offer(),
		code: widget.Field{Most: 80}, name: widget.Field{Most: 24}, back: widget.Field{Most: 20}, team: widget.Field{Most: 24},
	}
}

// Opened says that the code is right: a name is asked for.
func (s *Screen) Opened(r Room) {
	s.room, s.step, s.waiting, s.problem, s.cursor = r, atName, false, "", onName
	s.list.Set(2+len(r.Teams), 0)
}

// Refused says why not. What was typed stays.
func (s *Screen) Refused(why string) {
	s.problem, s.waiting = why, false
	if s.step == atTeam && s.room.Seats <= 1 {
		s.step = atName
	}
}

// Wait says that an answer is on its way; keys do nothing until then.
func (s *Screen) Wait() { s.waiting, s.problem = true, "" }

// Topic is the help page of the screen.
func (s *Screen) Topic() screen.Topic { return screen.OfJoining }

// Typing tells that letters are text.
func (s *Screen) Typing() bool { return true }

// field is the field that is typed into, or nil.
func (s *Screen) field() *widget.Field {
	switch {
	case s.step == atCode:
		return &s.code
	case s.step == atName && s.cursor == onName:
		return &s.name
	case s.step == atName:
		return &s.back
	case s.list.Cursor == 1:
		return &s.team
	}
	return nil
}

// Paste takes text that was pasted.
func (s *Screen) Paste(text string) {
	if f := s.field(); f != nil && !s.waiting {
		f.Paste(strings.TrimSpace(text))
	}
}

// Key takes one key.
func (s *Screen) Key(k string) screen.Action {
	if s.waiting {
		return nil
	}
	if k == "enter" {
		return s.enter()
	}
	if k == "esc" {
		return s.retreat()
	}
	switch s.step {
	case atCode:
		if k == "tab" || k == "shift+tab" {
			s.board = !s.board
			return nil
		}
	case atName:
		switch k {
		case "tab":
			s.pseudonym = s.offer()
			return nil
		case "up", "down":
			s.cursor = onName + onReturn - s.cursor
			return nil
		}
	case atTeam:
		if (k == "up" || k == "down" || k == "pgup" || k == "pgdown" || k == "home" || k == "end") && s.list.Key(k, 10) {
			return nil
		}
	}
	if f := s.field(); f != nil && f.Key(k) {
		s.problem = ""
	}
	return nil
}

// retreat goes one step back.
func (s *Screen) retreat() screen.Action {
	s.problem = ""
	switch s.step {
	case atTeam:
		s.step = atName
	case atName:
		s.step = atCode
		return screen.Outside{}
	case atCode:
		if s.code.Text() == "" {
			return screen.Quit{}
		}
		s.code.Set("")
	}
	return nil
}

// enter takes what was typed.
func (s *Screen) enter() screen.Action {
	switch s.step {
	case atCode:
		if s.code.Text() == "" {
			s.problem = words.Say("join.code.missing")
			return nil
		}
		return screen.Knock{Code: s.code.Text(), Board: s.board}
	case atName:
		if s.cursor == onReturn {
			if s.back.Text() == "" {
				s.problem = words.Say("join.back.missing")
				return nil
			}
			return screen.Sit{Return: s.back.Text()}
		}
		if s.room.Seats <= 1 {
			return screen.Sit{Name: s.called()}
		}
		s.step = atTeam
		return nil
	}
	sit := screen.Sit{Name: s.called()}
	switch i := s.list.Cursor; i {
	case 0:
	case 1:
		if sit.TeamName = s.team.Text(); sit.TeamName == "" {
			sit.TeamName = s.called()
		}
	default:
		sit.Team = s.room.Teams[i-2].N
	}
	return sit
}

// called is the name that was typed, or the one that was offered.
func (s *Screen) called() string {
	if name := s.name.Text(); name != "" {
		return name
	}
	return s.pseudonym
}

// View draws the screen.
func (s *Screen) View(w, h int) string {
	t := s.theme
	p := layout.NewPage(w, h, 0)
	head := line.NewBlock(p.Title.W, p.Title.H).Put(t.Focus, words.Say("join.title"))
	if s.step != atCode {
		head = line.NewBlock(p.Title.W, p.Title.H).Put(t.Focus, line.Cut(s.room.Title, p.Title.W-34))
		head.Right(t.Dim, words.Say("join.room", "code", workshop.ShowCode(s.room.Code), "n", s.room.Here), head.Room())
	}
	head.End().Fill(t.Faint, theme.Rule, p.Title.W)
	b := line.NewBlock(p.Body.W, p.Body.H)
	var hints []widget.Hint
	switch s.step {
	case atCode:
		hints = s.drawCode(b)
	case atName:
		hints = s.drawName(b)
	case atTeam:
		hints = s.drawTeam(b)
	}
	return layout.Compose(w, h, []layout.Part{
		{Rect: p.Title, Rows: head.Rows()}, {Rect: p.Body, Rows: b.Rows()}, {Rect: p.Keys, Rows: widget.Keys(t, p.Keys.W, hints)},
	})
}

// answer writes what is wrong, or that an answer is on its way.
func (s *Screen) answer(b *line.Block) {
	b.End()
	switch {
	case s.waiting:
		b.Para(s.theme.Dim, words.Say("join.wait"), 0)
	case s.problem != "":
		for i, l := range line.Wrap(s.problem, b.Width()-2) {
			if i == 0 {
				b.Put(s.theme.Warn, theme.Alert)
			}
			b.To(2).Put(s.theme.Warn, l).End()
		}
	}
}

func (s *Screen) drawCode(b *line.Block) []widget.Hint {
	t := s.theme
	b.Para(t.Text, words.Say("join.welcome"), 0).End()
	title, what := words.Say("join.code.title"), words.Say("join.code.board")
	if s.board {
		title, what = words.Say("join.code.title_board"), words.Say("join.code.play")
	}
	b.Line(t.Title, title)
	shown := s.code.Text()
	if letters := strings.Map(bare, shown); len([]rune(letters)) > longestCode {
		shown = strings.Repeat("•", min(len([]rune(letters)), 40))
	} else {
		shown = strings.ToUpper(shown)
	}
	s.code.DrawAs(b, t, min(44, b.Width()), true, words.Say("join.code.instead"), shown)
	b.End()
	s.answer(b)
	b.End().Para(t.Dim, words.Say("join.code.where"), 0)
	b.End().Para(t.Dim, s.also, 0)
	return []widget.Hint{{Key: key.Choose.Show(), What: words.Say("join.key.in")}, {Key: key.Shown("tab"), What: what}, {Key: key.Shown("esc"), What: words.Say("join.key.leave")}}
}

// bare takes out what a code is written with besides its letters.
func bare(r rune) rune {
	if r == '-' || r == ' ' {
		return -1
	}
	return r
}

func (s *Screen) drawName(b *line.Block) []widget.Hint {
	t := s.theme
	b.Line(t.Title, words.Say("join.name.title"))
	s.mark(b, s.cursor == onName)
	s.name.Draw(b, t, 34, s.cursor == onName, s.pseudonym)
	b.End()
	b.Para(t.Dim, words.Say("join.name.offer", "name", s.pseudonym), 2).End()
	b.Line(t.Title, words.Say("join.back.title"))
	s.mark(b, s.cursor == onReturn)
	s.back.Draw(b, t, 34, s.cursor == onReturn, words.Say("join.back.instead"))
	b.End()
	b.Para(t.Dim, words.Say("join.back.what"), 2)
	s.answer(b)
	b.End().Para(t.Dim, s.also, 0)
	return []widget.Hint{
		{Key: key.Choose.Show(), What: words.Say("join.key.on")}, {Key: key.Shown("tab"), What: words.Say("join.key.other")},
		{Key: "↑↓", What: words.Say("screen.move")}, {Key: key.Shown("esc"), What: words.Say("join.key.back")},
	}
}

func (s *Screen) drawTeam(b *line.Block) []widget.Hint {
	t := s.theme
	b.Line(t.Title, words.Say("join.team.title"))
	b.Para(t.Dim, words.Say("join.team.what", "name", s.called(), "n", s.room.Seats), 0).End()
	foot := 3
	from, to := s.list.Show(max(1, b.Left()-foot))
	for i := from; i < to; i++ {
		on := i == s.list.Cursor
		s.mark(b, on)
		st := t.Text
		if on {
			st = t.Strong
		}
		switch i {
		case 0:
			b.Cell(st, words.Say("join.team.anywhere"), 26).Put(t.Dim, words.Say("join.team.anywhere_what"))
		case 1:
			if on {
				b.Put(st, words.Say("join.team.new")).Space(1)
				s.team.Draw(b, t, 26, true, words.Say("join.team.instead"))
				break
			}
			b.Cell(st, words.Say("join.team.new"), 26).Put(t.Dim, words.Say("join.team.new_what"))
		default:
			team := &s.room.Teams[i-2]
			b.Cell(st, team.Name, 26).Put(t.Accent, words.Say("join.team.free", "n", team.Free)).Space(2).Put(t.Dim, team.Members)
		}
		b.End()
	}
	s.answer(b)
	return []widget.Hint{{Key: key.Choose.Show(), What: words.Say("join.key.in")}, {Key: "↑↓", What: words.Say("screen.move")}, {Key: key.Shown("esc"), What: words.Say("join.key.back")}}
}

// mark begins a row that can be chosen.
func (s *Screen) mark(b *line.Block, on bool) {
	if on {
		b.Put(s.theme.Accent, theme.Cursor)
	}
	b.To(2)
}

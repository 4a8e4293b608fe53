package play

import (
	"callout/game"
	"callout/game/coach"
	"callout/game/words"
	"callout/ui/key"
	"callout/ui/layout"
	"callout/ui/line"
	"callout/ui/screen"
	"callout/ui/theme"
	"callout/ui/widget"
)

// pane is a panel that can have the keys.
type pane uint8

const (
	inPane pane = iota
	appPane
	peoplePane
	panes
)

// Screen is the main screen of one game.
type Screen struct {
	theme *theme.Theme
	level *game.Level
	view  *game.View

	rev   int // raised whenever the view changes: panels are cached under it
	focus pane
	lists [panes]widget.List
	inbox []entry
	apps  []int // application indices, those that hurt first
	staff []int // analyst indices, without those who left

	plan    layout.Play
	status  string
	problem bool // the status is about something that did not work
	undo    bool // there is an order to take back
	busy    bool // a turn is being played
	log     []logged
	latest  int       // of them, from the last turn
	watch   *Watching // or nil where the game is played
	seat    *Seat     // or nil where it is played alone
	coach   bool
	acted   bool // an order was given in this turn
	motion  motion
	memo    [parts]memo
}

// logged is something that happened, worded when it did.
type logged struct {
	at   game.Minute
	text string
	mark theme.Level
	item game.Item

	hidden bool // nobody could know of it
}

// logLength is how many past happenings are kept for the log.
const logLength = 200

// New is the main screen for a game of level l.
func New(t *theme.Theme, l *game.Level) *Screen {
	return &Screen{theme: t, level: l, view: &game.View{}, coach: coach.Begins(l)}
}

// Show shows a view. The screen keeps it and only reads it, until the next one is shown.
func (s *Screen) Show(v *game.View) {
	item, app, who := s.selected()
	s.view = v
	s.rev++
	s.inbox = inboxOf(v, s.inbox[:0])
	s.apps = appsOf(v, s.apps[:0])
	s.staff = staffOf(v, s.staff[:0])
	s.keep(inPane, len(s.inbox), func(i int) bool { return s.inbox[i].item == item && !s.inbox[i].quiet })
	s.keep(appPane, len(s.apps), func(i int) bool { return s.apps[i] == app })
	s.keep(peoplePane, len(s.staff), func(i int) bool { return s.staff[i] == who })
}

// keep leaves the cursor on the row that is the thing selected before. Where that is dealt with the cursor stays in its
// row, at what moved up: reading one request after another is one key each.
func (s *Screen) keep(p pane, n int, is func(int) bool) {
	at := s.lists[p].Cursor
	for i := range n {
		if is(i) {
			at = i
			break
		}
	}
	s.lists[p].Set(n, at)
}

// Turned tells the screen that the view it was just shown is of a new turn: its news go into the log, and the inbox opens
// at what is most pressing.
func (s *Screen) Turned() {
	s.focus, s.lists[inPane].Cursor, s.acted = inPane, 0, false
	for i := range s.view.News {
		e := &s.view.News[i]
		s.log = append(s.log, Happened(s.view, e))
	}
	s.latest = len(s.view.News)
	if n := len(s.log); n > logLength {
		s.log = append(s.log[:0], s.log[n-logLength:]...)
	}
}

// Say puts a sentence into the status line until the next key.
func (s *Screen) Say(text string) { s.status, s.problem = text, false }

// Complain says what did not work.
func (s *Screen) Complain(err error) { s.status, s.problem = sentence(words.Refusal(err)), true }

// Undoable says whether there is an order to take back.
func (s *Screen) Undoable(on bool) { s.undo = on }

// Given says that an order was given.
func (s *Screen) Given(text string) {
	s.acted = true
	s.Say(text)
}

// Busy says whether a turn is being played.
func (s *Screen) Busy(on bool) { s.busy = on }

// Topic is the help page of the screen.
func (s *Screen) Topic() screen.Topic { return screen.OfPlay }

// selected is what the cursors are on, in all three panels.
func (s *Screen) selected() (item game.Item, app, who int) {
	app, who = game.None, game.None
	if i := s.lists[inPane].Cursor; i < len(s.inbox) {
		item = s.inbox[i].item
	}
	if i := s.lists[appPane].Cursor; i < len(s.apps) {
		app = s.apps[i]
	}
	if i := s.lists[peoplePane].Cursor; i < len(s.staff) {
		who = s.staff[i]
	}
	return item, app, who
}

// Key takes one key.
func (s *Screen) Key(k string) screen.Action {
	s.status, s.problem = "", false
	switch {
	case s.lists[s.focus].Key(k, s.height(s.focus)):
		return nil
	case key.Next.Is(k):
		s.focus = (s.focus + 1) % panes
		return nil
	case key.Prev.Is(k):
		s.focus = (s.focus + panes - 1) % panes
		return nil
	case s.seat != nil && s.seat.Wheel && key.Wheel.Is(k) && (s.seat.Looks || k != key.Workaround.Keys[0]):
		return screen.Wheel{}
	case s.seat != nil && s.seat.Looks && (key.EndTurn.Is(k) || key.Continue.Is(k) || key.Undo.Is(k) || key.Freeze.Is(k)):
		s.status, s.problem = s.looksOn(), true
		return nil
	case key.EndTurn.Is(k):
		return screen.EndTurn{}
	case key.Continue.Is(k):
		return screen.EndTurn{Continue: true}
	case key.Undo.Is(k):
		return screen.Undo{}
	case key.Help.Is(k):
		return screen.Help{}
	case key.News.Is(k):
		return screen.Push{Screen: newsDialog(s)}
	case key.Hint.Is(k):
		return screen.Hint{}
	case key.Coach.Is(k):
		s.turnCoach()
		return nil
	case key.Quit.Is(k):
		if s.seat != nil {
			return screen.Push{Screen: s.StandUp()}
		}
		return screen.Push{Screen: leaveDialog(s)}
	case key.Freeze.Is(k):
		if why := s.closed(game.Freeze); why != "" {
			s.refuse(game.Freeze, key.Freeze.Help(), why)
			return nil
		}
		choice := game.On
		if s.view.Frozen {
			choice = game.Off
		}
		return give(game.Freeze, game.Order{Choice: choice})
	}
	offers := s.offers()
	looks := s.seat != nil && s.seat.Looks
	if key.Choose.Is(k) && len(offers) > 0 {
		return offers[0].do()
	}
	for _, o := range offers {
		if o.is(k) {
			return o.do()
		}
	}
	for _, b := range key.All() {
		if b.Scope != key.Everywhere && b.Is(k) {
			s.status, s.problem = sentence(words.Say("play.not_here", "what", b.Help())), true
			if looks {
				s.status = s.looksOn()
			}
			break
		}
	}
	return nil
}

func (s *Screen) height(p pane) int {
	r := [panes]layout.Rect{s.plan.Inbox, s.plan.Apps, s.plan.People}[p]
	return max(1, r.H-1)
}

// part is a panel of the screen.
type part uint8

const (
	headerPart part = iota
	gaugesPart
	goalsPart
	coachPart
	inboxPart
	appsPart
	peoplePart
	detailPart
	newsPart
	coursePart
	planPart
	needsPart
	logPart
	queuesPart
	statusPart
	keysPart
	wallPart
	parts
)

// memo keeps what a panel drew, and from what.
type memo struct {
	from inputs
	rows []string
}

// inputs is everything that a panel's rows depend on, besides the view that rev stands for.
type inputs struct {
	rev, w, h     int
	focus         pane
	cursor, top   int
	status        string
	problem, busy bool
	frame         int
	undo          bool
	coach         bool
}

// View is the screen.
func (s *Screen) View(w, h int) string {
	n := layout.Counts{Apps: len(s.apps), People: len(s.staff), Coach: s.coach}
	var strip []string
	if s.seat != nil {
		strip = s.seat.Strip(layout.NewPlay(w, h, layout.Counts{Room: 1}).Room.W)
		n.Room = len(strip)
	}
	s.plan = layout.NewPlay(w, h, n)
	p := &s.plan
	all := make([]layout.Part, 0, int(parts)+len(p.Walls))
	draw := func(id part, r layout.Rect, in inputs, f func(b *line.Block)) {
		if !r.Shown() {
			return
		}
		m := &s.memo[id]
		in.rev, in.w, in.h = s.rev, r.W, r.H
		if m.rows == nil || m.from != in {
			b := line.NewBlock(r.W, r.H)
			f(b)
			m.rows, m.from = b.Rows(), in
		}
		all = append(all, layout.Part{Rect: r, Rows: m.rows})
	}
	list := func(p pane) inputs {
		l := &s.lists[p]
		l.Show(s.height(p))
		return inputs{focus: s.focus, cursor: l.Cursor, top: l.Top, frame: s.motion.frame}
	}
	if p.Room.Shown() { // it has a clock, and is drawn by whoever gave the seat
		all = append(all, layout.Part{Rect: p.Room, Rows: strip[:p.Room.H]})
	}
	draw(headerPart, p.Header, inputs{}, s.drawHeader)
	draw(gaugesPart, p.Gauges, inputs{frame: s.motion.frame}, s.drawGauges)
	draw(goalsPart, p.Goals, inputs{}, s.drawGoals)
	draw(coachPart, p.Coach, inputs{focus: s.focus, cursor: s.lists[s.focus].Cursor}, s.drawCoach)
	draw(inboxPart, p.Inbox, list(inPane), s.drawInbox)
	draw(appsPart, p.Apps, list(appPane), s.drawApps)
	draw(peoplePart, p.People, list(peoplePane), s.drawPeople)
	draw(detailPart, p.Detail, inputs{focus: s.focus, cursor: s.lists[s.focus].Cursor, coach: s.coach}, s.drawDetail)
	draw(newsPart, p.News, inputs{}, s.drawNews)
	draw(coursePart, p.Course, inputs{}, s.drawCourse)
	draw(planPart, p.Plan, inputs{}, s.drawPlan)
	draw(needsPart, p.Needs, inputs{}, s.drawNeeds)
	draw(logPart, p.Log, inputs{top: len(s.log)}, s.drawLog)
	draw(queuesPart, p.Queues, inputs{}, s.drawQueues)
	draw(statusPart, p.Status, inputs{status: s.status, problem: s.problem, busy: s.busy}, s.drawStatus)
	draw(keysPart, p.Keys, inputs{undo: s.undo}, s.drawKeys)
	for _, r := range p.Walls {
		draw(wallPart, r, inputs{}, func(b *line.Block) {
			for range r.H {
				b.Line(s.theme.Faint, theme.Wall)
			}
		})
	}
	return layout.Compose(w, h, all)
}

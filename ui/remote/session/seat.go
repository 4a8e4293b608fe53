package session

import (
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"callout/game"
	"callout/game/words"
	"callout/game/workshop"
	"callout/ui"
	"callout/ui/screen"
	"callout/ui/screen/lobby"
	"callout/ui/screen/play"
	"callout/ui/screen/round"
)

// reading is how long something said to everybody stays above the screens.
const reading = 30 * time.Second

// seat is a player in a room.
type seat struct {
	*Session
	room  *workshop.Room
	game  *roomGame
	table *ui.Table
	chair play.Seat // what the play screen is told of the room
	here  round.Here
	lobby *lobby.Screen
	round *round.Screen

	view    game.View // here.View: what the screens between the games show of the game
	over    bool      // the debrief is shown
	said    int       // how much was said to everybody when it was looked last
	saidAt  time.Time // when that was
	ticking bool      // a tick is on its way

	wake     <-chan struct{}
	replaced chan struct{} // closed when another session takes the seat
	leaving  []func()
}

type (
	// news is a room that has changed, looked at by the session.
	news struct {
		picture *workshop.Picture
		own     bool   // something changed in the own game
		why     string // the room has ended, or another session has taken the seat
		ended   bool
	}
	// common is news that all sessions get at the same instant.
	common struct{ news }
	// second is a second of the clock.
	second struct{}
)

// Everybody spreads the frames that a change of the room causes, and those of the seconds that are counted from it.
func (common) Everybody() {}
func (second) Everybody() {}

// newSeat sits down.
func newSeat(s *Session, room *workshop.Room, t workshop.Ticket) (stage, tea.Cmd) {
	p := &seat{Session: s, room: room, replaced: s.house.take(place{room.ID(), t.Seat})}
	p.game = &roomGame{ctx: s.ctx, room: room, seat: t.Seat, shelf: s.house.Shelf}
	picture := room.Picture()
	p.here = round.Here{Picture: picture, Seat: t.Seat, Return: t.Return, Now: s.house.Now(), Heard: len(picture.Said)}
	p.here.Home = s.house.home(s.caller, t.Return)
	p.said, p.here.View = p.here.Heard, &p.view
	th := s.caller.Theme()
	p.lobby, p.round = lobby.New(th, &p.here), round.New(th, &p.here)
	p.chair = play.Seat{Strip: func(w int) []string { return round.Strip(th, &p.here, w, 1) }, Closed: p.here.Closed, Whose: p.here.Whose, Shut: p.here.Shut}
	p.tell()

	wake, stop := room.WatchFrom(t.Seat)
	p.wake = wake
	p.leaving = []func(){stop, room.Arrive(t.Seat), func() { s.house.yield(place{room.ID(), t.Seat}, p.replaced) }}
	if s.caller.Keep != nil && t.Return != "" {
		s.caller.Keep(t.Return)
	}
	greeting := words.Say("seat.greeting")
	if t.Back {
		greeting = words.Say("seat.back", "name", p.here.Own().Name)
	}
	var begin tea.Cmd
	p.table, begin = ui.NewTable(ui.Setting{
		Theme: th, Play: p.game, Seat: &p.chair, W: s.w, H: s.h, Motion: s.caller.Motion, Hints: picture.Script.Hints,
		Predictions: picture.Script.Asks, Greeting: greeting,
		Wheel: func() error { return p.game.send(workshop.Drove, nil) },
		Ready: p.game.ready,
		Keep:  func() string { return p.here.Home },
	})
	if p.over = p.game.Over(); p.over {
		p.leadHome(t.Return)
	}
	p.look()
	return p, tea.Batch(begin, p.listen, p.show(), p.tick())
}

// look fills the view that the screens between the games are drawn from. While a game is played it is not: it would be memory
// that nobody looks at.
func (p *seat) look() {
	if c := p.here.Picture; c.Phase != workshop.Run || p.here.Team().Done || c.Over {
		p.game.View(&p.view)
	}
}

// listen waits until the room has changed.
func (p *seat) listen() tea.Msg {
	before := p.here.Picture
	select {
	case <-p.ctx.Done():
		return nil
	case <-p.replaced:
		return news{ended: true, why: words.Say("seat.replaced")}
	case _, open := <-p.wake:
		if !open {
			return news{ended: true, why: p.room.Reason()}
		}
	}
	now := p.room.Picture()
	msg := news{picture: now}
	if msg.own = now.Moved(before, p.here.Seat); msg.own {
		return msg
	}
	return common{msg}
}

// Update takes a message.
func (p *seat) Update(msg tea.Msg) (stage, tea.Cmd) {
	switch msg := msg.(type) {
	case common:
		return p, p.changed(msg.news)
	case news:
		return p, p.changed(msg)
	case second:
		p.ticking = false
		p.pass()
		return p, p.tick()
	case ui.Left:
		return p, p.leave(kept(p.here.Return))
	}
	return p, p.table.Update(msg)
}

// changed shows a room that has changed.
func (p *seat) changed(msg news) tea.Cmd {
	if msg.ended {
		return p.leave(msg.why)
	}
	p.here.Picture = msg.picture
	if p.here.Own().Removed {
		return p.leave(words.Say("seat.removed"))
	}
	if n := len(msg.picture.Said); n > p.said {
		p.said, p.saidAt = n, p.house.Now()
	}
	p.pass()
	p.tell()
	cmds := []tea.Cmd{p.listen, p.show(), p.tick()}
	p.table.Redraw()
	p.look()
	if msg.own {
		cmds = append(cmds, p.table.Refresh(""))
	}
	return tea.Batch(cmds...)
}

// pass lets time pass on the screens.
func (p *seat) pass() {
	p.here.Now = p.house.Now()
	if p.here.Now.Sub(p.saidAt) >= reading {
		p.here.Heard = p.said
	}
}

// tick orders the next second, where there is a clock to be seen.
func (p *seat) tick() tea.Cmd {
	c := p.here.Picture
	still := c.Paused || c.Ends.IsZero() && c.TurnDue.IsZero()
	if p.ticking || still && p.here.Latest() == "" {
		return nil
	}
	p.ticking = true
	return tea.Tick(time.Second, func(time.Time) tea.Msg { return second{} })
}

// show puts the screen of the phase up.
func (p *seat) show() tea.Cmd {
	if p.game.Over() {
		if p.over {
			return nil
		}
		p.over = true
		p.leadHome(p.here.Return)
		p.table.Show(nil)
		return p.table.LookBack()
	}
	var s screen.Screen = p.round
	switch c := p.here.Picture; {
	case c.Over:
	case c.Phase == workshop.Lobby:
		s = p.lobby
	case c.Phase == workshop.Run && !p.here.Team().Done:
		s = nil
	}
	p.table.Show(s)
	return nil
}

// tell tells the play screen of the room.
func (p *seat) tell() {
	h, c := &p.here, &p.chair
	r, team := h.Round(), h.Team()
	c.Ready = r != nil && r.Pace == workshop.Together
	c.Looks = team.Policy != "" || !h.Drives() && !h.Picture.Script.Roles
	c.Follows, c.Undoes = h.Follows(), h.Undoes()
	c.Wheel = team.Policy == "" && !h.Drives()
	c.Given = c.Given[:0]
	if team.Ended < len(team.Orders) {
		for _, o := range team.Orders[team.Ended] {
			c.Given = append(c.Given, h.Picture.Level.FormatOrder(o))
		}
	}
	c.Keeps = words.Say("room.leave_key")
	if h.Return != "" {
		c.Keeps = words.Say("room.leave", "code", workshop.ShowCode(h.Return))
	}
}

// View is the screen. What was said to everybody lies over the debrief, which has no rows of the room.
func (p *seat) View() string {
	view := p.table.View()
	if !p.over {
		return view
	}
	rows := strings.Split(view, "\n")
	copy(rows, round.Said(p.caller.Theme(), &p.here, p.w, 1))
	return strings.Join(rows, "\n")
}

// Close gets up. The seat stays the player's.
func (p *seat) Close() {
	p.table.Close()
	for _, leave := range p.leaving {
		leave()
	}
}

// kept says to whoever leaves how to come back. The code is empty for who came back by a key.
func kept(code string) string {
	if code == "" {
		return words.Say("seat.left_key")
	}
	return words.Say("seat.left", "code", workshop.ShowCode(code))
}

// take takes a place for a session. Whoever had it before is told that somebody else has it now.
func (h *house) take(at place) chan struct{} {
	h.mu.Lock()
	defer h.mu.Unlock()
	if old, ok := h.seats[at]; ok {
		close(old)
	}
	mine := make(chan struct{})
	h.seats[at] = mine
	return mine
}

// yield gives a place up, unless it was taken by another session already.
func (h *house) yield(at place, mine chan struct{}) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.seats[at] == mine {
		delete(h.seats, at)
	}
}

package console

import (
	"slices"
	"time"

	"callout/game"
	"callout/game/words"
	"callout/game/workshop"
	"callout/game/workshop/lead"
	"callout/ui/key"
	"callout/ui/layout"
	"callout/ui/screen"
	"callout/ui/theme"
	"callout/ui/widget"
)

// Screen is the console. Show gives it the room, whenever that has changed and with every second.
type Screen struct {
	theme   *theme.Theme
	desk    lead.Desk
	teams   widget.List
	gauges  []gauges // by team
	status  string
	problem bool
	plan    layout.Console
	look    *look // a game that is looked at, until it is left
}

// gauges are the numbers of a team, and of what game they are.
type gauges struct {
	of             *workshop.Team
	burnout, queue int32
	lost           game.Pence
}

// New is the console of a room that is joined as the invitation says.
func New(t *theme.Theme, how lead.Invite) *Screen {
	return &Screen{theme: t, desk: lead.Desk{Picture: &workshop.Picture{}, Invite: how}}
}

// Show shows the room as it is now.
func (s *Screen) Show(p *workshop.Picture, now time.Time) {
	s.desk.Picture, s.desk.Now = p, now
	s.teams.Set(len(p.Teams), s.teams.Cursor)
	s.gauges = slices.Grow(s.gauges, max(0, len(p.Teams)-len(s.gauges)))[:len(p.Teams)]
	var v game.View
	for i, t := range p.Teams {
		if g := &s.gauges[i]; g.of != t {
			t.View(&v)
			*g = gauges{t, v.Burnout, v.Queue, v.Lost}
		}
	}
	if s.look != nil {
		s.look.show(p)
	}
}

// Say tells what was done.
func (s *Screen) Say(text string) { s.status, s.problem = text, false }

// Complain tells why something was not done.
func (s *Screen) Complain(err error) { s.status, s.problem = err.Error(), true }

// Topic is the help page of the screen.
func (s *Screen) Topic() screen.Topic { return screen.OfConsole }

// team is the team under the cursor, nil where there is none.
func (s *Screen) team() *workshop.Team {
	if i := s.teams.Cursor; i >= 0 && i < len(s.desk.Picture.Teams) {
		return s.desk.Picture.Teams[i]
	}
	return nil
}

// Key takes one key.
func (s *Screen) Key(k string) screen.Action {
	s.status, s.problem = "", false
	p := s.desk.Picture
	switch {
	case key.Stuck.Is(k):
		s.toStuck()
	case key.StandStill.Is(k):
		return s.either(p.Paused, workshop.Resumed, workshop.Paused)
	case key.HoldBoard.Is(k):
		return s.either(p.Board.Mode == workshop.Frozen, workshop.Unfroze, workshop.Froze)
	case key.LockDoor.Is(k):
		return s.either(p.Locked, workshop.Unshut, workshop.Shut)
	case key.Longer.Is(k):
		return s.line("extend 1", k)
	case key.MuchLonger.Is(k):
		return s.line("extend 5", k)
	case key.Shorter.Is(k):
		return s.line("extend -1", k)
	case key.NextPhase.Is(k):
		return s.twice("next", k)
	case key.StepAll.Is(k):
		return s.twice("step", k)
	case key.ShowTruth.Is(k):
		return s.twice("reveal", k)
	case key.Finish.Is(k):
		return s.twice("finish", k)
	case key.OpenLevers.Is(k):
		return screen.Push{Screen: s.levers()}
	case key.Inject.Is(k):
		return screen.Push{Screen: s.events()}
	case key.SayToAll.Is(k):
		return screen.Push{Screen: s.typing(words.Say("console.say"), "say ", "")}
	case key.TypeLine.Is(k):
		return screen.Push{Screen: s.typing(words.Say("console.type"), "", "")}
	case key.WayIn.Is(k):
		return screen.Push{Screen: newWayIn(s.theme, &s.desk)}
	case key.Script.Is(k):
		return s.read(words.Say("console.script.title"), s.desk.Plan())
	case key.Choose.Is(k):
		if t := s.team(); t != nil {
			return screen.Push{Screen: s.about(t)}
		}
	case key.Help.Is(k):
		return screen.Help{}
	case key.Quit.Is(k):
		return screen.Push{Screen: s.leave()}
	default:
		s.teams.Key(k, max(1, s.plan.Teams.H-2))
	}
	return nil
}

// toStuck puts the cursor on the next team that is stuck.
func (s *Screen) toStuck() {
	teams := s.desk.Picture.Teams
	for i := range teams {
		if at := (s.teams.Cursor + 1 + i) % len(teams); teams[at].Stuck {
			s.teams.Cursor = at
			return
		}
	}
	s.Say(words.Say("console.nobody_stuck"))
}

// either does one of two things that take each other back.
func (s *Screen) either(on bool, off, to workshop.Kind) screen.Action {
	w := lead.Wish{Kind: to}
	if on {
		w.Kind = off
	}
	return s.do(&w)
}

// do wants something done at once.
func (s *Screen) do(w *lead.Wish) screen.Action {
	return screen.Lead{Command: w.Command(0), Names: w.Names, Says: s.desk.Effect(w)}
}

// wish wants something done: at once where it can be taken back, else after it was told what it does. k is the key that
// says it again.
func (s *Screen) wish(w *lead.Wish, k string) screen.Action {
	if !s.desk.Final(w) {
		return s.do(w)
	}
	return s.confirm(w, k)
}

// line does what a typed line says.
func (s *Screen) line(text, k string) screen.Action {
	return s.answered(s.desk.Read(text+" yes"), k, false)
}

// twice is line for what is told first, even where it can be taken back.
func (s *Screen) twice(text, k string) screen.Action {
	return s.answered(s.desk.Read(text+" yes"), k, true)
}

// answered does what came of a line.
func (s *Screen) answered(a lead.Answer, k string, first bool) screen.Action {
	switch {
	case a.Wrong:
		s.Complain(workshop.Refusal(a.Rows[0]))
		return nil
	case a.Wish == nil:
		return nil
	case first:
		return s.confirm(a.Wish, k)
	}
	return s.wish(a.Wish, k)
}

// read opens rows to read.
func (s *Screen) read(title string, rows []string) screen.Action {
	return screen.Push{Screen: reader(s.theme, title, rows)}
}

package lobby

import (
	"strings"

	"callout/game/words"
	"callout/game/workshop"
	"callout/ui/key"
	"callout/ui/line"
	"callout/ui/screen"
	"callout/ui/screen/round"
	"callout/ui/theme"
	"callout/ui/widget"
)

// Screen is the lobby for a player.
type Screen struct {
	theme *theme.Theme
	here  *round.Here
	hall  round.Hall
}

// New is the lobby for a player.
func New(t *theme.Theme, h *round.Here) *Screen { return &Screen{theme: t, here: h} }

// Topic is the help page of the screen.
func (s *Screen) Topic() screen.Topic { return screen.OfRoom }

// Key takes one key.
func (s *Screen) Key(k string) screen.Action {
	switch {
	case s.hall.Scroll(k):
	case (key.EndTurn.Is(k) || key.Choose.Is(k)) && !s.here.Own().Ready:
		return screen.Ready{}
	case key.Help.Is(k):
		return screen.Help{}
	case key.Close.Is(k), key.Quit.Is(k):
		return screen.Home{}
	}
	return nil
}

// View draws the screen.
func (s *Screen) View(w, h int) string {
	return s.hall.Draw(s.theme, s.here, w, h, round.Page{
		Title: s.here.Picture.Title, Note: words.Say("lobby.soon"), Main: s.main, Side: s.side,
		Hints: []widget.Hint{round.ReadyHint(s.here), widget.HintOf(key.Words), widget.HintOf(key.Help), widget.HintOf(key.Quit)},
	})
}

func (s *Screen) main(b *line.Block) {
	t, h := s.theme, s.here
	b.Put(t.Text, words.Say("lobby.you", "name", h.Own().Name, "team", h.Team().Name)).End()
	if r := h.Own().Role; r != "" {
		b.Para(t.Text, words.Say("room.role_what."+string(r)), 0)
	}
	if h.Return != "" {
		b.End().Put(t.Title, words.Say("lobby.return.title")).Space(2).Put(t.Accent, workshop.ShowCode(h.Return)).End()
		b.Para(t.Dim, words.Say("lobby.return.what"), 0)
	}
	b.End()
	s.people(b)
}

// people are those who are here, team by team. The room itself has no name for whom the facilitator has muted.
func (s *Screen) people(b *line.Block) {
	t, p := s.theme, s.here.Picture
	here := 0
	for _, seat := range p.Seats {
		if !seat.Removed {
			here++
		}
	}
	widget.Head(b, t, words.Say("lobby.people.title"), words.Say("lobby.people.n", "n", here))
	played := 0
	for _, team := range p.Teams {
		crew := members(p, team.N)
		if len(crew) == 0 {
			if team.Policy != "" {
				played++
			}
			continue
		}
		st := t.Text
		if team.N == s.here.Own().Team {
			st = t.Strong
		}
		const names = 21
		b.Cell(st, team.Name, names-1).Space(1)
		for i, seat := range crew {
			if i > 0 {
				b.Put(t.Faint, ",").Space(1)
			}
			if mark := line.Width(" " + theme.Met + ","); b.Room() < line.Width(seat.Name)+mark && b.Col() > names {
				b.End().To(names)
			}
			b.Put(t.Text, seat.Name)
			if seat.Ready {
				b.Put(t.Good, " "+theme.Met)
			}
		}
		b.End()
	}
	if played > 0 {
		b.Para(t.Dim, words.Say("lobby.people.played", "n", played), 0)
	}
}

// members are the seats of a team.
func members(p *workshop.Picture, team int) []*workshop.Seat {
	var list []*workshop.Seat
	for _, seat := range p.Seats {
		if seat.Team == team && !seat.Removed {
			list = append(list, seat)
		}
	}
	return list
}

func (s *Screen) side(b *line.Block) {
	t, p := s.theme, s.here.Picture
	if p.Script != nil {
		widget.Head(b, t, words.Say("lobby.plan.title"), words.Say("lobby.plan.minutes", "n", p.Script.Minutes))
		for i := range p.Script.Rounds {
			r := &p.Script.Rounds[i]
			text := words.Say("lobby.plan.days", "n", r.Days)
			b.Right(t.Accent, words.Number(int64(i+1)), 2).Space(2).Cell(t.Text, r.Title, max(10, b.Room()-line.Width(text)-1)).Space(1).Put(t.Dim, text).End()
		}
		b.End()
	}
	widget.Head(b, t, words.Say("lobby.promise.title"), "")
	b.Para(t.Text, words.Say("lobby.promise.what"), 0)
	b.Para(t.Accent, fingerprint(p.Commitment), 2)
	b.Para(t.Dim, words.Say("lobby.promise.check"), 0)
}

// fingerprint is a commitment in groups that can be read out.
func fingerprint(commitment string) string {
	var groups []string
	for len(commitment) > 8 {
		groups, commitment = append(groups, commitment[:8]), commitment[8:]
	}
	return strings.Join(append(groups, commitment), " ")
}

package round

import (
	"fmt"
	"time"

	"callout/game/words"
	"callout/game/workshop"
	"callout/ui/line"
	"callout/ui/theme"
)

// messageRows is how many rows something said to everybody takes at the most.
const messageRows = 3

// Strip is the rows about the room that stand above a player's screens: the round, its clock, the player's part in it, and
// what was said to everybody just now. Each is w cells wide, and begins with a
// few blanks.
func Strip(t *theme.Theme, h *Here, w, indent int) []string {
	b := line.NewBlock(w, 1)
	b.Space(indent)
	state(b, t, h)
	return append(b.Rows(), Said(t, h, w, indent)...)
}

// Said is the rows that something said to everybody just now takes, each w cells wide; none where nothing was.
func Said(t *theme.Theme, h *Here, w, indent int) []string {
	text := h.Latest()
	if text == "" {
		return nil
	}
	said := line.Wrap(words.Say("room.said", "text", text), w-2-indent)
	said = said[:min(len(said), messageRows)]
	b := line.NewBlock(w, len(said))
	for _, s := range said {
		b.Base(t.Selected).Space(max(1, indent)).Put(t.Strong, s).To(w).End()
	}
	return b.Rows()
}

// state is the row about the room.
func state(b *line.Block, t *theme.Theme, h *Here) {
	p := h.Picture
	right := words.Say("room.code", "code", workshop.ShowCode(p.Code))
	switch {
	case p.Trouble != "":
		b.Put(t.Alarm, theme.Page+" ").Put(t.Alarm, p.Trouble).End()
		return
	case p.Over:
		b.Put(t.Strong, words.Say("room.over"))
	default:
		b.Put(t.Title, phaseOf(h)).Space(2)
		clock(b, t, h)
	}
	if p.Phase == workshop.Run && !p.Over {
		part(b, t, h)
	} else if all, ready := h.present(); waits(p.Phase) && !p.Over {
		if text := words.Say("room.ready", "n", ready, "all", all); b.Room() >= line.Width(text) {
			b.Put(t.Dim, text)
		}
	}
	if b.Room() > line.Width(right)+2 {
		b.Right(t.Dim, right, b.Room())
	}
	b.End()
}

// waits tells whether people say in a phase that they are ready.
func waits(p workshop.Phase) bool {
	return p == workshop.Lobby || p == workshop.Prepare || p == workshop.Result || p == workshop.Reflect
}

// phaseOf names the phase, with its round where it is one of a round.
func phaseOf(h *Here) string {
	p := h.Picture
	name := words.Say("room.phase." + string(p.Phase))
	if p.Phase == workshop.Lobby || p.Phase == workshop.Debrief || len(p.Script.Rounds) < 2 {
		return name
	}
	return words.Say("room.round", "n", p.Round+1, "all", len(p.Script.Rounds), "phase", name)
}

// clock writes how much time there is.
func clock(b *line.Block, t *theme.Theme, h *Here) {
	p := h.Picture
	left, running := h.Left()
	if p.Paused {
		text := words.Say("room.paused")
		if running {
			text = words.Say("room.paused_at", "left", Clock(left))
		}
		b.Put(t.Warn, text).Space(2)
		return
	}
	if running {
		st := t.Strong
		if left < time.Minute {
			st = t.Warn
		}
		b.Put(st, words.Say("room.left", "left", Clock(left))).Space(2)
	}
	if p.Phase == workshop.Run && !p.TurnDue.IsZero() {
		b.Put(t.Text, words.Say("room.turn", "left", Clock(max(0, p.TurnDue.Sub(h.Now))))).Space(2)
	}
}

// part is what the player's part in the game is.
func part(b *line.Block, t *theme.Theme, h *Here) {
	team, round := h.Team(), h.Round()
	if r := h.Own().Role; r != "" && team.Policy == "" {
		b.Put(t.Good, words.Say("room.you", "role", words.Say("room.role."+string(r)))).Space(2)
	}
	if h.Picture.Script.Roles && team.Policy == "" && round != nil && round.Pace == workshop.Own {
		if h.May(workshop.DutyManager) {
			b.Put(t.Good, words.Say("room.you_end")).Space(2)
		} else if who := h.Ends(); who != "" {
			b.Put(t.Warn, words.Say("room.ends", "who", who)).Space(2)
		}
	}
	switch {
	case team.Policy != "":
		b.Put(t.Warn, words.Say("room.policy", "name", Policy(team.Policy)))
	case h.Complete(): // then nothing is left to whoever drives
	case h.Drives():
		b.Put(t.Good, words.Say("room.drive"))
	case h.Driver() != "":
		if text := words.Say("room.driver", "who", h.Driver()); !h.Picture.Script.Roles || b.Room() >= line.Width(text) {
			b.Put(t.Warn, text)
		}
	}
	if round != nil && round.Pace == workshop.Together {
		on, ready := 0, 0
		for _, other := range h.Picture.Teams {
			if len(h.Picture.Seats) > 0 && !other.Done {
				on++
				if d := other.Driver; d > 0 && d <= len(h.Picture.Seats) && h.Picture.Seats[d-1].Ready {
					ready++
				}
			}
		}
		b.Space(2).Put(t.Dim, words.Say("room.ready", "n", ready, "all", on))
	}
}

// Policy is a policy's name as people read it.
func Policy(name string) string {
	if words.Has("debriefscreen.policy." + name) {
		return words.Say("debriefscreen.policy." + name)
	}
	return name
}

// Clock is a time that is left: minutes and seconds.
func Clock(d time.Duration) string {
	s := int((d + time.Second - 1) / time.Second) // so that 0:00 is the end, and not the last second
	if s >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

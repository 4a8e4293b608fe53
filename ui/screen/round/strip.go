package round

import (
	"fmt"
	"time"

	"callout/game/words"
	"callout/game/workshop"
	"callout/game/workshop/lead"
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
	if p.Trouble != "" {
		b.Put(t.Alarm, theme.Page+" ").Put(t.Alarm, p.Trouble).End()
		return
	}
	pieces := []piece{{style: t.Strong, text: words.Say("room.over")}}
	if !p.Over {
		pieces = append([]piece{{style: t.Title, text: phaseOf(h)}}, clock(t, h)...)
		if p.Phase == workshop.Run {
			pieces = append(pieces, part(t, h)...)
		}
		if ready, all := p.Ready(); all > 0 {
			pieces = append(pieces, piece{t.Dim, words.Say("room.ready", "n", ready, "all", all), words.Say("room.ready_short", "n", ready, "all", all), 4})
		}
	}
	row(b, pieces)
	right := words.Say("room.code", "code", workshop.ShowCode(p.Code))
	if b.Room() > line.Width(right)+4 {
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

// clock is how much time there is.
func clock(t *theme.Theme, h *Here) (list []piece) {
	p := h.Picture
	left, running := h.Left()
	if p.Paused {
		text := words.Say("room.paused")
		if running {
			text = words.Say("room.paused_at", "left", Clock(left))
		}
		return []piece{{style: t.Warn, text: text, short: words.Say("room.paused_short")}}
	}
	if running {
		st := t.Strong
		if left < time.Minute {
			st = t.Warn
		}
		list = append(list, piece{style: st, text: words.Say("room.left", "left", Clock(left))})
	}
	if p.Phase == workshop.Run && !p.TurnDue.IsZero() {
		due := Clock(max(0, p.TurnDue.Sub(h.Now)))
		list = append(list, piece{style: t.Text, text: words.Say("room.turn", "left", due), short: words.Say("room.turn_short", "left", due)})
	}
	return list
}

// part is what the player's part in the game is.
func part(t *theme.Theme, h *Here) (list []piece) {
	if name := h.Team().Policy; name != "" {
		return []piece{{style: t.Warn, text: h.policy(), short: lead.PolicyTitle(name)}}
	}
	if r := h.Own().Role; r != "" {
		role := words.Say("room.role." + string(r))
		list = append(list, piece{t.Good, words.Say("room.you", "role", role), role, 3})
	}
	if round := h.Round(); h.Picture.Script.Roles && round != nil && round.Pace == workshop.Own {
		if h.May(workshop.DutyManager) {
			list = append(list, piece{style: t.Good, text: words.Say("room.you_end"), rank: 1})
		} else if who := h.Ends(); who != "" {
			list = append(list, piece{style: t.Warn, text: words.Say("room.ends", "who", who), rank: 1})
		}
	}
	switch {
	case h.Complete(): // then nothing is left to whoever drives
	case h.Drives():
		list = append(list, piece{style: t.Good, text: words.Say("room.drive"), rank: 2})
	case h.Driver() != "":
		list = append(list, piece{style: t.Warn, text: words.Say("room.driver", "who", h.Driver()), rank: 2})
	}
	return list
}

// Clock is a time that is left: minutes and seconds.
func Clock(d time.Duration) string {
	s := int((d + time.Second - 1) / time.Second) // so that 0:00 is the end, and not the last second
	if s >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

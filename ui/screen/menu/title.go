package menu

import (
	"callout/game/words"
	"callout/ui/layout"
	"callout/ui/line"
)

// letters are the name, drawn with the glyphs of a chart.
var letters = []string{
	"▄▀▀▀▀ ▄▀▀▀▄ █     █     ▄▀▀▀▄ █   █ ▀▀█▀▀",
	"█     █▄▄▄█ █     █     █   █ █   █   █  ",
	"█     █   █ █     █     █   █ █   █   █  ",
	"▀▄▄▄▄ █   █ █▄▄▄▄ █▄▄▄▄ ▀▄▄▄▀ ▀▄▄▄▀   █  ",
}

// course is the queue of an ordinary fortnight: calm, then a warning, then an alarm.
var course = [3]string{"▁▁▁▁▁▁▁▂▁▁▁▂▂▁▂▂▁▂▂▃▂▂▃▃▂▃", "▄▃▄▅▄▄▅▅▄▅▆▅▅▆▆", "▇▆▇▇▇█▇███"}

// title is the name with the course of an ordinary fortnight above it, and what the game is about below.
func (m *Menu) title(r layout.Rect) []string {
	t := m.theme
	b := line.NewBlock(r.W, r.H)
	b.Put(t.Accent, course[0]).Put(t.Warn, course[1]).Put(t.Alarm, course[2]).End()
	if r.H < 9 {
		b.Line(t.Strong, "C A L L O U T").End()
	} else {
		b.End()
		for _, l := range letters {
			b.Line(t.Strong, l)
		}
		b.End()
	}
	return b.Para(t.Dim, words.Say("campaign.front.motto"), 0).Rows()
}

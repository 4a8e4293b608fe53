package play

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"callout/game"
	"callout/game/words"
	"callout/ui/layout"
	"callout/ui/line"
	"callout/ui/theme"
	"callout/ui/widget"
)

func (s *Screen) detailPerson(b *line.Block, who int) {
	t, v := s.theme, s.view
	a := &v.Analysts[who]
	text, until, level := doing(v, a)
	b.Put(t.Strong, a.Name).Space(2)
	st := t.Text
	if level != theme.Calm {
		st = t.Of(level)
	}
	b.Put(st, text)
	if until != "" {
		b.Put(t.Dim, " "+words.Say("play.until", "when", until))
	}
	b.End()
	tags := words.Presence(a.Presence)
	if a.Duty {
		tags += ", " + words.Say("play.person.duty")
	} else {
		tags += ", " + words.Say("play.person.no_duty")
	}
	if v.Standby == who {
		tags += ", " + words.Say("play.person.standby_nights")
	}
	b.Para(t.Dim, tags, 0)
	s.gap(b)
	s.points(b, words.Say("play.fact.burnout"), a.Burnout)
	s.points(b, words.Say("play.fact.fatigue"), a.Fatigue)
	if s.plan.Size == layout.Wide {
		s.fact(b, words.Say("play.fact.load"), words.Say("play.person.load", "share", words.Percent(a.Load)), theme.Calm)
	}
	for i, task := range a.Queue {
		name := words.Say("play.fact.queue")
		if i > 0 {
			name = ""
		}
		s.fact(b, name, words.Task(v, task), theme.Calm)
	}
	known := slices.DeleteFunc(slices.Clone(a.Knows), func(k game.Known) bool { return k.Level < 100 })
	slices.SortStableFunc(known, func(a, b game.Known) int { return -cmp.Compare(a.Level, b.Level) })
	if s.plan.Size < layout.Wide {
		const most = 4
		var names []string
		for _, k := range known[:min(len(known), most)] {
			names = append(names, v.AppName(k.App)+" "+words.Percent(k.Level))
		}
		if len(known) > most {
			names = append(names, theme.More)
		}
		s.fact(b, words.Say("play.fact.knows"), strings.Join(names, ", "), theme.Calm)
		return
	}
	name := words.Say("play.fact.knows")
	for _, k := range known {
		b.Cell(t.Dim, name, label)
		widget.Bar(b, t, t.Accent, int64(k.Level), 1000, 10)
		b.Space(1).Right(t.Text, words.Percent(k.Level), 5).Space(1).Put(t.Text, v.AppName(k.App)).End()
		name = ""
	}
}

// points writes burnout or fatigue as a bar and a number.
func (s *Screen) points(b *line.Block, name string, n int32) {
	t := s.theme
	b.Cell(t.Dim, name, label)
	widget.Bar(b, t, t.Line(theme.Strain(n)), int64(n), 100, 16)
	b.Space(1).Right(t.Of(theme.Strain(n)), strconv.Itoa(int(n)), 3).End()
}

package console

import (
	"strconv"

	"callout/game"
	"callout/game/words"
	"callout/game/workshop"
	"callout/ui/key"
	"callout/ui/line"
	"callout/ui/screen"
	"callout/ui/screen/play"
	"callout/ui/widget"
)

// tag is how a typed line names a seat or a team.
func tag(letter string, n int) string { return letter + strconv.Itoa(n) }

// look is a team's game as the team sees it, read only. It goes on with the game.
type look struct {
	console *Screen
	team    int
	of      *workshop.Team
	main    *play.Screen
	view    game.View
	watch   play.Watching
}

func newLook(s *Screen, team int) *look {
	l := &look{console: s, team: team, main: play.New(s.theme, s.desk.Picture.Level)}
	l.watch = play.Watching{Bar: l.bar, Keys: l.keys}
	l.main.Watch(&l.watch)
	l.show(s.desk.Picture)
	return l
}

// show looks at the game again, where it has gone on.
func (l *look) show(p *workshop.Picture) {
	if l.team > len(p.Teams) {
		return
	}
	if t := p.Teams[l.team-1]; l.of != t {
		l.of = t
		l.view = game.View{}
		t.View(&l.view)
		l.watch.Given = nil
		if t.Ended < len(t.Orders) {
			for _, o := range t.Orders[t.Ended] {
				l.watch.Given = append(l.watch.Given, p.Level.FormatOrder(o))
			}
		}
		l.main.Show(&l.view)
	}
	l.main.Redraw()
}

// Topic is the help page of the screen.
func (l *look) Topic() screen.Topic { return screen.OfConsole }

// Key takes one key: it moves about, or leaves.
func (l *look) Key(k string) screen.Action {
	switch {
	case key.Quit.Is(k), key.Close.Is(k):
		l.console.look = nil
		return screen.Back{}
	case key.Words.Is(k):
		return screen.Words{Term: l.main.Term()}
	}
	l.main.Look(k)
	l.main.Redraw()
	return nil
}

// View draws the screen.
func (l *look) View(w, h int) string { return l.main.View(w, h) }

// bar says whose game it is.
func (l *look) bar(b *line.Block) {
	t, d := l.console.theme, &l.console.desk
	b.Space(1).Put(t.Focus, words.Say("console.looking", "team", d.Team(l.team))).Space(2)
	note := d.Note(l.of)
	if line.Width(note) > b.Room() {
		note = l.console.short(l.of, b.Room())
	}
	b.Put(t.Dim, note).End()
}

func (l *look) keys(b *line.Block) {
	b.Space(1)
	b.Join(widget.Keys(l.console.theme, b.Width()-1, []widget.Hint{{Key: key.Next.Show(), What: words.Say("play.next")}, {Key: widget.UpDown(), What: words.Say("screen.move")}, widget.HintOf(key.Close), widget.HintOf(key.Words)}), b.Width()-1)
}

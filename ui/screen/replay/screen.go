package replay

import (
	"time"

	"callout/game"
	"callout/game/words"
	"callout/ui/key"
	"callout/ui/line"
	"callout/ui/screen"
	"callout/ui/screen/play"
	"callout/ui/theme"
	"callout/ui/widget"
)

// speeds are how long a turn stays on the screen, the slowest first, and usual is the one to begin with.
var speeds = [...]time.Duration{4 * time.Second, 2 * time.Second, time.Second, time.Second / 2, time.Second / 4, time.Second / 8, time.Second / 16}

const usual = 2

// Screen shows a film.
type Screen struct {
	theme *theme.Theme
	film  *Film
	main  *play.Screen
	view  game.View
	turn  int
	speed int
	going bool
}

// New shows a film from its beginning. It stands still until the player lets it run.
func New(t *theme.Theme, f *Film) *Screen {
	s := &Screen{theme: t, film: f, main: play.New(t, f.level), speed: usual}
	s.show(0)
	return s
}

// Topic is the help page of the screen.
func (s *Screen) Topic() screen.Topic { return screen.OfReplay }

// Every is how long until the next Tick is wanted; 0 while the film stands still.
func (s *Screen) Every() time.Duration {
	if !s.going {
		return 0
	}
	return speeds[s.speed]
}

// Tick goes on by one turn. At the end the film stops.
func (s *Screen) Tick() {
	if s.going {
		s.show(s.turn + 1)
		s.going = s.turn < s.film.last()
		s.main.Redraw()
	}
}

// show goes to a turn, or to the nearest there is.
func (s *Screen) show(turn int) {
	s.turn = max(0, min(turn, s.film.last()))
	s.film.seek(s.turn, &s.view)
	past, latest := s.film.before(s.turn)
	s.main.Show(&s.view)
	s.main.Watch(&play.Watching{Past: past, Latest: latest, Given: s.film.given[s.turn], Ended: s.turn == s.film.last() && s.film.over, Bar: s.bar, Keys: s.keys})
}

// day is the turn in which the day begins that is n days away from the one that is shown; going back it is first the
// beginning of the day itself.
func (s *Screen) day(n int) int {
	turn, from := s.turn, s.at(s.turn)/game.Day
	if n > 0 {
		for turn < s.film.last() && s.at(turn)/game.Day == from {
			turn++
		}
		return turn
	}
	if turn > 0 && s.at(turn-1)/game.Day != from {
		from = s.at(turn-1) / game.Day
	}
	for turn > 0 && s.at(turn-1)/game.Day == from {
		turn--
	}
	return turn
}

// at is when a turn begins.
func (s *Screen) at(turn int) game.Minute { return s.film.begins[turn] }

// Key takes one key.
func (s *Screen) Key(k string) screen.Action {
	defer s.main.Redraw()
	switch {
	case key.Pause.Is(k):
		if s.turn == s.film.last() {
			s.show(0)
		}
		s.going = !s.going && s.film.last() > 0
	case key.TurnBack.Is(k):
		s.stop(s.turn - 1)
	case key.TurnOn.Is(k):
		s.stop(s.turn + 1)
	case key.PageUp.Is(k):
		s.stop(s.day(-1))
	case key.PageDown.Is(k):
		s.stop(s.day(1))
	case key.First.Is(k):
		s.stop(0)
	case key.Last.Is(k):
		s.stop(s.film.last())
	case key.Faster.Is(k):
		s.speed = min(s.speed+1, len(speeds)-1)
	case key.Slower.Is(k):
		s.speed = max(s.speed-1, 0)
	case len(k) == 1 && k[0] >= '0' && k[0] <= '9':
		s.stop(s.film.last() * int(k[0]-'0') / 10)
	case key.Choose.Is(k) && s.film.Path != "" && !(s.film.over && s.turn == s.film.last()):
		return screen.PlayOn{Turn: s.turn, File: s.film.Path}
	case key.News.Is(k):
		s.going = false
		return s.main.News()
	case key.Words.Is(k):
		s.going = false
		return screen.Words{Term: s.main.Term()}
	case key.Help.Is(k):
		s.going = false
		return screen.Help{}
	case key.Quit.Is(k), key.Close.Is(k):
		return screen.Home{}
	default:
		s.main.Look(k)
	}
	return nil
}

// stop goes to a turn and stays there.
func (s *Screen) stop(turn int) {
	s.going = false
	s.show(turn)
}

// View is the screen.
func (s *Screen) View(w, h int) string { return s.main.View(w, h) }

// bar shows where the film is, and how it goes on.
func (s *Screen) bar(b *line.Block) {
	t := s.theme
	state := words.Say("journal.watch.paused")
	style := t.Dim
	switch {
	case s.going:
		state, style = words.Say("journal.watch.running"), t.Accent
	case s.turn == s.film.last():
		state = words.Say("journal.watch.end")
	}
	where := words.Say("journal.watch.turn", "turn", min(s.turn+1, s.film.last()), "of", s.film.last())
	if s.turn == s.film.last() {
		where = words.Say("journal.watch.after", "of", s.film.last())
	}
	pace := words.Say("journal.watch.fast", "n", int(time.Second/speeds[s.speed]))
	if speeds[s.speed] > time.Second {
		pace = words.Say("journal.watch.slow", "n", int(speeds[s.speed]/time.Second))
	}
	b.Space(1).Put(style, state).Space(2).Put(t.Text, where).Space(2)
	room := b.Room() - line.Width(pace) - 3
	widget.Bar(b, t, t.Accent, int64(s.turn), int64(s.film.last()), max(0, room))
	b.Space(2).Put(t.Dim, pace).End()
}

// keys are what can be done.
func (s *Screen) keys(b *line.Block) {
	run := key.Pause.Help()
	if s.going {
		run = words.Say("journal.watch.pause")
	}
	hints := []widget.Hint{
		{Key: key.Pause.Show(), What: run},
		{Key: key.TurnBack.Show() + " " + key.TurnOn.Show(), What: words.Say("journal.watch.turns")},
		{Key: key.PageUp.Show() + " " + key.PageDown.Show(), What: words.Say("journal.watch.days")},
		{Key: key.Slower.Show() + " " + key.Faster.Show(), What: words.Say("journal.watch.speed")},
	}
	if s.film.Path != "" && !(s.film.over && s.turn == s.film.last()) {
		hints = append(hints, widget.Hint{Key: key.Choose.Show(), What: words.Say("journal.watch.play-on")})
	}
	hints = append(hints, widget.HintOf(key.Quit), widget.HintOf(key.Help), widget.HintOf(key.News), widget.HintOf(key.Words))
	b.Space(1)
	b.Join(widget.Keys(s.theme, b.Width()-1, hints), b.Width()-1)
}

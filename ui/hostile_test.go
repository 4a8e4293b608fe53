package ui

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"callout/game"
	debriefscreen "callout/ui/screen/debrief"
	"callout/ui/screen/play"
)

// names that somebody might give in a level of theirs.
var hostileNames = []string{
	"\x1b[2J\x1b[31mred", "\x1b]0;title\x07", "a\r\nb", "\u202eevil\u2066", "\u200b\u200d\ufeff", strings.Repeat("a\u0301\u0302\u0303", 30),
	"\x9b2J", "日本語のとても長い名前です", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "\xff\xfe", "", strings.Repeat("long", 300),
}

// TestHostileNames shows every screen of a game in which everything has a hostile name.
func TestHostileNames(t *testing.T) {
	for _, name := range hostileNames {
		t.Run(fmt.Sprintf("%.20q", name), func(t *testing.T) {
			d := drive(t, 80, 24, termenv.Ascii, Options{})
			l := d.play.level
			l.Title, l.Lesson, l.Briefing = name, name, []string{name, name}
			for i := range l.Applications {
				l.Applications[i].Name = name
			}
			for i := range l.Teams {
				l.Teams[i].Name = name
			}
			for i := range l.Hosts {
				l.Hosts[i].Name = name
			}
			for i := range l.Analysts {
				l.Analysts[i].Name = name
			}
			l.Models[0].Title = name
			for _, s := range screens {
				e := drive(t, 80, 24, termenv.Ascii, Options{Games: fakeLibrary{d.play}}).press(s.keys...)
				for _, r := range e.screen() {
					if r != '\n' && unicode.Is(unicode.C, r) {
						t.Fatalf("%s: %U reached the terminal", s.name, r)
					}
				}
			}
		})
	}
}

// randomView changes everything in the fixture that a game can change, within what the types allow.
func randomView(t *rapid.T, l *game.Level) *game.View {
	v := fixtureView(l)
	number := func(name string) int32 {
		return rapid.OneOf(rapid.Int32Range(0, 100), rapid.Int32Range(0, 1<<30)).Draw(t, name)
	}
	minute := func(name string) game.Minute {
		return game.Minute(rapid.OneOf(rapid.Int32Range(0, 30_000), rapid.Just(int32(game.Never)), rapid.Int32Range(0, 1<<30)).Draw(t, name))
	}
	pence := func(name string) game.Pence { return rapid.Int64Range(0, 1<<50).Draw(t, name) }
	v.Now = game.Minute(rapid.Int32Range(0, 40_000).Draw(t, "now"))
	v.Burnout, v.BurnoutWorst, v.Queue, v.Lost, v.LossRate = number("burnout"), number("worst"), number("queue"), pence("lost"), pence("rate")
	v.Frozen, v.Overtime = rapid.Bool().Draw(t, "frozen"), rapid.Bool().Draw(t, "overtime")
	v.Standby = rapid.IntRange(-1, 2).Draw(t, "standby")
	v.Course = v.Course[:rapid.IntRange(0, len(v.Course)).Draw(t, "course")]
	for i := range v.Course {
		v.Course[i].Queue, v.Course[i].Lost = number("cq"), pence("cl")
	}
	for i := range v.Goals {
		v.Goals[i].Current, v.Goals[i].Met = pence("current"), rapid.Bool().Draw(t, "met")
	}
	v.Alerts = v.Alerts[:rapid.IntRange(0, len(v.Alerts)).Draw(t, "alerts")]
	for i := range v.Alerts {
		a := &v.Alerts[i]
		a.State = game.TicketState(rapid.IntRange(0, int(game.WithUpstream)).Draw(t, "state"))
		a.Cause = game.FaultKind(rapid.IntRange(0, int(game.DependencyFault)).Draw(t, "cause"))
		a.Metric = game.AlertMetric(rapid.IntRange(0, int(game.AlertMetrics)-1).Draw(t, "metric"))
		a.Reading, a.Raised, a.Until, a.Repeats = number("reading"), minute("raised"), minute("until"), number("repeats")
		a.Linked, a.Named, a.Host = rapid.IntRange(-1, 5).Draw(t, "linked"), rapid.IntRange(-1, 5).Draw(t, "named"), rapid.IntRange(-1, 3).Draw(t, "host")
		a.Analyst, a.Team, a.Upstream = rapid.IntRange(-1, 2).Draw(t, "who"), rapid.IntRange(-1, 5).Draw(t, "team"), rapid.IntRange(-1, 5).Draw(t, "up")
		a.Confirmed, a.Page = rapid.Bool().Draw(t, "confirmed"), rapid.Bool().Draw(t, "page")
	}
	v.Requests = v.Requests[:rapid.IntRange(0, len(v.Requests)).Draw(t, "requests")]
	for i := range v.Requests {
		r := &v.Requests[i]
		r.Batch, r.Deadline, r.Approved, r.Until = number("batch"), minute("deadline"), minute("approved"), minute("runtil")
		if r.App >= 0 {
			r.State = game.RequestState(rapid.IntRange(0, int(game.InRework)).Draw(t, "rstate"))
		}
	}
	for i := range v.Apps {
		p := &v.Apps[i]
		p.Live, p.Health = rapid.Bool().Draw(t, "live"), game.Health(rapid.IntRange(0, 2).Draw(t, "health"))
		p.LossRate, p.Waiting, p.Major, p.DownSince = pence("aloss"), number("waiting"), number("major"), minute("since")
	}
	for i := range v.Analysts {
		a := &v.Analysts[i]
		a.Presence, a.Work = game.Presence(rapid.IntRange(0, int(game.Arriving)).Draw(t, "presence")), game.Work(rapid.IntRange(0, int(game.WorkReport)).Draw(t, "work"))
		a.Burnout, a.Fatigue, a.Until, a.Back = number("b"), number("f"), minute("au"), minute("back")
	}
	return v
}

// The main screen has exactly its size for any view, size and cursor.
func TestAnyViewFits(t *testing.T) {
	l := fixtureLevel()
	th := drive(t, 80, 24, termenv.TrueColor, Options{}).root.theme
	rapid.Check(t, func(rt *rapid.T) {
		s := play.New(th, l)
		s.Show(randomView(rt, l))
		s.Turned()
		for range rapid.IntRange(0, 6).Draw(rt, "keys") {
			s.Key(rapid.SampledFrom([]string{"tab", "down", "up", "end", "h", "home", "z", "pgdown"}).Draw(rt, "key"))
		}
		w, h := rapid.IntRange(80, 260).Draw(rt, "w"), rapid.IntRange(24, 80).Draw(rt, "h")
		fits(rt, s.View(w, h), w, h)
	})
}

// So has the debrief, whatever it came to.
func TestAnyDebriefFits(t *testing.T) {
	l := fixtureLevel()
	th := drive(t, 80, 24, termenv.TrueColor, Options{}).root.theme
	rapid.Check(t, func(rt *rapid.T) {
		d := fixtureDebrief(l)
		r := &d.Result
		r.Goals = randomView(rt, l).Goals
		for i := range r.StateMinutes {
			r.StateMinutes[i] = rapid.Int64Range(0, 1<<40).Draw(rt, "minutes") * rapid.Int64Range(0, 1).Draw(rt, "any")
		}
		r.Losses = r.Losses[:rapid.IntRange(0, len(r.Losses)).Draw(rt, "losses")]
		r.People = r.People[:rapid.IntRange(0, len(r.People)).Draw(rt, "people")]
		r.Values = r.Values[:rapid.IntRange(0, len(r.Values)).Draw(rt, "values")]
		d.Costs, d.Incidents = d.Costs[:rapid.IntRange(0, len(d.Costs)).Draw(rt, "costs")], d.Incidents[:rapid.IntRange(0, len(d.Incidents)).Draw(rt, "incidents")]
		d.Fires, d.Findings = d.Fires[:rapid.IntRange(0, len(d.Fires)).Draw(rt, "fires")], d.Findings[:rapid.IntRange(0, len(d.Findings)).Draw(rt, "findings")]
		d.Course, d.Marks = d.Course[:rapid.IntRange(0, len(d.Course)).Draw(rt, "points")], d.Marks[:rapid.IntRange(0, len(d.Marks)).Draw(rt, "marks")]
		r.Course = r.Course[:rapid.IntRange(0, len(r.Course)).Draw(rt, "gauges")]
		d.Models, d.Ladder.Rungs = d.Models[:rapid.IntRange(0, len(d.Models)).Draw(rt, "models")], d.Ladder.Rungs[:rapid.IntRange(0, len(d.Ladder.Rungs)).Draw(rt, "rungs")]
		d.Review.Worst = d.Review.Worst[:rapid.IntRange(0, len(d.Review.Worst)).Draw(rt, "worst")]
		if rapid.Bool().Draw(rt, "no best") {
			d.Review.Best = nil
		}
		s := debriefscreen.New(th, l, d)
		for range rapid.IntRange(1, 12).Draw(rt, "keys") {
			s.Key(rapid.SampledFrom([]string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "up", "down", "left", "right", "enter", "esc", "end", "pgdown", "tab", "b"}).Draw(rt, "key"))
		}
		w, h := rapid.IntRange(80, 260).Draw(rt, "w"), rapid.IntRange(24, 80).Draw(rt, "h")
		fits(rt, s.View(w, h), w, h)
	})
}

// fits fails a test where a view does not have exactly its size.
func fits(t interface{ Fatalf(string, ...any) }, view string, w, h int) {
	rows := strings.Split(view, "\n")
	if len(rows) != h {
		t.Fatalf("%d rows on a screen of %d", len(rows), h)
	}
	for y, r := range rows {
		if n := ansi.StringWidth(r); n != w {
			t.Fatalf("row %d has %d cells on a screen of %d: %q", y, n, w, r)
		}
	}
}

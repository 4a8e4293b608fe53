package board

import (
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"callout/game"
	"callout/game/words"
	"callout/game/workshop"
	"callout/game/workshop/lead"
	"callout/game/workshop/race"
	"callout/game/workshop/sample"
	"callout/ui/line"
	"callout/ui/screentest"
	"callout/ui/theme"
)

func look(p termenv.Profile, light bool) *theme.Theme {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(p)
	r.SetHasDarkBackground(!light)
	return theme.New(r)
}

// code is a picture that stands for a code of 25 modules.
func code() [][]bool {
	q := make([][]bool, 25)
	for y := range q {
		q[y] = make([]bool, 25)
		for x := range q[y] {
			q[y][x] = (x*x+3*y*x+y)%5 < 2
		}
	}
	return q
}

// states are what a board can look like.
var states = []struct {
	name  string
	teams int
	phase workshop.Phase
	does  func(p *workshop.Picture)
}{
	{"lobby", 7, workshop.Lobby, nil},
	{"lobby-empty", 0, workshop.Lobby, func(p *workshop.Picture) { p.Locked = true }},
	{"prepare", 4, workshop.Prepare, nil},
	{"run-1", 1, workshop.Run, nil},
	{"run-5", 5, workshop.Run, said},
	{"run-10", 10, workshop.Run, nil},
	{"run-40", 40, workshop.Run, said},
	{"run-100", 100, workshop.Run, nil},
	{"programs", 6, workshop.Run, programs},
	{"programs-4", 4, workshop.Run, programs},
	{"frozen", 12, workshop.Run, frozen},
	{"paused", 5, workshop.Run, func(p *workshop.Picture) { p.Paused = true }},
	{"trouble", 5, workshop.Run, func(p *workshop.Picture) { p.Trouble = "the disk is full" }},
	{"reflect", 10, workshop.Reflect, nil},
	{"revealed", 10, workshop.Result, sample.Reveal},
	{"revealed-40", 40, workshop.Debrief, sample.Reveal},
	{"over", 5, workshop.Debrief, func(p *workshop.Picture) { p.Over = true }},
}

func said(p *workshop.Picture) {
	p.Said = []workshop.Said{{At: sample.Now.Add(-3 * time.Minute), Text: "Five minutes left. Look at who waits for whom."}}
	p.Events = []workshop.Happens{{Injection: workshop.Injection{Event: "outage", Severity: "severe"}, Turn: 18}}
}

// programs has every team played by a policy, as in a rehearsal.
func programs(p *workshop.Picture) {
	all := []string{"rule", "fifo", "severity", "random", "without-lesson", "lesson"}
	for i := range p.Board.Rows {
		p.Board.Rows[i].Policy = all[i%len(all)]
	}
}

func frozen(p *workshop.Picture) {
	p.Board.Mode, p.Board.FrozenAt = workshop.Frozen, sample.Now.Add(-5*time.Minute)
}

// screenOf is the board of a state.
func screenOf(t *theme.Theme, teams int, phase workshop.Phase, does func(*workshop.Picture)) *Screen {
	p := sample.Room(sample.Setting{Teams: teams, Crew: 2, Turns: 18, Phase: phase})
	if does != nil {
		does(p)
	}
	s := New(t, lead.Invite{SSH: "ssh -p 2222 callout.example.org", Web: "https://callout.example.org/7K4-Q9M", QR: code()})
	if p.Board.Mode == workshop.RevealedAll {
		s.Compare([]race.Baseline{{Policy: "idle", Lost: 9_000_000, Total: 14_500_000, Score: 700}, {Policy: "rule", Lost: 900_000, Total: 2_400_000, Score: 954}})
	}
	s.Show(p, sample.Now)
	return s
}

func TestBoards(t *testing.T) {
	th := look(termenv.Ascii, false)
	for _, st := range states {
		for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 60}} {
			t.Run(fmt.Sprintf("%s-%dx%d", st.name, size[0], size[1]), func(t *testing.T) {
				screentest.Golden(t, screenOf(th, st.teams, st.phase, st.does).View(size[0], size[1]))
			})
		}
	}
}

func TestBoardColours(t *testing.T) {
	for _, c := range []struct {
		name    string
		profile termenv.Profile
		light   bool
	}{{"true-dark", termenv.TrueColor, false}, {"true-light", termenv.TrueColor, true}, {"256-dark", termenv.ANSI256, false}, {"16-dark", termenv.ANSI, false}} {
		for _, st := range states {
			if st.name == "lobby" || st.name == "frozen" || st.name == "revealed" {
				t.Run(c.name+"-"+st.name, func(t *testing.T) {
					screentest.Golden(t, screenOf(look(c.profile, c.light), st.teams, st.phase, st.does).View(80, 24))
				})
			}
		}
	}
}

func TestBoardsInGerman(t *testing.T) {
	if err := words.Speak("de"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { words.Speak(words.First) })
	for _, st := range states {
		if st.name == "lobby" || st.name == "frozen" || st.name == "revealed" || st.name == "run-5" || st.name == "programs" {
			t.Run(st.name, func(t *testing.T) {
				screentest.Golden(t, screenOf(look(termenv.Ascii, false), st.teams, st.phase, st.does).View(80, 24))
			})
		}
	}
}

// A frozen or paused board stands still, whatever time it is; one that moves shows every team in turn.
func TestFrozenBoardsDoNotMove(t *testing.T) {
	for _, c := range []struct {
		name  string
		does  func(*workshop.Picture)
		moves bool
	}{{"live", nil, true}, {"frozen", frozen, false}, {"paused", func(p *workshop.Picture) { p.Paused = true }, false}} {
		s := screenOf(look(termenv.Ascii, false), 40, workshop.Run, c.does)
		seen, names := map[string]bool{}, ""
		for i := range 60 {
			s.desk.Now = sample.Now.Add(time.Duration(i) * time.Second)
			rows := strings.Split(s.View(80, 24), "\n")
			field := strings.Join(rows[5:], "\n") // below the clock and the banner
			seen[field] = true
			names += field
		}
		if (len(seen) > 1) != c.moves {
			t.Errorf("a board that is %s has %d faces in a minute", c.name, len(seen))
		}
		for _, r := range s.desk.Picture.Board.Rows {
			if c.moves && !strings.Contains(names, r.Name+" ") {
				t.Errorf("%s was not shown in a minute", r.Name)
			}
		}
		before := s.View(80, 24)
		s.Key("down")
		if s.View(80, 24) == before {
			t.Errorf("on a board that is %s no page can be turned by hand", c.name)
		}
	}
}

// A board never shows a seed that is not shown yet, and what is frozen is what was frozen.
func TestNothingIsShownTooEarly(t *testing.T) {
	for _, st := range states {
		s := screenOf(look(termenv.Ascii, false), st.teams, st.phase, st.does)
		if _, _, _, ok := s.Compares(); ok {
			t.Errorf("%s asks for a comparison though it has one, or may not have one", st.name)
		}
		if p := s.desk.Picture; p.Board.Mode != workshop.RevealedAll && strings.Contains(s.View(200, 60), "SCORE") {
			t.Errorf("%s shows scores before the reveal", st.name)
		}
	}
}

// Whatever a picture holds, a board has h rows of exactly w cells, and no name leaves its cell.
func TestBoardsTakeAnything(t *testing.T) {
	th := look(termenv.TrueColor, false)
	rooms := map[workshop.Phase]*workshop.Picture{}
	phases := []workshop.Phase{workshop.Lobby, workshop.Prepare, workshop.Run, workshop.Result, workshop.Reflect, workshop.Debrief}
	for _, phase := range phases {
		rooms[phase] = sample.Room(sample.Setting{Teams: 30, Turns: 9, Phase: phase})
	}
	names := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"\x1b[31mred\x1b[2J", "a\u202eb", "👩‍👩‍👧‍👦 family", "日本語の名前", strings.Repeat("Z̷͑", 40), "", "\r\nx", "<script>"}))
	rapid.Check(t, func(t *rapid.T) {
		p := *rooms[rapid.SampledFrom(phases).Draw(t, "phase")]
		p.Title, p.Code, p.Trouble = names.Draw(t, "title"), names.Draw(t, "code"), rapid.SampledFrom([]string{"", "", "no disk"}).Draw(t, "trouble")
		p.Paused, p.Over, p.Locked = rapid.Bool().Draw(t, "paused"), rapid.Bool().Draw(t, "over"), rapid.Bool().Draw(t, "locked")
		p.Left = time.Duration(rapid.Int64().Draw(t, "left"))
		p.Board.Mode = workshop.BoardMode(rapid.IntRange(0, 2).Draw(t, "mode"))
		p.Board.Rows = append([]workshop.BoardRow(nil), p.Board.Rows[:rapid.IntRange(0, 30).Draw(t, "rows")]...)
		for i := range p.Board.Rows {
			r := &p.Board.Rows[i]
			r.Name, r.Policy, r.Model = names.Draw(t, "name"), names.Draw(t, "policy"), names.Draw(t, "model")
			r.Lost, r.Total, r.Score = rapid.Int64().Draw(t, "lost"), rapid.Int64().Draw(t, "total"), rapid.Int64().Draw(t, "score")
			r.Rank, r.Queue, r.Burnout = rapid.IntRange(-1, 1<<40).Draw(t, "rank"), rapid.Int32().Draw(t, "queue"), rapid.Int32().Draw(t, "burnout")
			r.Team = rapid.IntRange(-2, 400).Draw(t, "team")
			if rapid.Bool().Draw(t, "nocourse") {
				r.Course = []game.Gauge{{At: game.Minute(rapid.Int32().Draw(t, "at")), Lost: rapid.Int64().Draw(t, "l")}}
			}
		}
		if rapid.Bool().Draw(t, "said") {
			p.Said = []workshop.Said{{Text: names.Draw(t, "text")}}
			p.Events = []workshop.Happens{{Injection: workshop.Injection{Event: names.Draw(t, "event"), Severity: "mild"}}}
		}
		s := New(th, lead.Invite{SSH: names.Draw(t, "ssh"), Web: names.Draw(t, "web"), QR: code()})
		s.Show(&p, sample.Now)
		w, h := rapid.IntRange(80, 230).Draw(t, "w"), rapid.IntRange(24, 70).Draw(t, "h")
		rows := strings.Split(s.View(w, h), "\n")
		if len(rows) != h {
			t.Fatalf("%d rows of %d", len(rows), h)
		}
		for y, row := range rows {
			if plain := line.Plain(row); line.Width(plain) != w || line.Clean(plain) != plain {
				t.Fatalf("row %d has %d cells of %d: %q", y, line.Width(plain), w, plain)
			}
		}
	})
}

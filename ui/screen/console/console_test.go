package console

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"callout/game/words"
	"callout/game/workshop"
	"callout/game/workshop/lead"
	"callout/game/workshop/sample"
	"callout/ui/layout"
	"callout/ui/line"
	"callout/ui/screen"
	"callout/ui/screen/help"
	"callout/ui/screentest"
	"callout/ui/theme"
)

// sitting is a facilitator at a console: the dialogs above it, and what was wanted.
type sitting struct {
	theme   *theme.Theme
	console *Screen
	stack   []screen.Screen
	wanted  []screen.Lead
	left    bool
}

func sit(p termenv.Profile, light bool, room *workshop.Picture) *sitting {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(p)
	r.SetHasDarkBackground(!light)
	t := theme.New(r)
	s := New(t, lead.Invite{SSH: "ssh -p 2222 callout.example.org", Web: "https://callout.example.org/7K4-Q9M"})
	s.Show(room, sample.Now)
	return &sitting{theme: t, console: s, stack: []screen.Screen{s}}
}

func (s *sitting) press(keys ...string) *sitting {
	for _, k := range keys {
		s.do(s.stack[len(s.stack)-1].Key(k))
	}
	return s
}

func (s *sitting) write(text string) *sitting {
	for _, r := range text {
		if r == ' ' {
			s.press("space")
			continue
		}
		s.press(string(r))
	}
	return s
}

func (s *sitting) do(a screen.Action) {
	switch a := a.(type) {
	case screen.All:
		for _, each := range a {
			s.do(each)
		}
	case screen.Push:
		s.stack = append(s.stack, a.Screen)
	case screen.Back:
		s.stack = s.stack[:len(s.stack)-1]
	case screen.Help:
		s.stack = append(s.stack, help.New(s.theme, s.stack[len(s.stack)-1].Topic()))
	case screen.Lead:
		s.wanted = append(s.wanted, a)
		s.console.Say(a.Says)
	case screen.Quit:
		s.left = true
	}
}

// view is the screen with its dialogs on it.
func (s *sitting) view(w, h int) string {
	out := ""
	for _, each := range s.stack {
		if d, ok := each.(screen.Dialog); ok {
			dw, dh := d.Size(w, h)
			at := layout.Dialog(w, h, dw, dh)
			out = layout.Over(out, w, s.theme.Shade, at, d.View(at.W, at.H))
			continue
		}
		out = each.View(w, h)
	}
	return out
}

// room is a room in the middle of its first round, with a team that is stuck, one that a policy plays for, and one that is through.
func room(teams int, phase workshop.Phase) *workshop.Picture {
	p := sample.Room(sample.Setting{Teams: teams, Crew: 2, Turns: 12, Phase: phase})
	if teams > 3 {
		p.Teams[1].Stuck, p.Teams[2].Policy, p.Teams[3].Done = true, "rule", true
		p.Seats[3].Here, p.Seats[2].Muted = 0, true
	}
	p.Said = []workshop.Said{{At: sample.Now.Add(-3 * time.Minute), Text: "Five minutes left."}}
	p.Events = []workshop.Happens{{Injection: workshop.Injection{Event: "outage", Severity: "severe"}, Turn: 12}}
	return p
}

// programs has every team played by a policy and nobody there, as in a rehearsal, with as much to say as a script has.
func programs(p *workshop.Picture) {
	for i, policy := range []string{"rule", "fifo", "severity", "random", "without-lesson", "lesson"} {
		p.Teams[i].Policy, p.Teams[i].Stuck, p.Teams[i].Done = policy, false, false
	}
	for _, s := range p.Seats {
		s.Removed = true
	}
	p.Script.Rounds[0].Says = strings.Repeat("You are Application Operations: the people who run what other teams build. ", 5)
}

var sittings = []struct {
	name  string
	teams int
	phase workshop.Phase
	does  func(*workshop.Picture)
	keys  []string
}{
	{"lobby", 0, workshop.Lobby, nil, nil},
	{"run", 10, workshop.Run, nil, []string{"tab"}},
	{"run-40", 40, workshop.Run, nil, []string{"end"}},
	{"unusual", 6, workshop.Run, func(p *workshop.Picture) {
		p.Paused, p.Locked, p.Board.Mode, p.Board.FrozenAt = true, true, workshop.Frozen, sample.Now.Add(-5*time.Minute)
	}, nil},
	{"trouble", 6, workshop.Run, func(p *workshop.Picture) { p.Trouble = "the disk is full" }, nil},
	{"reflect", 6, workshop.Reflect, nil, nil},
	{"over", 6, workshop.Debrief, func(p *workshop.Picture) { p.Over = true }, nil},
	{"next", 6, workshop.Run, nil, []string{"n"}},
	{"levers", 6, workshop.Run, nil, []string{"l"}},
	{"events", 6, workshop.Run, nil, []string{"i"}},
	{"inject", 6, workshop.Run, nil, []string{"i", "enter", "3"}},
	{"team", 6, workshop.Run, nil, []string{"down", "enter"}},
	{"person", 6, workshop.Run, nil, []string{"down", "enter", "4"}},
	{"look", 6, workshop.Run, nil, []string{"down", "enter", "1"}},
	{"typed", 6, workshop.Run, nil, []string{":", "o", "o", "p", "s", "enter"}},
	{"way-in", 6, workshop.Run, nil, []string{"w"}},
	{"script", 6, workshop.Run, nil, []string{"p"}},
	{"help", 6, workshop.Run, nil, []string{"?"}},
	{"programs", 6, workshop.Prepare, programs, nil},
	{"done", 6, workshop.Run, programs, []string{"n", "n"}},
}

func TestConsoles(t *testing.T) {
	for _, c := range sittings {
		for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 60}} {
			t.Run(fmt.Sprintf("%s-%dx%d", c.name, size[0], size[1]), func(t *testing.T) {
				p := room(c.teams, c.phase)
				if c.does != nil {
					c.does(p)
				}
				s := sit(termenv.Ascii, false, p)
				s.view(size[0], size[1])
				screentest.Golden(t, s.press(c.keys...).view(size[0], size[1]))
			})
		}
	}
}

func TestConsoleColours(t *testing.T) {
	for _, c := range []struct {
		name    string
		profile termenv.Profile
		light   bool
	}{{"true-dark", termenv.TrueColor, false}, {"true-light", termenv.TrueColor, true}, {"256-dark", termenv.ANSI256, false}, {"16-dark", termenv.ANSI, false}} {
		t.Run(c.name, func(t *testing.T) { screentest.Golden(t, sit(c.profile, c.light, room(6, workshop.Run)).view(80, 24)) })
	}
}

func TestConsolesInGerman(t *testing.T) {
	if err := words.Speak("de"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { words.Speak(words.First) })
	for _, c := range sittings {
		if c.name == "run" || c.name == "next" || c.name == "person" || c.name == "help" {
			t.Run(c.name, func(t *testing.T) {
				s := sit(termenv.Ascii, false, room(c.teams, c.phase))
				s.view(80, 24)
				screentest.Golden(t, s.press(c.keys...).view(80, 24))
			})
		}
	}
}

// What keys lead to, and with which words.
func TestKeysLead(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []string
		kind workshop.Kind
		body string
	}{
		{"pause", []string{"space"}, workshop.Paused, ""},
		{"freeze", []string{"f"}, workshop.Froze, ""},
		{"lock", []string{"o"}, workshop.Shut, ""},
		{"a minute", []string{"+"}, workshop.Extended, `{"seconds":60}`},
		{"five minutes", []string{"*"}, workshop.Extended, `{"seconds":300}`},
		{"a minute less", []string{"-"}, workshop.Extended, `{"seconds":-60}`},
		{"next by the same key", []string{"n", "n"}, workshop.Began, `{"round":0,"phase":"result"}`},
		{"next by enter", []string{"n", "enter"}, workshop.Began, `{"round":0,"phase":"result"}`},
		{"step", []string{"t", "t"}, workshop.Stepped, `{"turn":1}`},
		{"reveal", []string{"r", "enter"}, workshop.Revealed, ""},
		{"finish", []string{"X", "X"}, workshop.Closed, ""},
		{"open a lever", []string{"l", "5"}, workshop.Levers, `{"open":["triage","deployments","model"]}`},
		{"close a lever", []string{"l", "1"}, workshop.Levers, `{"open":["deployments"]}`},
		{"inject", []string{"i", "1", "3", "enter"}, workshop.Injected, `{"event":"outage","severity":"severe","at":0}`},
		{"hand over", []string{"enter", "3", "1"}, workshop.HandedTo, `{"team":1,"policy":"rule"}`},
		{"give back", []string{"down", "down", "enter", "3"}, workshop.HandedTo, `{"team":3,"policy":""}`},
		{"mute", []string{"enter", "4", "2"}, workshop.Muted, `{"seat":1}`},
		{"unmute", []string{"down", "enter", "4", "2"}, workshop.Unmuted, `{"seat":3}`},
		{"move", []string{"enter", "4", "3", "1"}, workshop.Moved, `{"seat":1,"team":2}`},
		{"remove", []string{"enter", "4", "4", "enter"}, workshop.Removed, `{"seat":1}`},
	} {
		s := sit(termenv.Ascii, false, room(6, workshop.Run)).press(c.keys...)
		if len(s.wanted) != 1 || s.wanted[0].Command.Kind != c.kind || string(s.wanted[0].Command.Body) != c.body {
			t.Errorf("%s: %v leads to %+v, want %s %s", c.name, c.keys, s.wanted, c.kind, c.body)
			continue
		}
		if s.wanted[0].Says == "" || len(s.stack) != 1 {
			t.Errorf("%s: says %q, and %d screens are open", c.name, s.wanted[0].Says, len(s.stack))
		}
	}
	s := sit(termenv.Ascii, false, room(6, workshop.Run)).press("s").write("Look at the queue, yes?").press("enter")
	if len(s.wanted) != 1 || string(s.wanted[0].Command.Body) != `{"text":"Look at the queue, yes?"}` {
		t.Errorf("said: %+v", s.wanted)
	}
	s = sit(termenv.Ascii, false, room(6, workshop.Run)).press("enter", "2").write(" of prey").press("enter")
	if len(s.wanted) != 1 || s.wanted[0].Names[0] != (workshop.Name{Who: "t1", Name: "Herons of prey"}) {
		t.Errorf("renamed: %+v", s.wanted)
	}
	s = sit(termenv.Ascii, false, room(6, workshop.Run)).press(":").write("remove s3").press("enter")
	if len(s.wanted) != 0 || len(s.stack) != 2 {
		t.Errorf("a typed line removed somebody at once: %+v", s.wanted)
	}
	if s.press("enter"); len(s.wanted) != 1 || s.wanted[0].Command.Kind != workshop.Removed {
		t.Errorf("a typed line that was said twice removed nobody: %+v", s.wanted)
	}
}

// No single key does what cannot be taken back, in any phase; and Escape gets out of everything without doing anything.
func TestNothingDangerousOnOneKey(t *testing.T) {
	keys := strings.Split("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-*/=?!:;.,#<>", "")
	keys = append(keys, "enter", "space", "tab", "esc", "up", "down", "left", "right", "home", "end", "pgup", "pgdown", "backspace", "delete", "shift+tab", "ctrl+u")
	for _, phase := range []workshop.Phase{workshop.Lobby, workshop.Prepare, workshop.Run, workshop.Result, workshop.Reflect, workshop.Debrief} {
		for _, k := range keys {
			s := sit(termenv.Ascii, false, room(4, phase)).press(k)
			for _, l := range s.wanted {
				w := lead.Wish{Kind: l.Command.Kind}
				if s.console.desk.Final(&w) || l.Command.Kind == workshop.Began || l.Command.Kind == workshop.Broadcast {
					t.Errorf("%s: the key %q alone does %s", phase, k, l.Command.Kind)
				}
			}
			done := len(s.wanted)
			for range 4 {
				if len(s.stack) > 1 {
					s.press("esc")
				}
			}
			if len(s.wanted) != done || len(s.stack) != 1 || s.left {
				t.Errorf("%s: after %q Escape leads to %+v", phase, k, s.wanted)
			}
		}
	}
}

// What is refused is told until the next key.
func TestRefusalsAreTold(t *testing.T) {
	s := sit(termenv.Ascii, false, room(6, workshop.Run))
	s.console.Complain(errors.New("the board does that already"))
	if !strings.Contains(s.view(80, 24), "! the board does that already") {
		t.Error("a refusal is not on the screen")
	}
	if strings.Contains(s.press("down").view(80, 24), "already") {
		t.Error("a refusal stays for ever")
	}
}

// A game that is looked at goes on when the room does.
func TestLookingGoesOn(t *testing.T) {
	p := room(4, workshop.Run)
	s := sit(termenv.Ascii, false, p).press("enter", "1")
	before := s.view(80, 24)
	later := *p
	later.Teams = append([]*workshop.Team(nil), sample.Room(sample.Setting{Teams: 4, Crew: 2, Turns: 16, Phase: workshop.Run}).Teams...)
	s.console.Show(&later, sample.Now)
	if after := s.view(80, 24); after == before {
		t.Error("the game that is looked at stands still")
	}
	if s.press("l", "d", "space", "enter"); len(s.wanted) != 0 {
		t.Errorf("from looking came %+v", s.wanted)
	}
	if s.press("esc"); len(s.stack) != 1 {
		t.Error("looking cannot be left")
	}
}

// Whatever a room holds, and whatever is pressed, the console has h rows of exactly w cells, and no name leaves its cell.
func TestConsolesTakeAnything(t *testing.T) {
	rooms := map[workshop.Phase]*workshop.Picture{}
	phases := []workshop.Phase{workshop.Lobby, workshop.Prepare, workshop.Run, workshop.Result, workshop.Reflect, workshop.Debrief}
	for _, phase := range phases {
		rooms[phase] = room(12, phase)
	}
	names := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"\x1b[31mred\x1b[2J", "a\u202eb", "👩‍👩‍👧‍👦 family", "日本語の名前", strings.Repeat("Z̷͑", 40), "", "\r\nx"}))
	keys := rapid.SliceOfN(rapid.SampledFrom(strings.Fields("n t l i s : w p enter enter esc tab down up end f o space r 1 2 3 4 5 x ? backspace q")), 0, 8)
	rapid.Check(t, func(t *rapid.T) {
		p := *rooms[rapid.SampledFrom(phases).Draw(t, "phase")]
		p.Title, p.Code, p.Trouble = names.Draw(t, "title"), names.Draw(t, "code"), rapid.SampledFrom([]string{"", "", "no disk"}).Draw(t, "trouble")
		p.Paused, p.Over, p.Locked = rapid.Bool().Draw(t, "paused"), rapid.Bool().Draw(t, "over"), rapid.Bool().Draw(t, "locked")
		p.Board.Mode = workshop.BoardMode(rapid.IntRange(0, 2).Draw(t, "mode"))
		p.Seats = nil
		for _, seat := range rooms[workshop.Run].Seats {
			other := *seat
			other.Name, other.Team, other.Removed = names.Draw(t, "name"), rapid.IntRange(0, 14).Draw(t, "team"), rapid.Bool().Draw(t, "removed")
			p.Seats = append(p.Seats, &other)
		}
		p.Said = []workshop.Said{{Text: names.Draw(t, "said")}}
		s := sit(termenv.TrueColor, false, &p)
		w, h := rapid.IntRange(80, 230).Draw(t, "w"), rapid.IntRange(24, 70).Draw(t, "h")
		s.view(w, h)
		s.press(keys.Draw(t, "keys")...)
		rows := strings.Split(s.view(w, h), "\n")
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

package session

import (
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"callout/game"
	"callout/game/words"
	"callout/game/workshop"
	"callout/game/workshop/lead"
	"callout/ui/remote"
	"callout/ui/screen"
	"callout/ui/screen/join"
	"callout/ui/screen/lobby"
	"callout/ui/screen/round"
	"callout/ui/screentest"
	"callout/ui/theme"
)

// noon is when the pictures are taken.
var noon = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)

// painted is a room made by hand, so that no change of balance and no chance moves it.
func painted(phase workshop.Phase) *round.Here {
	s := script(2)
	s.Roles = true
	p := &workshop.Picture{
		Code: "K7Q2XP", Title: "Night trains", Script: &s, Commitment: "7fe4b8893b5cb02ed7c2aea996e1e689d1fdfc0126aef6000ff5a80a8b86f8eb",
		Phase: phase, Until: 17 * game.Hour, Ends: noon.Add(4*time.Minute + 12*time.Second), Left: 4*time.Minute + 12*time.Second,
		Open: map[workshop.Lever]bool{workshop.TriageLever: true, workshop.DeploymentsLever: true},
		Said: []workshop.Said{{At: noon, Text: "Two more minutes. Whoever has not looked at the people yet: somebody is tired."}},
	}
	for i, name := range []string{"Mara", "Ben", "Zoë", "Kateryna Oliynyk-Brandt", "Player 5", "José"} {
		p.Seats = append(p.Seats, &workshop.Seat{N: i + 1, Name: name, Team: i/2 + 1, Role: workshop.AllRoles()[i%2], Ready: i%3 == 0, Here: 1})
	}
	p.Seats[5].Removed = true
	for i, name := range []string{"Night owls", "Team 2", "The quiet ones"} {
		p.Teams = append(p.Teams, &workshop.Team{N: i + 1, Name: name, Driver: 2*i + 1, Done: i == 0})
		p.Board.Rows = append(p.Board.Rows, workshop.BoardRow{Team: i + 1, Name: name, Rank: i + 1, Turn: 9, Burnout: int32(14 + 9*i), Queue: int32(31 - 12*i), Lost: game.Pence(6_200_000 * (i + 1))})
	}
	p.Teams = append(p.Teams, &workshop.Team{N: 4, Name: "Team 4", Policy: "rule"})
	v := &game.View{Now: 17 * game.Hour, Start: 9 * game.Hour, Turn: 9, Burnout: 14, BurnoutWorst: 22, Queue: 31, Lost: 6_200_000}
	for h := range game.Minute(9) {
		v.Course = append(v.Course, game.Gauge{At: (9 + h) * game.Hour, Burnout: int32(2 * h), Queue: int32(h * h / 2), Lost: game.Pence(h * h * 90_000)})
	}
	return &round.Here{Picture: p, Seat: 1, Return: "WFJS4VN9", Now: noon, View: v, Heard: 1}
}

// walls are the screens of a player before, between and after the games, with how each comes about.
var walls = []struct {
	name string
	make func(t *theme.Theme) screen.Screen
}{
	{"code", func(t *theme.Theme) screen.Screen { return front(t) }},
	{"code-wrong", func(t *theme.Theme) screen.Screen {
		s := front(t)
		s.Paste("abc-def")
		s.Refused(string(workshop.Refusal(words.Say("workshop.refuse.code"))))
		return s
	}},
	{"token", func(t *theme.Theme) screen.Screen {
		s := front(t)
		s.Paste("K7Q2-XP0V-9GHT-22M4-ABCD")
		s.Key("tab")
		return s
	}},
	{"name", func(t *theme.Theme) screen.Screen { return named(t) }},
	{"name-taken", func(t *theme.Theme) screen.Screen {
		s := named(t)
		s.Paste("Mara")
		s.Refused(words.Say("workshop.refuse.namesake", "name", "Mara", "other", "Mara 2"))
		return s
	}},
	{"team", func(t *theme.Theme) screen.Screen {
		s := named(t)
		s.Paste("Ngozi")
		s.Key("enter")
		s.Key("down")
		return s
	}},
	{"lobby", func(t *theme.Theme) screen.Screen { return lobby.New(t, painted(workshop.Lobby)) }},
	{"lobby-below", func(t *theme.Theme) screen.Screen {
		s := lobby.New(t, painted(workshop.Lobby))
		s.View(80, 24)
		s.Key("end")
		return s
	}},
	{"prepare", func(t *theme.Theme) screen.Screen { return round.New(t, painted(workshop.Prepare)) }},
	{"prepare-said", func(t *theme.Theme) screen.Screen {
		h := painted(workshop.Prepare)
		h.Heard, h.Picture.Paused, h.Picture.Seats[0].Ready = 0, true, false
		return round.New(t, h)
	}},
	{"prepare-opened", func(t *theme.Theme) screen.Screen {
		h := painted(workshop.Prepare)
		h.Picture.Round = 1
		for _, l := range workshop.AllLevers() {
			h.Picture.Open[l] = true
		}
		return round.New(t, h)
	}},
	{"wait", func(t *theme.Theme) screen.Screen { return round.New(t, painted(workshop.Run)) }},
	{"result", func(t *theme.Theme) screen.Screen { return round.New(t, painted(workshop.Result)) }},
	{"result-frozen", func(t *theme.Theme) screen.Screen {
		h := painted(workshop.Result)
		h.Picture.Board.Mode, h.Picture.Board.FrozenAt = workshop.Frozen, noon
		return round.New(t, h)
	}},
	{"reflect", func(t *theme.Theme) screen.Screen { return round.New(t, painted(workshop.Reflect)) }},
	{"trouble", func(t *theme.Theme) screen.Screen {
		h := painted(workshop.Reflect)
		h.Picture.Trouble = "Nothing can be stored at the moment: no space left on device."
		return round.New(t, h)
	}},
	{"over", func(t *theme.Theme) screen.Screen {
		h := painted(workshop.Result)
		h.Picture.Over = true
		h.Home = (&house{Options: Options{Invite: lead.Invite{Web: "http://192.168.17.4:8080/"}}}).home(remote.Caller{}, h.Return)
		return round.New(t, h)
	}},
}

// front is a caller in front of the rooms.
func front(t *theme.Theme) *join.Screen {
	return join.New(t, false, words.Say("join.lines"), func() string { return "Abeni Okoro" })
}

// named is a caller whose code was right.
func named(t *theme.Theme) *join.Screen {
	s := front(t)
	s.Opened(shown(painted(workshop.Lobby).Picture))
	return s
}

// TestScreens compares every screen with its picture in testdata, without colour, at three sizes, in both languages.
func TestScreens(t *testing.T) {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(termenv.Ascii)
	th := theme.New(r)
	for _, language := range words.Languages() {
		if err := words.Speak(language); err != nil {
			t.Fatal(err)
		}
		for _, s := range walls {
			for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 60}} {
				t.Run(fmt.Sprintf("%s-%s-%dx%d", language, s.name, size[0], size[1]), func(t *testing.T) {
					view := s.make(th).View(size[0], size[1])
					for y, row := range strings.Split(view, "\n") {
						if n := ansi.StringWidth(row); n != size[0] {
							t.Errorf("row %d has %d cells: %q", y, n, row)
						}
					}
					screentest.Golden(t, view)
				})
			}
		}
	}
	if err := words.Speak(words.First); err != nil {
		t.Fatal(err)
	}
}

// TestNobodyIsCutInTheLobby holds that a crew whose names take more than a row stands there whole.
func TestNobodyIsCutInTheLobby(t *testing.T) {
	h := painted(workshop.Lobby)
	for i := range 4 {
		h.Picture.Seats = append(h.Picture.Seats, &workshop.Seat{N: 7 + i, Name: fmt.Sprintf("Kateryna Oliynyk-Brandt %d", i), Team: 1, Ready: true})
	}
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(termenv.Ascii)
	view := lobby.New(theme.New(r), h).View(80, 24)
	for i := range 4 {
		if name := fmt.Sprintf("Kateryna Oliynyk-Brandt %d ✓", i); !strings.Contains(view, name) {
			t.Errorf("%s is not there:\n%s", name, view)
		}
	}
}

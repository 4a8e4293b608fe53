package host

import (
	"net/netip"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"callout/game/workshop"
	"callout/ui/line"
	"callout/ui/remote/invite"
	"callout/ui/screen"
	"callout/ui/theme"
)

func card() invite.Card {
	at := func(port uint16) []invite.Place {
		return []invite.Place{{Address: netip.MustParseAddr("192.168.178.123"), Port: port}}
	}
	return invite.Card{
		Title: "Night trains", Script: "One hour: three teams, ten teams, and then?", Code: "A1B2C3", Token: strings.Repeat("W", 28), Programs: 6,
		SSH: at(2222), Web: at(8080), Fingerprint: "SHA256:" + strings.Repeat("x", 43), Commitment: strings.Repeat("0", 64), Kept: "workshops.db",
	}
}

func show(s *Screen, w, h int) string {
	rows := strings.Split(s.View(w, h), "\n")
	for i, r := range rows {
		rows[i] = line.Plain(r)
	}
	return strings.Join(rows, "\n")
}

func plain() *theme.Theme {
	r := lipgloss.NewRenderer(nil)
	r.SetColorProfile(termenv.Ascii)
	return theme.New(r)
}

// Everything that people have to type or compare stands there whole at every size, and each row is as wide as the screen.
func TestNothingOfTheCardIsCut(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 60}} {
		text := show(New(plain(), card()), size[0], size[1])
		for _, want := range []string{
			"ssh -p 2222 a1b-2c3@192.168.178.123", "http://192.168.178.123:8080/", "A1B-2C3", "http://192.168.178.123:8080/board/A1B-2C3",
			"board@192.168.178.123", "SHA256:" + strings.Repeat("x", 43), strings.Repeat("0", 64), "workshops.db", "6 teams",
		} {
			if !strings.Contains(text, want) {
				t.Errorf("%v: no %q in\n%s", size, want, text)
			}
		}
		rows := strings.Split(text, "\n")
		if len(rows) != size[1] {
			t.Errorf("%v: %d rows", size, len(rows))
		}
		for i, r := range rows {
			if line.Width(r) != size[0] {
				t.Errorf("%v: row %d is %d cells wide", size, i, line.Width(r))
			}
		}
	}
}

// The token is not on the screen until it is asked for: the terminal may be on a wall.
func TestTheTokenIsHidden(t *testing.T) {
	s := New(plain(), card())
	const shown = "WWWW-WWWW"
	if strings.Contains(show(s, 120, 36), shown) {
		t.Error("it is shown from the start")
	}
	s.Key("t")
	if !strings.Contains(show(s, 80, 24), shown) {
		t.Error("it is not shown when it is asked for")
	}
	s.Key("t")
	if strings.Contains(show(s, 120, 36), shown) {
		t.Error("it does not go again")
	}
}

// The server is not stopped by one key.
func TestStoppingIsAsked(t *testing.T) {
	s := New(plain(), card())
	if a := s.Key("q"); a != nil {
		t.Errorf("q does %T at once", a)
	}
	if a := s.Key("esc"); a != nil {
		t.Errorf("esc does %T", a)
	}
	s.Key("q")
	if _, stops := s.Key("enter").(screen.Quit); !stops {
		t.Error("the server cannot be stopped")
	}
	if _, leads := s.Key("enter").(screen.TakeChair); !leads {
		t.Error("enter does not lead")
	}
}

// How the room fills is what the host looks at until it begins: on the smallest screen it stands there even when a rehearsal on
// this machine alone and the token take every row they can.
func TestHowTheRoomFillsIsNeverCut(t *testing.T) {
	c := card()
	here := []invite.Place{{Address: netip.MustParseAddr("127.0.0.1"), Port: 2931}}
	c.SSH, c.Web = here, here
	s := New(plain(), c)
	s.Show(&workshop.Picture{})
	s.Key("t")
	if text := show(s, 80, 24); !strings.Contains(text, "0 people in 0 teams, 0 connected") {
		t.Errorf("nobody is counted in\n%s", text)
	}
}

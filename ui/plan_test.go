package ui

import (
	"io"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"callout/game"
	"callout/ui/screen/play"
	"callout/ui/theme"
)

// TestThePlanIsReadable holds that what is planned for another week is told whole, a word apart from the next.
func TestThePlanIsReadable(t *testing.T) {
	l := fixtureLevel()
	l.Happenings = []game.Happening{{At: at(8, 9, 0), Until: at(9, 9, 0), Kind: game.Campaign, Amount: 1300, App: none}}
	v := fixtureView(l)
	v.NextBoard = at(8, 14, 0)
	for i := range v.Requests {
		v.Requests[i].Deadline = at(8, 17, 0)
		if v.Requests[i].State == game.BeforeBoard {
			v.Requests[i].Approved = at(8, 14, 0)
		}
	}
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(termenv.Ascii)
	s := play.New(theme.New(r), l)
	s.Show(v)
	shown := s.View(200, 60)
	_, plan, _ := strings.Cut(shown, "DEPLOYMENT PLAN")
	for _, want := range []string{"the board sits week 2, Tue 14:00", "week 2, Tue 09:00  everything sells 130 %", "board week 2, Tue 14:00 ", "before week 2, Tue 17:00, after ledger"} {
		if !strings.Contains(plan, want) {
			t.Errorf("the plan does not say %q:\n%s", want, shown)
		}
	}
}

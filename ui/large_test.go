package ui

import (
	"fmt"
	"testing"

	"github.com/muesli/termenv"

	"callout/game"
	"callout/ui/screen/play"
)

// large is the fixture with n applications and teams and ten alerts for each.
func large(n int) (*game.Level, *game.View) {
	l := fixtureLevel()
	v := fixtureView(l)
	for i := len(v.Apps); i < n; i++ {
		p := v.Apps[i%6]
		p.Name = fmt.Sprintf("app-%d", i)
		v.Apps = append(v.Apps, p)
		l.Applications = append(l.Applications, l.Applications[i%6])
		v.Teams = append(v.Teams, game.TeamView{Name: fmt.Sprintf("team-%d", i), Joined: true})
	}
	for i := range 10 * n {
		a := v.Alerts[i%5]
		a.N = int32(1000 + i)
		v.Alerts = append(v.Alerts, a)
	}
	return l, v
}

// A thousand teams are shown as ten are: only what is on the screen is worded.
func TestAThousandTeams(t *testing.T) {
	l, v := large(1000)
	th := drive(t, 80, 24, termenv.TrueColor, Options{}).root.theme
	s := play.New(th, l)
	s.Show(v)
	for _, k := range []string{"end", "tab", "end", "tab", "i"} {
		s.Key(k)
		fits(t, s.View(200, 60), 200, 60)
	}
}

func BenchmarkThousandTeams(b *testing.B) {
	l, v := large(1000)
	s := play.New(drive(&testing.T{}, 80, 24, termenv.TrueColor, Options{}).root.theme, l)
	b.ReportAllocs()
	for b.Loop() {
		s.Show(v)
		s.View(200, 60)
	}
}

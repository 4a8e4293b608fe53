package ui

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"callout/game"
	"callout/ui/progress"
	"callout/ui/screen/campaign"
	"callout/ui/screen/menu"
	"callout/ui/screen/questions"
)

// asks is a library that remembers what was asked of it.
type asks struct {
	fakeLibrary
	kind progress.Kind // of the questions that are due
	log  *[]string
}

func (a asks) say(format string, args ...any) { *a.log = append(*a.log, fmt.Sprintf(format, args...)) }

func (a asks) Front() menu.Data {
	d := a.fakeLibrary.Front()
	d.Questions = questions.Data{Kind: a.kind, Progress: a.fakeLibrary.Questions().Progress}
	return d
}

func (a asks) Begin(level, model string) (Play, error) {
	a.say("begin %s under %q", level, model)
	return a.play, nil
}

func (a asks) Today() (Play, error) {
	a.say("today")
	return a.play, nil
}

func (a asks) Skip(level string, skip bool) error {
	a.say("skip %s %t", level, skip)
	return nil
}

func (a asks) Answer(k progress.Kind, answers map[string]string) error {
	a.say("answer %s %v", k, answers)
	return nil
}

func (a asks) Enter(g progress.Game) (menu.Next, error) {
	a.say("enter %s", g.ID)
	return a.fakeLibrary.Enter(g)
}

func (a asks) Medal(id string, m progress.Medal) error {
	a.say("medal %s %s", id, m)
	return nil
}

// askedOf starts the screens with a library that remembers.
func askedOf(t *testing.T, kind progress.Kind) (*driver, *[]string) {
	t.Helper()
	log := &[]string{}
	p := &fakePlay{level: fixtureLevel()}
	d := drive(t, 80, 24, termenv.Ascii, Options{Games: asks{fakeLibrary{p}, kind, log}})
	d.play = p
	return d, log
}

// TestCampaignKeys holds what each key of the front page and the map does.
func TestCampaignKeys(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []string
		want string
	}{
		{"next from the front page", []string{"n"}, `begin high-street under ""`},
		{"today from the front page", []string{"t"}, "today"},
		{"the suggested level is chosen", []string{"m", "enter"}, `begin high-street under ""`},
		{"next from anywhere on the map", []string{"m", "home", "n"}, `begin high-street under ""`},
		{"a won level again", []string{"m", "1", "enter"}, `begin tutorial under ""`},
		{"to the right", []string{"m", "1", "right", "enter"}, `begin one-shop under ""`},
		{"down the right side the path turns", []string{"m", "4", "down", "enter"}, `begin high-street under ""`},
		{"to the left in the row that runs back", []string{"m", "5", "left", "enter"}, `begin Market day under ""`},
		{"along the path", []string{"m", "4", "tab", "tab", "enter"}, `begin Market day under ""`},
		{"back along the path", []string{"m", "5", "shift+tab", "enter"}, `begin corner under ""`},
		{"the last one", []string{"m", "end", "enter"}, `begin endless under ""`},
		{"an edge holds", []string{"m", "1", "up", "left", "enter"}, `begin tutorial under ""`},
		{"skip", []string{"m", "s"}, "skip high-street true"},
		{"take back", []string{"m", "4", "s"}, "skip corner false"},
		{"another model", []string{"m", "m", "2"}, `begin high-street under "you-run-it"`},
		{"a level of a pack", []string{"p", "down", "enter"}, `begin market/monday under ""`},
		{"a level of a pack from the map", []string{"m", "p", "enter"}, `begin market/saturday under ""`},
		{"a pack itself is no level", []string{"p", "home", "enter", "end", "enter"}, ""},
		{"today from the map", []string{"m", "t"}, "today"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, log := askedOf(t, "")
			d.press(c.keys...)
			if got := strings.Join(*log, "; "); got != c.want {
				t.Errorf("it did %q, want %q", got, c.want)
			}
		})
	}
}

func TestResumeFromTheMap(t *testing.T) {
	d, _ := askedOf(t, "")
	d.press("m").sees("saved   week 1, Tue 14:00").press("r").sees("INBOX")
}

// The questions come before the first game of all, once, and one key leaves them out.
func TestQuestionsBefore(t *testing.T) {
	d, log := askedOf(t, progress.Before)
	d.press("n").sees("Three questions", "1 of 3").press("2", "enter", "down", "down", "enter").sees("WHAT IS ASKED OF YOU")
	if got, want := strings.Join(*log, "; "), `answer before map[better:many grows:waiting night:operations]; begin high-street under ""`; got != want {
		t.Errorf("it did %q, want %q", got, want)
	}
	d, log = askedOf(t, progress.Before)
	d.press("m", "1", "enter").sees("Three questions").press("esc").sees("WHAT IS ASKED OF YOU")
	if got, want := strings.Join(*log, "; "), `answer before map[]; begin tutorial under ""`; got != want {
		t.Errorf("it did %q, want %q", got, want)
	}
}

// At the end of the path they come by themselves, and show both answers with what the games came to.
func TestQuestionsAfter(t *testing.T) {
	d, log := askedOf(t, progress.After)
	d.sees("Three questions", "The same questions as at the beginning").press("3", "3", "3")
	d.sees("then", "the Operations team that runs it", "now", "the team that built it", "Ten teams").press("esc").sees("C A L L O U T")
	if got, want := strings.Join(*log, "; "), `answer after map[better:many grows:cost night:team]`; got != want {
		t.Errorf("it did %q, want %q", got, want)
	}
}

// A game that is over is entered, and the next level can be begun from what is shown then.
func TestAGameIsEnteredWhenItIsOver(t *testing.T) {
	d, log := askedOf(t, "")
	d.press("n", "enter", "space", "space", "space")
	if got := strings.Join(*log, "; "); !strings.HasPrefix(got, `begin high-street under ""; enter a`) {
		t.Errorf("it did %q", got)
	}
	if d.root.next.Name != "high-street" {
		t.Errorf("next is %+v", d.root.next)
	}
}

// hostileCampaign has the hostile name wherever a name can stand.
func hostileCampaign(l fakeLibrary, name string) campaign.Data {
	d := l.Campaign()
	d.Notice = name
	for i := range d.Levels {
		v := &d.Levels[i]
		v.Title, v.Lesson, v.Model, v.Stand, v.Resume = name, name, name, name, name
		v.Article = campaign.Article{Title: name, Short: name, About: name, URL: name}
		if v.Best != nil {
			for k := range v.Best.Goals {
				v.Best.Goals[k].Metric = name
			}
		}
	}
	d.Models = []campaign.Model{{Name: name, Title: name}}
	return d
}

// TestHostileCampaign shows map and front page with names that somebody else gave.
func TestHostileCampaign(t *testing.T) {
	for _, name := range hostileNames {
		t.Run(fmt.Sprintf("%.20q", name), func(t *testing.T) {
			d, _ := askedOf(t, "")
			l := fakeLibrary{d.play}
			front := menu.New(d.root.theme, name)
			front.Show(menu.Data{
				Saves: []menu.Saved{{Path: "a", Title: name, Stand: name, Begun: name}, {Title: name, Problem: name}},
				Next:  menu.Next{Name: "x", Title: name, Number: 1}, Today: menu.Today{Title: name, Played: true}, Notice: name,
			})
			m := campaign.New(d.root.theme, hostileCampaign(l, name))
			for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 60}} {
				for _, view := range []string{front.View(size[0], size[1]), m.View(size[0], size[1])} {
					fits(t, view, size[0], size[1])
					for _, r := range view {
						if r != '\n' && unicode.Is(unicode.C, r) {
							t.Fatalf("%U reached the terminal", r)
						}
					}
				}
			}
		})
	}
}

// The map has its size for any number of levels in any state, wherever the cursor is.
func TestAnyCampaignFits(t *testing.T) {
	d, _ := askedOf(t, "")
	all := fakeLibrary{d.play}.Campaign()
	rapid.Check(t, func(rt *rapid.T) {
		data := campaign.Data{Notice: rapid.SampledFrom([]string{"", "Something is wrong."}).Draw(rt, "notice")}
		for i := range rapid.IntRange(0, 20).Draw(rt, "levels") {
			l := all.Levels[i%len(all.Levels)]
			l.State = progress.State(rapid.IntRange(0, int(progress.Won)).Draw(rt, "state"))
			l.Next = rapid.Bool().Draw(rt, "next")
			if rapid.Bool().Draw(rt, "played") {
				l.Best = &progress.Game{Score: rapid.Int64().Draw(rt, "score"), Lost: rapid.Int64().Draw(rt, "lost"), Medal: progress.Gold,
					Goals: []progress.Goal{{Metric: "revenue_lost", Value: rapid.Int64().Draw(rt, "value"), Current: game.Pence(rapid.Int64().Draw(rt, "current"))}}}
			}
			data.Levels = append(data.Levels, l)
		}
		m := campaign.New(d.root.theme, data)
		w, h := rapid.IntRange(80, 260).Draw(rt, "w"), rapid.IntRange(24, 80).Draw(rt, "h")
		for range rapid.IntRange(0, 8).Draw(rt, "keys") {
			m.Key(rapid.SampledFrom([]string{"up", "down", "left", "right", "tab", "shift+tab", "home", "end", "s", "n", "enter", "r", "m", "7"}).Draw(rt, "key"))
			fits(rt, m.View(w, h), w, h)
		}
		fits(rt, m.View(w, h), w, h)
	})
}

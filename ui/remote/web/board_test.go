package web_test

import (
	"errors"
	"fmt"
	"html"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"callout/game"
	"callout/game/workshop"
	"callout/levels"
	"callout/ui/remote/web"
)

// wall is a race that stands as it was made, until it is changed.
type wall struct {
	mu      sync.Mutex
	picture *workshop.Picture
	bell    chan struct{}
}

func (w *wall) Picture() *workshop.Picture {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.picture
}

// change puts up another picture.
func (w *wall) change(p *workshop.Picture) {
	w.mu.Lock()
	w.picture = p
	w.mu.Unlock()
	w.bell <- struct{}{}
}

func (w *wall) Watch() (<-chan struct{}, func()) { return w.bell, func() {} }

// birds are names of teams.
var birds = []string{"Herons", "Kestrels", "Wagtails", "Plovers", "Siskins", "Dunlins", "Curlews", "Avocets", "Linnets", "Godwits"}

// raceOf is a race of teams with these names, after some turns.
func raceOf(mode workshop.BoardMode, names ...string) *wall {
	l, err := levels.Load("ten-teams")
	if err != nil {
		panic(err) // a test of levels says more
	}
	p := &workshop.Picture{
		Code: "K7QM4X", Title: l.Title, Level: l, Commitment: strings.Repeat("ab12", 16), Phase: workshop.Run, Round: 1,
		Left: 12*time.Minute + 34*time.Second, Script: &workshop.Script{Rounds: make([]workshop.Round, 4)},
		Said:   []workshop.Said{{Text: "Welcome."}, {Text: "Five more minutes. Look at what waits for a human."}},
		Events: []workshop.Happens{{Injection: workshop.Injection{Event: workshop.Events()[0].Name, Severity: "severe"}}},
	}
	p.Board = workshop.Board{Mode: mode, FrozenAt: time.Date(2026, 11, 26, 14, 5, 0, 0, time.Local)}
	for i, name := range names {
		r := workshop.BoardRow{Team: i + 1, Name: name, Rank: i + 1, Turn: 30, Model: []string{"ops-run-it", "you-run-it"}[i%2]}
		if i == 3 {
			r.Policy = "rule"
		}
		lost := game.Pence(0)
		for k := range r.Turn {
			at := l.Start + game.Minute(k+1)*game.Hour + game.Minute(k/8)*16*game.Hour
			lost += game.Pence((i*7+k*k)%23) * game.Pence(i%7+1) * 2_000
			r.Course = append(r.Course, game.Gauge{At: at, Burnout: int32(20 + (i*5+k*2)%60), Queue: int32((i + k*k) % 14), Lost: lost})
		}
		last := r.Course[r.Turn-1]
		r.Burnout, r.Queue, r.Lost = last.Burnout, last.Queue, last.Lost
		if mode == workshop.RevealedAll {
			r.Total = r.Lost*3/2 + 1_000_000
		}
		p.Board.Rows = append(p.Board.Rows, r)
	}
	if mode == workshop.RevealedAll {
		seed := game.SeedFrom(7)
		p.Phase, p.Seed, p.Until = workshop.Result, &seed, l.Start+3*game.Day
	}
	return &wall{picture: p, bell: make(chan struct{}, 1)}
}

// boards leads to races of every kind, and to one of the caller's own.
func boards(own *wall) func(string, string) (web.Race, error) {
	many := append([]string{}, birds...)
	for i := range 6 {
		many = append(many, fmt.Sprintf("Team %d", i+11))
	}
	walls := map[string]*wall{
		"live": raceOf(workshop.Live, birds[:6]...), "frozen": raceOf(workshop.Frozen, many...), "truth": raceOf(workshop.RevealedAll, birds[:8]...),
		"empty": raceOf(workshop.Live), "own": own,
	}
	return func(_, link string) (web.Race, error) {
		if w := walls[link]; w != nil {
			return w, nil
		}
		return nil, errors.New("this leads nowhere")
	}
}

func page(t *testing.T, url string) (int, string) {
	t.Helper()
	r, err := http.NewRequest("GET", url, nil)
	if err != nil {
		t.Fatal(err)
	}
	status, text := answer(t, r)
	return status, html.UnescapeString(text)
}

// TestBoardSaysHowThingsAre: who leads, by what, what stands still, what is over; and nothing of the truth before it is
// revealed.
func TestBoardSaysHowThingsAre(t *testing.T) {
	s := serve(t, web.Options{Board: boards(nil)})
	for link, want := range map[string][]string{
		"live":   {"Herons", "Dunlins", "Round 2 of 4", "12:34", "K7Q-M4X", "Five more minutes", workshop.Events()[0].Title(), "Burnout", "program: rule of thumb"},
		"frozen": {"The board has stood still since 14:05", "8 teams more"},
		"truth":  {"The truth", "Total cost", "Support models", "Seed"},
		"empty":  {"Nobody is here yet"},
	} {
		for _, path := range []string{"", "/race"} {
			status, text := page(t, s.url+"/board/"+link+path)
			if status != 200 {
				t.Errorf("%s answers %d", link, status)
			}
			for _, w := range want {
				if !strings.Contains(text, w) {
					t.Errorf("%s%s does not say %q", link, path, w)
				}
			}
			if link != "truth" {
				for _, early := range []string{"Total cost", "Support models", ">Seed<"} {
					if strings.Contains(text, early) {
						t.Errorf("%s%s says %q before the reveal", link, path, early)
					}
				}
			}
		}
	}
	if status, text := page(t, s.url+"/board/elsewhere"); status != 404 || !strings.Contains(text, "nowhere") {
		t.Errorf("a wrong link: %d %s", status, text)
	}
	if status, _ := page(t, s.url+"/board/"+strings.Repeat("x", 200)); status != 404 {
		t.Errorf("a long link: %d", status)
	}
}

// TestBoardIsDrawnOnce: those who look at one race share its drawing, and it is drawn anew when it has changed.
func TestBoardIsDrawnOnce(t *testing.T) {
	w := raceOf(workshop.Live, birds[:3]...)
	s := serve(t, web.Options{Board: boards(w)})
	_, first := page(t, s.url+"/board/own/race")
	w.picture.Board.Rows[0].Name = "Changed in place"
	if _, again := page(t, s.url+"/board/own/race"); again != first {
		t.Error("the same picture was drawn twice")
	}
	next := *w.picture
	w.change(&next)
	if _, fresh := page(t, s.url+"/board/own/race"); !strings.Contains(fresh, "Changed in place") {
		t.Error("a new picture was not drawn")
	}
}

package layout

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write the pictures anew: look at them before committing them")

// named are the parts of the play screen with the letter that pictures show them by.
func named(p *Play) map[byte]Rect {
	m := map[byte]Rect{
		'H': p.Header, 'G': p.Gauges, 'O': p.Goals, 'I': p.Inbox, 'A': p.Apps, 'P': p.People, 'D': p.Detail, 'N': p.News,
		'C': p.Course, 'L': p.Plan, 'E': p.Needs, 'T': p.Log, 'Q': p.Queues, 'Z': p.Coach, 'R': p.Room, 'S': p.Status, 'K': p.Keys,
	}
	for i, w := range p.Walls {
		m["|:"[i]] = w
	}
	return m
}

// picture draws the parts, one cell for every 4 by 1 cells of the screen.
func picture(p Play, w, h int) string {
	grid := make([][]byte, h)
	for y := range grid {
		grid[y] = []byte(strings.Repeat(" ", w))
	}
	for letter, r := range named(&p) {
		for y := r.Y; y < r.Y+r.H; y++ {
			for x := r.X; x < r.X+r.W; x++ {
				grid[y][x] = letter
			}
		}
	}
	var b strings.Builder
	for _, row := range grid {
		var narrow []byte
		for x := 2; x < w; x += 4 {
			narrow = append(narrow, row[x])
		}
		b.WriteString(strings.TrimRight(string(narrow), " ") + "\n")
	}
	return b.String()
}

func TestPlayPictures(t *testing.T) {
	for _, c := range []struct {
		w, h  int
		coach bool
	}{{80, 24, false}, {100, 30, false}, {120, 36, false}, {200, 60, false}, {80, 24, true}, {120, 36, true}, {200, 60, true}} {
		name := fmt.Sprintf("%dx%d", c.w, c.h)
		if c.coach {
			name += "-coach"
		}
		t.Run(name, func(t *testing.T) {
			got := picture(NewPlay(c.w, c.h, Counts{Apps: 10, People: 4, Coach: c.coach}), c.w, c.h)
			file := filepath.Join("testdata", name+".txt")
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("it is laid out as\n%s\nand was as\n%s", got, want)
			}
		})
	}
}

// Parts never overlap and never leave the screen, whatever its size and however many things there are.
func TestPartsAreApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(MinWidth, 400).Draw(t, "w"), rapid.IntRange(MinHeight, 150).Draw(t, "h")
		p := NewPlay(w, h, Counts{
			Apps: rapid.IntRange(0, 1000).Draw(t, "apps"), People: rapid.IntRange(0, 40).Draw(t, "people"), Coach: rapid.Bool().Draw(t, "coach"),
			Room: rapid.IntRange(0, 9).Draw(t, "room"),
		})
		taken := make([]byte, w*h)
		for letter, r := range named(&p) {
			if !r.Shown() {
				continue
			}
			if r.X < 0 || r.Y < 0 || r.X+r.W > w || r.Y+r.H > h {
				t.Fatalf("part %c leaves the screen of %d by %d: %+v", letter, w, h, r)
			}
			for y := r.Y; y < r.Y+r.H; y++ {
				for x := r.X; x < r.X+r.W; x++ {
					if other := taken[y*w+x]; other != 0 {
						t.Fatalf("parts %c and %c overlap on %d by %d", letter, other, w, h)
					}
					taken[y*w+x] = letter
				}
			}
		}
		for _, needed := range []Rect{p.Header, p.Gauges, p.Goals, p.Inbox, p.Apps, p.People, p.Detail, p.Status, p.Keys} {
			if !needed.Shown() {
				t.Fatalf("a part that is always needed is missing on %d by %d: %+v", w, h, p)
			}
		}
		if p.Inbox.H < leastInbox || p.Detail.H < leastDetail || p.Size > Compact && p.News.H < 3 {
			t.Fatalf("inbox, detail and news have %d, %d and %d rows on %d by %d", p.Inbox.H, p.Detail.H, p.News.H, w, h)
		}
	})
}

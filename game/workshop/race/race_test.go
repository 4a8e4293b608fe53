package race

import (
	"encoding/xml"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"callout/assets"
	"callout/game"
	"callout/game/workshop"
	"callout/levels"
)

var update = flag.Bool("update", false, "write the charts anew: look at each before committing it")

func charts(b *workshop.Board) map[string]string {
	m := map[string]string{"outcome": string(Outcome(b, []Baseline{{Policy: "idle", Lost: 90_000_000, Total: 95_000_000}, {Policy: "rule", Lost: 900_000, Total: 2_400_000}}, 900))}
	for _, g := range Gauges {
		m[names[g]] = string(Lines(b, g, begins, 900, 320))
	}
	return m
}

func TestCharts(t *testing.T) {
	for name, got := range charts(fixture(12, 20)) {
		file := filepath.Join("testdata", name+".svg")
		if *update {
			if err := os.WriteFile(file, []byte(got+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got+"\n" != string(want) {
			t.Errorf("%s is drawn otherwise: run go test ./game/workshop/race -update and look at it", name)
		}
	}
}

// elements reads a drawing and returns its elements; it fails where the drawing is not well-formed.
func elements(t interface{ Fatalf(string, ...any) }, svg string) (all []xml.StartElement) {
	for d := xml.NewDecoder(strings.NewReader(svg)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, svg)
		}
		if e, ok := token.(xml.StartElement); ok {
			all = append(all, e.Copy())
		}
	}
}

// Whatever a board holds, its charts are well-formed, have only elements of a drawing, and no style and no script.
func TestChartsTakeAnything(t *testing.T) {
	plain := map[string]bool{"svg": true, "title": true, "desc": true, "rect": true, "circle": true, "text": true, "path": true}
	rapid.Check(t, func(t *rapid.T) {
		b := fixture(rapid.IntRange(0, 40).Draw(t, "teams"), rapid.IntRange(0, 12).Draw(t, "turns"))
		for i := range b.Rows {
			r := &b.Rows[i]
			r.Name = rapid.OneOf(rapid.String(), rapid.Just(`"><script>alert(1)</script>`)).Draw(t, "name")
			r.Team = rapid.IntRange(-3, 300).Draw(t, "team")
			r.Lost, r.Total = rapid.Int64().Draw(t, "lost"), rapid.Int64().Draw(t, "total")
			r.Queue, r.Burnout = rapid.Int32().Draw(t, "queue"), rapid.Int32().Draw(t, "burnout")
			for k := range r.Course {
				r.Course[k] = game.Gauge{At: game.Minute(rapid.Int32().Draw(t, "at")), Lost: rapid.Int64().Draw(t, "l"), Queue: rapid.Int32().Draw(t, "q"), Burnout: rapid.Int32().Draw(t, "b")}
			}
		}
		for name, svg := range charts(b) {
			for _, e := range elements(t, svg) {
				if !plain[e.Name.Local] {
					t.Fatalf("%s has an element %s", name, e.Name.Local)
				}
				for _, a := range e.Attr {
					if a.Name.Local == "style" || strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "href" {
						t.Fatalf("%s has the attribute %s", name, a.Name.Local)
					}
				}
			}
		}
	})
}

// Every class that a chart has is in the style sheet.
func TestEveryClassHasARule(t *testing.T) {
	rules := map[string]bool{"s": true} // texts begin at their point anyway
	for _, m := range regexp.MustCompile(`\.([a-z][a-z0-9-]*)`).FindAllStringSubmatch(assets.RaceStyle(), -1) {
		rules[m[1]] = true
	}
	for name, svg := range charts(fixture(20, 10)) {
		for _, e := range elements(t, svg) {
			for _, a := range e.Attr {
				if a.Name.Local != "class" {
					continue
				}
				for _, class := range strings.Fields(a.Value) {
					if !rules[class] {
						t.Errorf("%s has the class %q, which race.css does not know", name, class)
					}
				}
			}
		}
	}
}

// Names beside lines do not cover each other, however close the lines end.
func TestLabelsAreApart(t *testing.T) {
	b := fixture(8, 10)
	for i := range b.Rows {
		b.Rows[i].Course = b.Rows[0].Course
	}
	for _, g := range Gauges {
		var at []string
		for _, e := range elements(t, string(Lines(b, g, begins, 900, 320))) {
			class, y := "", ""
			for _, a := range e.Attr {
				switch a.Name.Local {
				case "class":
					class = a.Value
				case "y":
					y = a.Value
				}
			}
			if strings.Contains(class, "label") {
				at = append(at, y)
			}
		}
		last := -1000
		for _, text := range at {
			var y int
			fmt.Sscan(text, &y)
			if y-last < labelGap {
				t.Errorf("%s: labels at %v", names[g], at)
				break
			}
			last = y
		}
		if len(at) != 8 {
			t.Errorf("%s has %d labels", names[g], len(at))
		}
	}
}

func TestPick(t *testing.T) {
	rows := fixture(40, 1).Rows
	for _, c := range []struct {
		n, own int
		want   string
	}{
		{40, 0, "1-40"}, {100, 0, "1-40"}, {5, 0, "1-5"}, {5, 3, "1-5"}, {5, 20, "1-2 19-21"}, {5, 40, "1-2 38-40"}, {5, 6, "1-2 5-7"}, {5, 99, "1-5"}, {1, 20, "20-20"}, {0, 0, "1-1"},
	} {
		f := Pick(rows, c.n, c.own)
		var got []string
		for i := 0; i < len(f.Rows); {
			k := i
			for k+1 < len(f.Rows) && f.Rows[k+1].Rank == f.Rows[k].Rank+1 {
				k++
			}
			got = append(got, fmt.Sprintf("%d-%d", f.Rows[i].Rank, f.Rows[k].Rank))
			i = k + 1
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%d of 40 with %d: %s, want %s", c.n, c.own, s, c.want)
		}
		if len(f.Rows)+len(f.Left) != 40 {
			t.Errorf("%d of 40 with %d: %d are shown and %d left out", c.n, c.own, len(f.Rows), len(f.Left))
		}
		if (f.Says() == "") != (len(f.Left) == 0) {
			t.Errorf("%d of 40: says %q", c.n, f.Says())
		}
	}
}

// The rule of thumb costs less than doing nothing, on the same demand; nothing else would be a yardstick.
func TestBaselines(t *testing.T) {
	l, err := levels.Load("one-team")
	if err != nil {
		t.Fatal(err)
	}
	list, err := Baselines(t.Context(), l, game.SeedFrom(7), l.Start+3*game.Day)
	if err != nil {
		t.Fatal(err)
	}
	again, _ := Baselines(t.Context(), l, game.SeedFrom(7), l.Start+3*game.Day)
	if len(list) != 2 || list[0].Policy != "idle" || list[1].Total >= list[0].Total || list[0] != again[0] || list[1] != again[1] {
		t.Errorf("the baselines are %+v and %+v", list, again)
	}
}

func TestModels(t *testing.T) {
	l := &game.Level{Models: []game.Model{{Name: "ops-run-it", Title: "Ops Run It"}, {Name: "you-run-it", Title: "You Run It"}}}
	rows := []workshop.BoardRow{{Name: "A", Model: "you-run-it", Total: 100, Lost: 10}, {Name: "B", Model: "ops-run-it", Total: 300}, {Name: "C", Model: "you-run-it", Total: 300, Lost: 30}, {Name: "D", Model: "ops-run-it", Total: 500}}
	got := Models(l, rows)
	want := []Model{{Title: "You Run It", Teams: 2, Total: 200, Lost: 20, Best: "A"}, {Title: "Ops Run It", Teams: 2, Total: 400, Best: "B"}}
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("%+v", got)
	}
}

// A team that lost much on its first day and nothing since rises past one that did the opposite; who has not played a day yet
// neither rises nor falls.
func TestMoved(t *testing.T) {
	course := func(lost ...game.Pence) (c []game.Gauge) {
		for i, n := range lost {
			c = append(c, game.Gauge{At: begins + game.Minute(i+1)*game.Day, Lost: n})
		}
		return c
	}
	rows := []workshop.BoardRow{
		{Team: 1, Course: course(10_000, 10_000)}, {Team: 2, Course: course(1_000, 90_000)}, {Team: 3, Course: course(5_000, 60_000)}, {Team: 4}, {Team: 5, Course: course(1)},
	}
	if got, want := fmt.Sprint(Moved(rows, begins)), "[2 -2 0 0 0]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

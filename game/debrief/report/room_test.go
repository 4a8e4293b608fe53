package report

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"callout/game"
	"callout/game/debrief"
	"callout/game/predict"
	"callout/game/words"
	"callout/game/workshop/after"
	"callout/levels"
)

// fixtureRoom is the debrief of a room of three teams of those names in which everything is there, and which no change of
// balance can move.
func fixtureRoom(names ...string) *after.Room {
	l := fixtureLevel()
	l.Models = append(l.Models, game.Model{Name: "you-run-it", Title: "You Build It You Run It"})
	r := &after.Room{Played: &after.Played{
		Level: l, Seed: game.SeedFrom(7), Opened: time.Unix(1_772_442_000, 0), Closed: time.Unix(1_772_449_200, 0),
	}}
	for i, name := range names {
		r.Teams = append(r.Teams, fixtureTeam(l, i, name))
		r.Lost += r.Teams[i].Lost
		r.Total += r.Teams[i].Total
		r.Ranked = append(r.Ranked, len(names)-1-i)
	}
	for i := range r.Teams {
		r.Teams[i].Share = shareOf(r.Teams[i].Lost, r.Lost)
	}
	r.Common = fixtureFaults(r)
	common := game.Pence(0)
	for _, f := range r.Common {
		common += f.Pence
	}
	r.Others = after.Others{Faults: 4, Pence: r.Lost - common}
	r.Habits = []after.Habit{
		{Key: "escalate", Title: "asked a team for help", Did: []after.Doing{{Team: 1, Times: 9, First: at(0, 12, 0)}, {Team: 0, Times: 4, First: at(0, 13, 0)}, {Team: 2, Times: 7, First: at(1, 9, 0)}}},
		{Key: "friday", Title: "gave out a deployment on a Friday", Did: []after.Doing{{Team: 0, Times: 1, First: at(4, 16, 40), Pence: 4_870_00}}, Pence: 4_870_00},
		{Key: "rest", Title: "gave somebody a day off"},
	}
	_, marks := fixtureCourse(r.Teams[0].Lost)
	r.Parted = &after.Parted{Best: 2, Worst: 0, Left: 5, Gauges: []after.Apart{
		{Key: "burnout", Turn: 12, From: at(1, 12, 0), Half: at(4, 9, 0), Most: 31, At: at(9, 16, 0)},
		{Key: "lost", Turn: 40, From: at(4, 15, 0), Half: at(8, 11, 0), Most: r.Teams[0].Lost - r.Teams[2].Lost, At: at(11, 17, 0)},
	}, Between: []after.Choice{{Team: 0, Mark: marks[2]}, {Team: 0, Mark: marks[3]}}}
	for _, f := range fixtureFindings() {
		e := after.Effect{Key: f.Key, Title: f.Title, Says: words.Say("after.effect.none", "n", 3)}
		for k, x := range f.Evidence {
			e.Seen = append(e.Seen, k)
			e.Evidence = append(e.Evidence, after.Witness{Team: k, Evidence: x})
			e.Says = words.Say("after.effect.some", "seen", k+1, "n", 3)
		}
		r.Effects = append(r.Effects, e)
	}
	r.Models = []after.UnderModel{
		{Model: 1, Title: l.Models[1].Title, Teams: []int{2}, Lost: r.Teams[2].Lost, Total: r.Teams[2].Total},
		{Model: 0, Title: l.Models[0].Title, Teams: []int{1, 0}, Lost: (r.Teams[0].Lost + r.Teams[1].Lost) / 2, Total: (r.Teams[0].Total + r.Teams[1].Total) / 2},
	}
	r.Predictions = fixture().Predictions
	r.Events = []after.Happened{{
		Event: after.Event{Title: "a disk that fills", Severity: "severe", Brings: []game.Happening{{Kind: game.Fault, App: 1, At: at(3, 11, 0)}}},
		Apps:  []string{"ledger"}, Lost: []game.Pence{9_100_00, 2_000_50, 310_25}, Pence: 11_410_75, Low: 2, High: 0,
	}}
	r.Next = "In 2 of 3 games waiting in inbox and queues cost the most."
	r.Questions = []string{"What did the cheapest team do that you could do on Monday?", "What made that seem right?"}
	r.Ladder = fixture().Ladder
	r.Same = fixtureModels(r.Teams[0].Values)[1:]
	return r
}

// fixtureTeam is the game of the fixture, the cheaper the higher its number is.
func fixtureTeam(l *game.Level, i int, name string) after.Result {
	d := fixture()
	t := after.Result{
		N: i + 1, Name: name, Rank: 3 - i, Turns: 92, At: l.End, Over: true, Won: i == 2, Score: int64(200 + 230*i), Hints: int64(10 * i),
		Medal: debrief.Medal(i + 1), States: d.Result.StateMinutes, Marks: d.Marks, Model: i / 2, Predictions: d.Predictions,
	}
	if i == 1 {
		t.By = "rule"
		t.Predictions = predict.Calibration{}
	}
	for _, v := range d.Result.Values {
		if v.Unit == game.PenceUnit {
			v.N /= int64(i + 1)
		}
		t.Values = append(t.Values, v)
	}
	t.Lost = t.Value("revenue_lost").N
	for _, c := range d.Costs {
		c.Pence /= int64(i + 1)
		t.Costs, t.Total = append(t.Costs, c), t.Total+c.Pence
	}
	t.Course, _ = fixtureCourse(t.Lost)
	return t
}

// fixtureFaults are two faults that all three had.
func fixtureFaults(r *after.Room) []after.Fault {
	incidents := fixtureIncidents(r.Played.Level)
	var list []after.Fault
	for k := range 2 {
		n := &incidents[k]
		f := after.Fault{App: n.App, Name: n.Name, Began: n.Began, Kind: n.Fault, Why: r.Teams[0].Name + " waited longer than " + r.Teams[2].Name + "."}
		for i := range r.Teams {
			b := after.Bill{Team: i, Incident: n.Incident, Minutes: n.Minutes / game.Minute(i+1), Restored: true, Pence: n.Pence / game.Pence(i+1), States: n.States}
			f.Bills, f.Pence = append(f.Bills, b), f.Pence+b.Pence
		}
		if k == 0 {
			f.Low, f.High = &after.Side{Bill: f.Bills[2], Causes: n.Causes[3:]}, &after.Side{Bill: f.Bills[0], Causes: n.Causes}
		}
		list = append(list, f)
	}
	return list
}

func roomText(t tester, r *after.Room, format string) string {
	var b bytes.Buffer
	if err := Room(&b, r, format); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return b.String()
}

// TestRoomGolden compares the debrief of a room in every format and language with what it was when somebody looked at it.
func TestRoomGolden(t *testing.T) {
	for _, language := range words.Languages() {
		t.Run(language, func(t *testing.T) {
			golden(t, filepath.Join("testdata", "room."+language+".md"), speaking(t, language, func() string {
				return roomText(t, fixtureRoom("Aurora", "Bering", "Cassini"), "md")
			}))
		})
	}
	r := fixtureRoom("Aurora", "Bering", "Cassini")
	for _, format := range []string{"html", "json"} {
		golden(t, filepath.Join("testdata", "room."+format), roomText(t, r, format))
	}
	for _, table := range RoomTables() {
		var b bytes.Buffer
		if err := RoomCSV(&b, r, table); err != nil {
			t.Fatal(err)
		}
		golden(t, filepath.Join("testdata", "room-"+table+".csv"), b.String())
	}
}

// roomHarmless writes the debrief of a room whose teams have a hostile name in every format.
func roomHarmless(t tester, name string) {
	r := fixtureRoom(name, name, name)
	r.Played.Ask, r.Next, r.Questions, r.Events[0].Title = []string{name}, name, []string{name}, name
	for i := range r.Common {
		r.Common[i].Name, r.Common[i].Why = name, name
	}
	texts := map[string]string{}
	for _, format := range RoomFormats() {
		texts[format] = roomText(t, r, format)
		for _, c := range strings.NewReplacer("\r\n", "", "\n", "", "\t", "").Replace(texts[format]) {
			if !unicode.IsPrint(c) {
				t.Fatalf("%s has the character %U", format, c)
			}
		}
	}
	samePages(t, readMarkdown(t, texts["md"]), readHTML(t, texts["html"]))
	if !json.Valid([]byte(texts["json"])) {
		t.Error("the JSON cannot be read")
	}
	for _, table := range RoomTables() {
		var b strings.Builder
		if err := RoomCSV(&b, r, table); err != nil {
			t.Fatalf("%s: %v", table, err)
		}
		withoutFormulas(t, table, b.String())
	}
}

// TestRoomOfHostileNames writes rooms whose teams have hostile names.
func TestRoomOfHostileNames(t *testing.T) {
	for i, name := range hostile {
		if testing.Short() && i%5 != 0 {
			continue
		}
		t.Run(fmt.Sprintf("%.20q", name), func(t *testing.T) { roomHarmless(t, name) })
	}
}

// TestRoomsAgree: what is written of rooms that were played says the same in every format, in every language, and its
// tables add up.
func TestRoomsAgree(t *testing.T) {
	l, err := levels.Load("three-teams")
	if err != nil {
		t.Fatal(err)
	}
	for _, teams := range []int{1, 2, 10, 40} {
		if teams > 10 && testing.Short() {
			continue
		}
		p := &after.Played{Level: l, Seed: game.SeedFrom(3)}
		for i := range teams {
			d := played(t, l, []string{"rule", "random", "fifo"}[i%3], 3, i%5 != 4)
			p.Teams = append(p.Teams, after.Team{N: i + 1, Name: words.Say("workshop.name.team", "n", i+1), Turns: d.Turns, Ended: d.Ended, Notes: d.Notes})
		}
		for _, language := range words.Languages() {
			speaking(t, language, func() string {
				r, err := after.Look(context.Background(), p, nil)
				if err != nil {
					t.Fatal(err)
				}
				page := readHTML(t, roomText(t, r, "html"))
				samePages(t, readMarkdown(t, roomText(t, r, "md")), page)
				var j struct {
					Lost  int64 `json:"revenue_lost"`
					Teams []struct {
						Lost int64 `json:"revenue_lost"`
					} `json:"teams"`
					Faults []struct{ Pence int64 } `json:"common_faults"`
					Others struct{ Pence int64 }   `json:"other_faults"`
				}
				if err := json.Unmarshal([]byte(roomText(t, r, "json")), &j); err != nil {
					t.Fatal(err)
				}
				lost, faults := int64(0), j.Others.Pence
				for _, x := range j.Teams {
					lost += x.Lost
				}
				for _, f := range j.Faults {
					faults += f.Pence
				}
				rows := readCSV(t, roomText(t, r, "csv"))
				equal(t, fmt.Sprintf("%d teams, %s: revenue lost", teams, language), j.Lost, lost, faults, total(t, columnOf(t, rows, "revenue_lost_pence")))
				return ""
			})
		}
	}
}

// TestRoomInBrowser looks at the page of a room in a real browser.
func TestRoomInBrowser(t *testing.T) {
	if !long {
		t.Skip("set CALLOUT_LONG=1: it starts a browser")
	}
	for _, c := range []struct {
		name, language string
		teams          []string
	}{
		{"fixture", "en", []string{"Aurora", "Bering", "Cassini"}}, {"German", "de", []string{"Aurora", "Bering", "Cassini"}},
		{"long names", "en", []string{strings.Repeat("long", 6), strings.Repeat("m", 24), strings.Repeat("W", 24)}}, {"markup", "en", []string{hostile[13], hostile[12], hostile[11]}},
	} {
		t.Run(c.name, func(t *testing.T) {
			sights, errors := look(t, speaking(t, c.language, func() string { return roomText(t, fixtureRoom(c.teams...), "html") }))
			for _, e := range errors {
				t.Errorf("the browser complains: %s", e)
			}
			for _, s := range sights {
				if len(s.Asked) > 0 || s.Scroll > s.Width || len(s.Wide) > 0 || s.Small > 0 || s.Drawn < 4 || s.Folded != s.Drawn {
					t.Errorf("at a width of %d it takes %d, for %q; asks for %v; %d charts, %d with a table, %d texts too small", s.Width, s.Scroll, s.Wide, s.Asked, s.Drawn, s.Folded, s.Small)
				}
			}
		})
	}
}

// TestRoomNobodyPlayed: a room without teams is a page all the same.
func TestRoomNobodyPlayed(t *testing.T) {
	r, err := after.Look(context.Background(), &after.Played{Level: fixtureLevel()}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range RoomFormats() {
		if text := roomText(t, r, format); text == "" {
			t.Errorf("%s is empty", format)
		}
	}
	if err := Room(&bytes.Buffer{}, r, "docx"); err == nil || !strings.Contains(err.Error(), "md, html, json, csv") {
		t.Errorf("an unknown format: %v", err)
	}
	if err := RoomCSV(&bytes.Buffer{}, r, "people"); err == nil {
		t.Error("an unknown table was written")
	}
}

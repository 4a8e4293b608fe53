package levels

import (
	"fmt"

	"callout/game"
)

// Spec describes a level to generate. The same Spec gives the same level.
type Spec struct {
	Teams    int    // Delivery teams, each with one application: 1 to 1,000
	Seed     uint64 // another seed, another estate; it has nothing to do with the seed of a game
	Analysts int    // people of Application Operations: 1 to 40
	Days     int    // working days: 1 to 130
	Model    string // a support model's shipped name or a file's path; empty for ops-run-it
}

// Generate makes a level of any size. The error says which number of the Spec is out of its bounds, or what is wrong
// with its model.
func Generate(s Spec) (*game.Level, error) {
	for _, n := range []struct {
		what        string
		value, most int
	}{{"teams", s.Teams, maxTeams}, {"analysts", s.Analysts, len(people)}, {"days", s.Days, maxDays}} {
		if n.value < 1 || n.value > n.most {
			return nil, fmt.Errorf("%s is %d: it must be from 1 to %d", n.what, n.value, n.most)
		}
	}
	f := usualLevel()
	f.Name, f.Title = slug(fmt.Sprintf("estate-%d", s.Teams)), label(fmt.Sprintf("An estate of %d teams", s.Teams))
	f.Lesson = "What one Application Operations can carry depends on how much it has to keep in mind."
	f.Briefing = prose{fmt.Sprintf("%d teams build, %d of you run it. First read what waits.", s.Teams, s.Analysts)}
	f.Days, f.Par = whole(s.Days), money(s.Teams*s.Days)*700_000
	e := usualEstate()
	e.Teams, e.Seed = whole(s.Teams), whole(s.Seed)
	e.Revenue, e.Operability, e.Telemetry = []money{100_000, 4_000_000}, []share{400, 700}, []share{200, 500}
	f.Estate = &e
	for _, name := range people[:s.Analysts] {
		f.Analysts = append(f.Analysts, analystFile{Name: person(name)})
	}
	f.Goals = []goalFile{{Metric: "revenue_lost", AtMost: new(money).write(int64(s.Teams*s.Days) * 250_000)}}
	d := &decoder{file: string(f.Name), scan: &scan{places: map[string]int{"": 0}}}
	l := d.level(&f, s.Model)
	if len(d.problems) > 0 {
		return nil, d.problems.sorted()
	}
	l.Digest = digest(l)
	return l, nil
}

package levels

import (
	"strings"
	"testing"

	"callout/game"
)

// TestDraftsAreRight writes drafts of every size. Each is a level without mistakes, and can be played.
func TestDraftsAreRight(t *testing.T) {
	for teams := 1; teams <= MostDraftTeams; teams++ {
		for _, people := range []int{1, 2, MostDraftPeople} {
			for _, days := range []int{1, 5, MostDraftDays} {
				d := Draft{Name: "mine", Title: "Mine", Lesson: "A lesson.", Teaches: "clues", Teams: teams, People: people, Days: days, Model: "ops-run-it"}
				text, err := d.Write()
				if err != nil {
					t.Fatalf("%+v: %v", d, err)
				}
				l, err := Parse("mine.toml", text, "")
				if err != nil {
					t.Fatal(err)
				}
				if len(l.Teams) != teams || len(l.Analysts) != people {
					t.Errorf("%+v: %d teams, %d people", d, len(l.Teams), len(l.Analysts))
				}
				g := game.New(l, game.SeedFrom(1))
				for !g.Over() {
					g.EndTurn()
				}
			}
		}
	}
}

func TestDraftsSayWhatIsWrong(t *testing.T) {
	right := Draft{Name: "mine", Title: "Mine", Lesson: "A lesson.", Teaches: "clues", Teams: 2, People: 2, Days: 5, Model: "ops-run-it"}
	for says, change := range map[string]func(*Draft){
		"teams is 13":  func(d *Draft) { d.Teams = 13 },
		"people is 0":  func(d *Draft) { d.People = 0 },
		"days is 21":   func(d *Draft) { d.Days = 21 },
		"name must be": func(d *Draft) { d.Name = "two words" },
		"model":        func(d *Draft) { d.Model = "nobody-runs-it" },
		"title":        func(d *Draft) { d.Title = "\x1b[31m" },
	} {
		d := right
		change(&d)
		if _, err := d.Write(); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: the error is %v", says, err)
		}
	}
}

package after

import (
	"sync"
	"testing"

	"callout/game"
	"callout/game/journal"
	"callout/game/policy"
	"callout/game/predict"
	"callout/levels"
)

// played is a room whose teams were played by policies, each with the questions of the game answered, at the same seed.
// A team whose policy has an s behind it stopped after a third of its turns.
func played(t testing.TB, level string, seed uint64, by ...string) *Played {
	t.Helper()
	l, err := levels.Load(level)
	if err != nil {
		t.Fatal(err)
	}
	return playedOn(t, l, seed, by...)
}

func playedOn(t testing.TB, l *game.Level, seed uint64, by ...string) *Played {
	t.Helper()
	p := &Played{
		ID: "0123456789abcdef0123456789abcdef", Code: "K7QM2X", Level: l, Seed: game.SeedFrom(seed), Language: "en",
		Opened: began, Closed: began.Add(hour), Teams: make([]Team, len(by)),
		With: func(m string) (*game.Level, error) { return levels.LoadWithModel(l.Name, m) },
	}
	var wait sync.WaitGroup
	for i := range by {
		wait.Go(func() { p.Teams[i] = playedBy(t, l, p.Seed, i+1, by[i]) })
	}
	wait.Wait()
	return p
}

// names are of teams, and of those who play in them.
var names = []string{"Aurora", "Bering", "Cassini", "Dover", "Esker", "Fjord"}

func playedBy(t testing.TB, l *game.Level, seed game.Seed, n int, by string) Team {
	team := Team{N: n, Name: names[(n-1)%len(names)], Over: began.Add(hour)}
	for k := range 2 {
		team.Seats = append(team.Seats, Seat{N: 2*n - 1 + k, Name: people[(2*n-2+k)%len(people)], Joined: began})
	}
	rule, err := policy.New(by)
	if err != nil {
		t.Error(err)
		return team
	}
	rule.Begin(uint64(n))
	g, v := game.New(l, seed), new(game.View)
	g.View(v)
	book := predict.New(l, v)
	for !g.Over() {
		g.View(v)
		if q := book.Open(); q != nil {
			note, err := book.Answer(n%len(q.Choices), predict.Sure[n%len(predict.Sure)])
			if err != nil {
				t.Error(err)
			}
			team.Notes = append(team.Notes, journal.Note{Turn: team.Ended, At: v.Now, Kind: predict.NoteKind, Text: note})
			team.Said = append(team.Said, began.Add(minute*5))
		}
		var orders []game.Order
		rule.Play(v, func(o game.Order) error {
			err := g.Do(o)
			if err == nil {
				orders = append(orders, o)
			}
			return err
		})
		events := g.EndTurn()
		team.Turns, team.Ended = append(team.Turns, orders), team.Ended+1
		g.View(v)
		book.Turn(v, events)
	}
	team.Turns = append(team.Turns, nil)
	return team
}

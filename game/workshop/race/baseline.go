package race

import (
	"context"
	"fmt"

	"callout/game"
	"callout/game/policy"
	"callout/game/words"
)

// Baseline is what a policy comes to on the demand that all teams had.
type Baseline struct {
	Policy string
	Lost   game.Pence
	Total  game.Pence
	Score  int64
}

// yardsticks are the policies that teams are compared with.
var yardsticks = [...]string{"idle", "rule"}

// Baselines plays the level with the seed up to a minute, once with nothing done and once by the rule of thumb. It takes
// some tens of milliseconds for a fortnight. It is for after the reveal: what it says depends on the seed.
func Baselines(ctx context.Context, l *game.Level, seed game.Seed, until game.Minute) ([]Baseline, error) {
	var list []Baseline
	for _, name := range yardsticks {
		p, err := policy.New(name)
		if err != nil {
			return nil, fmt.Errorf("compare with a policy: %w", err)
		}
		g, v := game.New(l, seed), &game.View{}
		p.Begin(0)
		for !g.Over() && g.Now() < until {
			if err := ctx.Err(); err != nil {
				return nil, fmt.Errorf("compare with a policy: %w", err)
			}
			g.View(v)
			p.Play(v, g.Do)
			g.EndTurn()
		}
		b := Baseline{Policy: name}
		r := g.Result()
		for _, value := range r.Values {
			switch value.Name {
			case "revenue_lost":
				b.Lost = value.N
			case "total_cost":
				b.Total = value.N
			case "score":
				b.Score = value.N
			}
		}
		list = append(list, b)
	}
	return list, nil
}

// Title is the baseline in words.
func (b *Baseline) Title() string { return words.Say("race.baseline." + b.Policy) }

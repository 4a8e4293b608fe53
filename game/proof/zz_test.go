package proof

import (
	"callout/game"
	"fmt"
	"testing"
)

func TestZZ(t *testing.T) {
	for _, pol := range []string{"fifo", "severity", "rule"} {
		for _, n := range []int{2, 4, 6, 7, 8, 9, 10, 12, 14, 16} {
			b := NewBench(40)
			p, err := b.play(Setting{Teams: n, Analysts: 4, Days: 40}.arm(pol))
			if err != nil {
				t.Fatal(err)
			}
			load := mean(func(r *Record) float64 {
				s := 0.0
				for _, a := range r.Last.Analysts {
					s += float64(a.Load)
				}
				return s / float64(len(r.Last.Analysts)) / 1000
			})
			lat := perAppWeek(func(r *Record) float64 {
				n := 0.0
				for _, e := range r.events {
					if e.Kind == game.FaultBegan {
						n++
					}
				}
				return n
			})
			cf := perAppWeek(counted(game.ChangeFault))
			db := perAppWeek(counted(game.DebtCameBack))
			bf := perAppWeek(counted(game.BurstFollowed))
			fmt.Printf("%s n=%d med=%.0f p90=%.0f depl/app/wk=%.2f wait=%.1f queue=%.1f burn=%.0f left=%.1f load=%.2f inc=%.2f fault=%.2f cf=%.2f debt=%.2f burst=%.2f know=%.2f cfr=%.2f batch=%.1f lost/app=%.0fk\n", pol, n, quantile(.5, ttrs(nil))(p), quantile(.9, ttrs(nil))(p), perAppWeek(counted(game.Deployed))(p), metric("deploy_wait_median")(p), metric("queue_mean")(p), metric("burnout_mean")(p), metric("analysts_left")(p), load(p), perAppWeek(func(r *Record) float64 { return float64(len(r.Losses)) })(p), lat(p), cf(p), db(p), bf(p), metric("knowledge_mean")(p), metric("change_failure_rate")(p), metric("batch_mean")(p), metric("revenue_lost")(p)/float64(n)/1e5)
		}
	}
}

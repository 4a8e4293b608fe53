package main

import (
	"fmt"
	"io"
	"text/tabwriter"
	"time"
)

// table writes the results for people.
func table(out io.Writer, p plan, results []result) {
	fmt.Fprintf(out, "%d players, %d more that do not read, %d×%d, a key each %v, %v\n\n", p.Players, p.Stalled, p.Width, p.Height, p.Keys, p.For)
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "server\tjoins s\tkeys\tp50 ms\tp99 ms\tmax ms\tunanswered\tnot in\tthrown out\tsent away\tcores\tbase MB\tkB each\t")
	for _, r := range results {
		cores, base, each := "?", "?", "?"
		if r.Cores >= 0 {
			cores, base, each = fmt.Sprintf("%.2f", r.Cores), fmt.Sprint(r.Base>>20), fmt.Sprint(r.Each>>10)
		}
		fmt.Fprintf(t, "%s\t%.2f\t%d\t%s\t%s\t%s\t%d\t%d\t%d\t%d of %d\t%s\t%s\t%s\t\n", r.Server, r.Joins.Seconds(), r.Keys,
			ms(r.P50), ms(r.P99), ms(r.Max), r.Unanswered, r.Failed, r.Dropped, r.SentAway, p.Stalled, cores, base, each)
	}
	t.Flush()
}

func ms(d time.Duration) string { return fmt.Sprintf("%.2f", float64(d)/float64(time.Millisecond)) }

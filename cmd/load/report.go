package main

import (
	"fmt"
	"io"
	"text/tabwriter"
	"time"
)

// table writes the results for people, a row for each way in.
func table(out io.Writer, p plan, results []result) {
	fmt.Fprintf(out, "%d players by ssh, %d in browsers, %d more of each that do not read, %d×%d, a key each %v, %v\n\n",
		p.Players, p.Browsers, p.Stalled, p.Width, p.Height, p.Keys, p.For)
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "server\tby\tjoins s\tkeys\tp50 ms\tp99 ms\tmax ms\tunanswered\tnot in\tthrown out\tsent away\tcores\tbase MB\tkB each\t")
	for _, r := range results {
		uses := "?\t?\t?"
		if r.Cores >= 0 {
			uses = fmt.Sprintf("%.2f\t%d\t%d", r.Cores, r.Base>>20, r.Each>>10)
		}
		for _, f := range r.Ways {
			fmt.Fprintf(t, "%s\t%s\t%.2f\t%d\t%s\t%s\t%s\t%d\t%d\t%d\t%d of %d\t%s\t\n", r.Server, f.Way, f.Joins.Seconds(), f.Keys,
				ms(f.P50), ms(f.P99), ms(f.Max), f.Unanswered, f.Failed, f.Dropped, f.SentAway, f.Stalled, uses)
			uses = "\t\t" // of the server, whoever came in how
		}
	}
	t.Flush()
}

func ms(d time.Duration) string { return fmt.Sprintf("%.2f", float64(d)/float64(time.Millisecond)) }

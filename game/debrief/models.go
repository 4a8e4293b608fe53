package debrief

import (
	"strings"

	"callout/game"
	"callout/game/words"
	"callout/levels"
)

// comparedMetrics are what the support models are set side by side by: what an outage costs is only half of it.
var comparedMetrics = []string{
	"total_cost", "revenue_lost", "cost_of_delay", "standby_cost", "callout_cost", "team_cost", "set_up_cost",
	"burnout_max", "ttr_median", "incidents", "deploy_wait_median", "protection", "score",
}

// modelTrials are the games under the other support models, under the game's own, and with nothing done, and the rows
// that they fill, in the same order. What cannot be had is said in Missing.
func (d *Debrief) modelTrials() ([]trial, []ModelResult) {
	r := d.Record
	d.Missing = nil
	own := ModelResult{Own: true, Title: words.Say("review.models.own")}
	var trials []trial
	var rows []ModelResult
	add := func(l *game.Level, policy string, row ModelResult) {
		trials, rows = append(trials, trial{level: l, policy: policy}), append(rows, row)
	}
	add(r.Level, "rule", own)
	for _, m := range levels.Models() {
		if r.With == nil {
			d.Missing = append(d.Missing, words.Say("review.models.gone"))
			break
		}
		l, err := r.With(m.Name)
		switch {
		case err != nil:
			d.Missing = append(d.Missing, words.Say("review.models.refused", "model", m.Title, "why", firstLine(err)))
		case l.Digest == r.Level.Digest:
			rows[0].Model, rows[0].Title = m.Name, m.Title
		default:
			add(l, "rule", ModelResult{Model: m.Name, Title: m.Title})
		}
	}
	add(r.Level, "idle", ModelResult{Model: "idle", Title: words.Say("review.models.idle")})
	return trials, rows
}

// contrast fills the rows from the games played for them. The game itself comes first.
func (d *Debrief) contrast(rows []ModelResult, trials []trial) {
	played := ModelResult{Title: words.Say("review.models.played"), Own: true, Played: true}
	played.fill(&d.Result)
	d.Models = append(d.Models[:0], played)
	for i := range rows {
		rows[i].fill(&trials[i].result)
		d.Models = append(d.Models, rows[i])
	}
}

func (m *ModelResult) fill(r *game.Result) {
	m.Total, m.Won = metric(r, "total_cost").N, r.Won
	for _, name := range comparedMetrics {
		m.Values = append(m.Values, metric(r, name))
	}
}

// firstLine is the first line of an error: a level file may have many mistakes.
func firstLine(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return line
}

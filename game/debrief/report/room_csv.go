package report

import (
	"io"
	"strings"

	"callout/game"
	"callout/game/words"
	"callout/game/workshop/after"
)

// roomTables are the tables of a room that CSV can have, the usual one first.
var roomTables = tables[after.Room]{
	{"teams", teamRows},
	{"faults", billRows},
	{"decisions", choiceRows},
	{"effects", effectRows},
	{"course", coursesRows},
	{"events", eventRows},
}

// RoomTables are the names of the tables that CSV can have of a room, the usual one first.
func RoomTables() []string { return roomTables.names() }

// RoomCSV writes one table of the debrief of a room.
func RoomCSV(w io.Writer, r *after.Room, name string) error {
	return roomTables.write(w, r, name, "the debrief of a room")
}

// teamRows have one team each, with every metric.
func teamRows(r *after.Room, add func(...any)) {
	head := []any{"team", "name", "policy", "rank", "over", "won", "turns", "revenue_lost_pence", "total_cost_pence", "share_per_mille", "score", "hint_points", "medal", "support_model"}
	for _, name := range game.MetricNames() {
		head = append(head, "metric_"+name)
	}
	add(head...)
	for i := range r.Teams {
		t := &r.Teams[i]
		cells := []any{t.N, t.Name, t.By, t.Rank, t.Over, t.Won, t.Turns, t.Lost, t.Total, t.Share, t.Score, t.Hints, medalName(t.Medal), r.Played.Level.Models[t.Model].Name}
		for _, name := range game.MetricNames() {
			cells = append(cells, numberOf(t.Value(name)))
		}
		add(cells...)
	}
}

// billRows have one fault at one team each, of the faults that every team had.
func billRows(r *after.Room, add func(...any)) {
	head := []any{"application", "fault", "began", "began_minute", "team", "name", "incident", "restored", "pence", "minutes"}
	for s := range game.IncidentStates {
		head = append(head, s.String()+"_minutes")
	}
	add(head...)
	for i := range r.Common {
		f := &r.Common[i]
		for k := range f.Bills {
			b := &f.Bills[k]
			t := &r.Teams[b.Team]
			cells := []any{f.Name, faultName(f.Kind), words.Date(f.Began), int(f.Began), t.N, t.Name, b.Incident, b.Restored, b.Pence, int(b.Minutes)}
			for _, m := range b.States {
				cells = append(cells, int(m))
			}
			add(cells...)
		}
	}
}

// choiceRows have one decision of one team each.
func choiceRows(r *after.Room, add func(...any)) {
	add("team", "name", "turn", "when", "minute", "kind", "order", "pence", "text")
	for i := range r.Teams {
		t := &r.Teams[i]
		for k := range t.Marks {
			m := &t.Marks[k]
			add(t.N, t.Name, turnOf(m.Turn), words.Date(m.At), int(m.At), m.Kind, m.Order, m.Pence, m.Text)
		}
	}
}

// effectRows have one piece of evidence each; an effect without any has one row all the same.
func effectRows(r *after.Room, add func(...any)) {
	add("key", "effect", "seen_by_teams", "team", "name", "minute", "item", "minutes", "pence", "evidence")
	for i := range r.Effects {
		e := &r.Effects[i]
		for _, x := range e.Evidence {
			add(e.Key, e.Title, len(e.Seen), r.Teams[x.Team].N, r.Teams[x.Team].Name, int(x.At), x.Item, int(x.Minutes), x.Pence, x.Text)
		}
		if len(e.Evidence) == 0 {
			add(e.Key, e.Title, len(e.Seen), "", "", "", "", "", "", "")
		}
	}
}

// coursesRows have one turn of one team each.
func coursesRows(r *after.Room, add func(...any)) {
	add("team", "name", "turn", "ended", "ended_minute", "burnout", "queue", "revenue_lost_pence", "deployed_changes")
	for i := range r.Teams {
		t := &r.Teams[i]
		for n, p := range t.Course {
			add(t.N, t.Name, turnOf(n), words.Date(p.At), int(p.At), p.Burnout, p.Queue, p.Lost, p.Deployed)
		}
	}
}

// eventRows have what one event cost one team each.
func eventRows(r *after.Room, add func(...any)) {
	add("event", "severity", "when", "minute", "applications", "team", "name", "pence")
	for i := range r.Events {
		e := &r.Events[i]
		for k, lost := range e.Lost {
			add(e.Title, e.Severity, words.Date(e.At()), int(e.At()), strings.Join(e.Apps, " "), r.Teams[k].N, r.Teams[k].Name, lost)
		}
	}
}

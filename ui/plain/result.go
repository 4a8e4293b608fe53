package plain

import (
	"bufio"
	"fmt"
	"io"

	"callout/game"
	"callout/game/words"
)

// result tells how the game went.
func (t *table) result() {
	r := t.session.Game.Result()
	writeResult(t.out, t.level, &r, t.session.Events())
}

// Result writes the result of a game as text, with all its events. It is the whole truth, also what Application
// Operations could not know.
func Result(w io.Writer, l *game.Level, r *game.Result, events []game.Event) error {
	out := bufio.NewWriter(w)
	writeResult(out, l, r, events)
	return out.Flush()
}

// dearest is how many losses the result lists.
const dearest = 5

func writeResult(w *bufio.Writer, l *game.Level, r *game.Result, events []game.Event) {
	say := func(format string, args ...any) { fmt.Fprintf(w, format+"\n", args...) }
	say("")
	say("RESULT of %s", l.Title)
	switch {
	case !r.Over:
		say("The game is not over. So far:")
	case r.Won:
		say("You met all goals.")
	default:
		say("You did not meet all goals.")
	}
	for _, g := range r.Goals {
		met := "missed"
		if g.Met {
			met = "met"
		}
		say("  %s: %s. It came to %s.", sentence(met), words.Goal(g), words.GoalValue(g.Metric, g.Current))
	}
	score(say, l, r)
	say("From here on all is told, also what nobody could know during play.")
	course(say, r)
	timeToRestore(say, r)
	availability(say, r)
	deployments(say, r)
	people(say, r)
	losses(say, l, r)
	untold(say, l, events)
}

// score says what the one number means.
func score(say func(string, ...any), l *game.Level, r *game.Result) {
	if s := value(r, "score"); s != "" {
		say("Score: %s. A game that cost nothing scores 1,000, one that cost %s scores 0.", s, words.Money(l.Par))
	}
}

// value is the metric of that name as text, or "" where there is none.
func value(r *game.Result, name string) string {
	for _, v := range r.Values {
		if v.Name == name {
			return words.Value(v)
		}
	}
	return ""
}

// figures writes the named metrics, one a line.
func figures(say func(string, ...any), r *game.Result, names ...string) {
	for _, name := range names {
		if v := value(r, name); v != "" {
			title, _ := words.Metric(name)
			say("  %s: %s.", sentence(title), v)
		}
	}
}

func timeToRestore(say func(string, ...any), r *game.Result) {
	say("TIME TO RESTORE")
	var all int64
	for _, m := range r.StateMinutes {
		all += m
	}
	if all == 0 {
		say("  There was no incident, so no time was lost.")
		return
	}
	figures(say, r, "incidents", "ttr_median", "ttr_p90", "tta_median")
	say("  All incidents together lasted %s. That time was spent:", words.Span(game.Minute(min(all, int64(game.Never-1)))))
	for s := range game.IncidentStates {
		if m := r.StateMinutes[s]; m > 0 {
			say("    %s: %s.", words.IncidentState(s), words.Percent(game.PerMille(m*1000/all)))
		}
	}
}

func availability(say func(string, ...any), r *game.Result) {
	say("AVAILABILITY")
	for i := range r.Applications {
		a := &r.Applications[i]
		met := "target met"
		if a.Availability < a.Target {
			met = "target missed"
		}
		say("  %s: %s, target %s, %s; %s, %s lost.", a.Name,
			words.Availability(a.Availability), words.Availability(a.Target), met,
			words.Count(int64(a.Incidents), "incident", "incidents"), words.Money(a.Lost))
	}
}

func deployments(say func(string, ...any), r *game.Result) {
	say("DEPLOYMENTS")
	figures(say, r, "deployments", "deploy_wait_median", "batch_mean", "change_failure_rate", "cost_of_delay")
	var waiting int32
	for i := range r.Applications {
		waiting += r.Applications[i].Waiting
	}
	say("  %s at the end.", words.Count(int64(waiting), "change still waits", "changes still wait"))
}

func people(say func(string, ...any), r *game.Result) {
	say("PEOPLE")
	for i := range r.People {
		p := &r.People[i]
		if !p.Hired {
			continue
		}
		s := fmt.Sprintf("  %s: burnout %d at the end, %d at worst", p.Name, p.Burnout, p.Worst)
		if p.Callouts > 0 {
			s += ", called out " + words.Count(int64(p.Callouts), "time", "times")
		}
		if p.SickDays > 0 {
			s += ", off sick " + words.Count(int64(p.SickDays), "day", "days")
		}
		if p.Left {
			s += ", resigned"
		}
		say("%s.", s)
	}
}

func losses(say func(string, ...any), l *game.Level, r *game.Result) {
	say("DEAREST LOSSES")
	if len(r.Losses) == 0 {
		say("  None.")
	}
	for i := range min(dearest, len(r.Losses)) {
		loss := &r.Losses[i]
		if loss.Pence == 0 && i > 0 {
			break
		}
		name := "an application"
		if loss.App >= 0 && loss.App < len(l.Applications) {
			name = l.Applications[loss.App].Name
		}
		ended := "not restored at the end"
		until := r.At
		if loss.Restored != game.Never {
			until = loss.Restored
			ended = "restored " + words.Date(until)
		}
		say("  %s: incident %d in %s, began %s, %s, %s long.", words.Money(loss.Pence), loss.Incident, name,
			words.Date(loss.Began), ended, words.Span(until-loss.Began))
		say("    %s", longest(loss))
	}
	figures(say, r, "revenue_lost")
}

// untold tells what happened behind the player's back: what moved without a word, and which alerts were noise.
func untold(say func(string, ...any), l *game.Level, events []game.Event) {
	say("WHAT NOBODY TOLD YOU")
	real, noise := 0, 0
	v := &game.View{}
	for i := range l.Applications {
		v.Apps = append(v.Apps, game.AppView{Name: l.Applications[i].Name})
	}
	for i := range l.Teams {
		v.Teams = append(v.Teams, game.TeamView{Name: l.Teams[i].Name})
	}
	for i := range events {
		switch e := &events[i]; e.Kind {
		case game.IncidentDetected:
			if e.Incident == 0 {
				noise++
			} else {
				real++
			}
		case game.HostMoved, game.OwnerChanged:
			say("  %s: %s", words.Date(e.At), words.Event(v, e))
		}
	}
	say("  Alerts that came from incidents: %d. Alerts that were noise: %d.", real, noise)
}

// longest says where most of an incident's time went.
func longest(loss *game.Loss) string {
	best, all := game.InDetect, game.Minute(0)
	for s := range game.IncidentStates {
		all += loss.States[s]
		if loss.States[s] > loss.States[best] {
			best = s
		}
	}
	if all == 0 {
		return "It lasted less than a minute."
	}
	return fmt.Sprintf("Most of it, %s: %s.", words.Span(loss.States[best]), words.IncidentState(best))
}

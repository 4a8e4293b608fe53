package plain

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"callout/game"
	"callout/ui/words"
)

// result tells how the game went.
func (t *table) result() {
	r := t.session.Game.Result()
	writeResult(t.out, t.level, &r)
}

// Result writes the result of a game as text. It is the whole truth, with what Application Operations could not know.
func Result(w io.Writer, l *game.Level, r *game.Result) error {
	out := bufio.NewWriter(w)
	writeResult(out, l, r)
	return out.Flush()
}

// dearest is how many losses the result lists.
const dearest = 5

func writeResult(w *bufio.Writer, l *game.Level, r *game.Result) {
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
	say("From here on all is told, also what nobody could know during play.")
	course(say, r)
	timeToRestore(say, r)
	availability(say, r)
	deployments(say, r)
	people(say, r)
	losses(say, l, r)
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
	figures(say, r, "incidents", "ttr_median", "ttr_p90", "tta_median")
	var all int64
	for _, m := range r.StateMinutes {
		all += m
	}
	if all == 0 {
		say("  There was no incident, so no time was lost.")
		return
	}
	say("  All incidents together lasted %s. Of every hour of it:", words.Span(game.Minute(min(all, int64(game.Never-1)))))
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
		say("  %s: %s, target %s, %s; %d incidents, %s lost.", a.Name,
			words.Availability(a.Availability), words.Availability(a.Target), met, a.Incidents, words.Money(a.Lost))
	}
}

func deployments(say func(string, ...any), r *game.Result) {
	say("DEPLOYMENTS")
	figures(say, r, "deployments", "deploy_wait_median", "batch_mean", "change_failure_rate", "cost_of_delay")
	var waiting int32
	for i := range r.Applications {
		waiting += r.Applications[i].Waiting
	}
	say("  %d changes still wait at the end.", waiting)
}

func people(say func(string, ...any), r *game.Result) {
	say("PEOPLE")
	for i := range r.People {
		p := &r.People[i]
		s := fmt.Sprintf("  %s: burnout %d at the end, %d at worst", p.Name, p.Burnout, p.Worst)
		if p.Callouts > 0 {
			s += fmt.Sprintf(", called out %d times", p.Callouts)
		}
		if p.SickDays > 0 {
			s += fmt.Sprintf(", off sick %d days", p.SickDays)
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
	figures(say, r, "revenue_lost", "score")
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
	return fmt.Sprintf("Most of it, %s: %s.", words.Span(loss.States[best]), strings.ToLower(words.IncidentState(best)))
}

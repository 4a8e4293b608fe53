package debrief

import "callout/game"

// truth is what the events of a game tell in hindsight: what alerts really were, and who really owned what.
type truth struct {
	alerts []alertTruth // by alert number
	owners []int        // by application, at the turn that has been come to
	began  []origin     // by incident
}

// origin is how an incident began: by itself, or because another one had.
type origin struct {
	event  game.EventID
	app    int
	source int // the application that failed first, or None
}

type alertTruth struct {
	app    int
	real   bool // there was an incident behind it
	source int  // the application that failed first where this one failed because of it, or None
}

func newTruth(l *game.Level) *truth {
	t := &truth{owners: make([]int, len(l.Applications))}
	for i := range l.Applications {
		t.owners[i] = l.Applications[i].Team
	}
	return t
}

// learn takes what a turn's events tell.
func (t *truth) learn(events []game.Event) {
	for i := range events {
		switch e := &events[i]; e.Kind {
		case game.FaultBegan, game.DependencyFailed:
			t.begin(e)
		case game.IncidentDetected:
			for len(t.alerts) <= int(e.Item.N) {
				t.alerts = append(t.alerts, alertTruth{app: game.None, source: game.None})
			}
			truth := alertTruth{app: int(e.App), real: e.Incident != 0, source: game.None}
			if int(e.Incident) < len(t.began) {
				truth.source = t.began[e.Incident].source
			}
			t.alerts[e.Item.N] = truth
		case game.OwnerChanged:
			t.owners[e.App] = int(e.Team)
		}
	}
}

// begin notes an incident, and walks a failed dependency back to what failed first.
func (t *truth) begin(e *game.Event) {
	for len(t.began) <= int(e.Incident) {
		t.began = append(t.began, origin{app: game.None, source: game.None})
	}
	o := origin{event: e.ID, app: int(e.App), source: game.None}
	if e.Kind == game.DependencyFailed {
		for i := range t.began {
			if b := &t.began[i]; b.event != 0 && b.event == e.Causes[0] {
				if o.source = b.source; o.source == game.None {
					o.source = b.app
				}
			}
		}
	}
	t.began[e.Incident] = o
}

// of is the truth about an alert.
func (t *truth) of(item game.Item) alertTruth {
	if item.Kind != game.Alert || int(item.N) >= len(t.alerts) {
		return alertTruth{app: game.None, source: game.None}
	}
	return t.alerts[item.N]
}

// owner is the team that an alert's application belongs to, or None.
func (t *truth) owner(item game.Item) int {
	if app := t.of(item).app; app != game.None {
		return t.owners[app]
	}
	return game.None
}

package debrief

import (
	"cmp"
	"slices"

	"callout/game"
	"callout/game/words"
)

// effects are the article's eight effects of running everything by Operations at scale, in its order.
var effects = []struct {
	key  string
	find func(d *Debrief, h *history, f *Finding)
}{
	{"long-time-to-restore", longTimeToRestore},
	{"knowledge-synchronisation", knowledgeSynchronisation},
	{"no-customer-outcomes", noCustomerOutcomes},
	{"fragile-architecture", fragileArchitecture},
	{"inadequate-telemetry", inadequateTelemetry},
	{"traffic-ignorance", trafficIgnorance},
	{"restricted-collaboration", restrictedCollaboration},
	{"unfair-on-call", unfairOnCall},
}

// most is how much evidence a finding shows.
const most = 12

// findings looks for the eight effects. Each is measured in this game, and seen where the measure passes a threshold
// that its file gives the reason for.
func (d *Debrief) findings(h *history) {
	for _, e := range effects {
		f := Finding{Key: e.key, Title: words.Say("debrief.finding." + e.key + ".title")}
		e.find(d, h, &f)
		d.Findings = append(d.Findings, f)
	}
}

// conclude says whether the effect was seen, and what that was measured by. What nothing shows was not seen.
func (f *Finding) conclude(seen bool, pairs ...any) {
	slices.SortStableFunc(f.Evidence, func(a, b Evidence) int {
		return cmp.Or(cmp.Compare(b.Pence, a.Pence), cmp.Compare(b.Minutes, a.Minutes), cmp.Compare(a.At, b.At))
	})
	f.Seen = seen && len(f.Evidence) > 0
	f.Evidence = f.Evidence[:min(len(f.Evidence), most)]
	how := ".not-seen"
	if f.Seen {
		how = ".seen"
	}
	f.Says = words.Say("debrief.finding."+f.Key+how, pairs...)
}

// metric is a metric of the game in its whole unit, and whether there was anything to measure.
func (d *Debrief) metric(name string) (int64, bool) {
	for _, v := range d.Result.Values {
		if v.Name == name {
			if v.Milli {
				return v.N / 1000, v.Valid
			}
			return v.N, v.Valid
		}
	}
	return 0, false
}

// metricText is a metric as it is read.
func (d *Debrief) metricText(name string) string {
	for _, v := range d.Result.Values {
		if v.Name == name {
			return words.Value(v)
		}
	}
	return name
}

// lost is the revenue lost in the whole game.
func (d *Debrief) lost() game.Pence {
	sum := game.Pence(0)
	for i := range d.Incidents {
		sum += d.Incidents[i].Pence
	}
	return sum
}

// minutes are those of all incidents.
func (d *Debrief) minutes() int64 {
	sum := int64(0)
	for _, m := range d.Result.StateMinutes {
		sum += m
	}
	return sum
}

// part is a of b in thousandths, 0 where there is nothing.
func part(a, b int64) game.PerMille {
	if b <= 0 {
		return 0
	}
	return game.PerMille(a * 1000 / b)
}

// took is the time and the money that went in an incident's steps of the given kinds.
func (n *Incident) took(kinds ...string) (minutes game.Minute, pence game.Pence) {
	for i := range n.Causes {
		if s := &n.Causes[i]; s.Own && slices.Contains(kinds, s.Kind) {
			minutes, pence = minutes+s.Minutes, pence+s.Pence
		}
	}
	return minutes, pence
}

// item is the incident's alert as on screen, or its application where nobody noticed it.
func (n *Incident) item() string {
	if n.Alert == 0 {
		return n.Name
	}
	return game.Item{Kind: game.Alert, N: n.Alert}.String()
}

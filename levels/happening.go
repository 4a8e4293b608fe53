package levels

import (
	"cmp"
	"maps"
	"slices"

	"callout/game"
)

// happeningKinds are the words for what happens, in the order of the constants of package game.
var happeningKinds = []string{"replatform", "reorganise", "campaign", "demand", "fault", "false-alarm"}

// happeningNeeds are the keys that each kind needs, besides at and kind.
var happeningNeeds = [][]string{
	game.Replatform: {"application", "from", "to"},
	game.Reorganise: {"application", "team"},
	game.Campaign:   {"amount", "until"},
	game.Demand:     {"amount", "until"},
	game.Fault:      {"application", "cause", "amount"},
	game.FalseAlarm: {"application"},
}

// causes are the words for what a fault is made of, in the order of the constants of package game.
var causes = []string{"configuration", "data", "infrastructure", "code"}

// happenings compiles the level's timetable, in order of time.
func (c *compiler) happenings() {
	for i := range c.file.Happenings {
		c.level.Happenings = append(c.level.Happenings, c.happening(&c.file.Happenings[i]))
	}
	slices.SortStableFunc(c.level.Happenings, func(a, b game.Happening) int { return cmp.Compare(a.At, b.At) })
}

func (c *compiler) happening(f *happeningFile) game.Happening {
	at := string(f.At)
	h := game.Happening{
		At: c.level.Start, App: game.None, From: game.None, To: game.None,
		Kind: game.HappeningKind(c.choice(at, "kind", f.Kind, happeningKinds)),
	}
	if f.App != "" {
		h.App = c.find(c.apps, "application", join(at, "application"), string(f.App), c.appNames)
	}
	if f.When != nil {
		h.At = game.Minute(*f.When)
	}
	if h.At < c.level.Start {
		c.problem(join(at, "at"), "at is before the start of the level, which is %s: let it happen later", new(moment).write(int64(c.level.Start)))
	}
	if h.At >= c.level.End {
		c.problem(join(at, "at"), "at is after the end of the level, which is %s: let it happen earlier", new(moment).write(int64(c.level.End)))
	}
	if !slices.Contains(happeningKinds, string(f.Kind)) {
		return h
	}
	needs := happeningNeeds[h.Kind]
	for _, key := range []string{"application", "from", "to", "team", "amount", "until", "cause"} {
		there := c.scan.has(join(at, key))
		if slices.Contains(needs, key) && !there {
			c.problem(at, "%s is missing: %s needs it", key, happeningKinds[h.Kind])
		}
		if !slices.Contains(needs, key) && key != "application" && there {
			c.problem(join(at, key), "%s means nothing to %s: remove it", key, happeningKinds[h.Kind])
		}
	}
	if h.Kind == game.Replatform && h.App != game.None && f.From != "" && f.To != "" {
		h.From, h.To = c.host(string(f.From)), c.host(string(f.To))
		if !slices.Contains(c.level.Applications[h.App].Hosts, h.From) && !c.movedTo(h.App, h.From) {
			c.problem(join(at, "from"), "%s does not run on %s: name one of its hosts", shown(string(f.App)), shown(string(f.From)))
		}
		if h.From == h.To {
			c.problem(join(at, "to"), "to is the host it leaves: name another one")
		}
	}
	if h.Kind == game.Reorganise && f.Team != "" {
		h.To = c.find(c.teams, "team", join(at, "team"), string(f.Team), c.teamNames)
	}
	if h.Kind == game.Fault {
		h.To = int(game.ConfigurationFault) + c.choice(at, "cause", f.Cause, causes)
	}
	if f.Amount != nil {
		h.Amount = game.PerMille(*f.Amount)
		if h.Kind == game.Fault && (h.Amount < 1 || h.Amount > 1000) {
			c.problem(join(at, "amount"), "amount is %s: a fault costs more than 0 and at most 1 of the revenue", f.Amount.write(int64(*f.Amount)))
		}
	}
	if f.Until != nil {
		h.Until = game.Minute(*f.Until)
		if h.Until <= h.At {
			c.problem(join(at, "until"), "until is not after at: it would be over before it begins")
		}
	}
	return h
}

// movedTo tells whether an earlier happening of the file moved an application to a host.
func (c *compiler) movedTo(app, host int) bool {
	return slices.ContainsFunc(c.level.Happenings, func(h game.Happening) bool {
		return h.Kind == game.Replatform && h.App == app && h.To == host
	})
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

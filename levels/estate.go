package levels

import (
	"fmt"
	"slices"

	"callout/game"
)

// usualEstate is an estate of whose ranges nothing is said; what is nil is taken from the level's defaults.
func usualEstate() estateFile {
	return estateFile{
		Seed: 1, Hosts: []whole{1, 2}, Shared: 200, Dependencies: []whole{0, 2}, Known: 500,
		Knowledge: []share{200, 600}, JoinEvery: span(game.Day),
	}
}

// generate adds the teams and applications of the level's [estate], each team with one application. They depend on
// the seed of the estate alone, not on the seed of a game.
func (c *compiler) generate() {
	e := c.file.Estate
	if e == nil || e.Teams < 1 {
		return
	}
	at := string(e.At)
	if n := len(c.level.Teams) + int(e.Teams); n > maxTeams {
		c.problem(join(at, "teams"), "teams makes %d together with those named: at most %d are allowed", n, maxTeams)
		return
	}
	if first, last := c.joins(int(e.Teams)-1), new(moment); first >= c.level.End {
		c.problem(join(at, "join_every"), "the last team would join at %s, after the end of the level: let them join faster", last.write(int64(first)))
		return
	}
	g := &generator{compiler: c, dice: dice(uint64(e.Seed)), of: c.file.Defaults}
	if !g.ranges(at) {
		return
	}
	profile := c.profile("defaults.profile", string(g.of.Profile))
	teams, apps := g.dice.names(birds, shades, c.teams), g.dice.names(functions, sides, c.apps)
	for i := range int(e.Teams) {
		g.team(teams(), apps(), profile, c.joins(i))
	}
}

// joins is when the i-th generated team joins: at the start, or on a working day.
func (c *compiler) joins(i int) game.Minute {
	e, at := c.file.Estate, c.level.Start
	if first := int(e.First); first > 0 && i >= first {
		at += game.Minute(int64(i-first+1) * int64(e.JoinEvery))
		for at.Weekday() > 4 {
			at += game.Day
		}
	}
	return at
}

// A generator makes teams and applications.
type generator struct {
	*compiler
	dice dice
	of   traits
	own  []int // hosts made so far, to share
}

// ranges checks the pairs of the estate and fills in those that are missing.
func (g *generator) ranges(at string) bool {
	e, ok := g.file.Estate, true
	pair(g, at, "revenue_per_hour", &e.Revenue, g.of.Revenue, &ok)
	pair(g, at, "operability", &e.Operability, g.of.Operability, &ok)
	pair(g, at, "telemetry", &e.Telemetry, g.of.Telemetry, &ok)
	pair(g, at, "pipeline", &e.Pipeline, g.of.Pipeline, &ok)
	pair(g, at, "changes_per_week", &e.Changes, g.of.Changes, &ok)
	pair(g, at, "hosts", &e.Hosts, 1, &ok)
	pair(g, at, "dependencies", &e.Dependencies, 0, &ok)
	pair(g, at, "knowledge", &e.Knowledge, 0, &ok)
	return ok
}

// pair demands that a range has a least and a most in this order; a missing one is the usual value.
func pair[T ~int64](g *generator, at, key string, p *[]T, usual T, ok *bool) {
	if *p == nil {
		*p = []T{usual, usual}
	}
	if len(*p) != 2 || (*p)[0] > (*p)[1] {
		g.problem(join(at, key), "%s must be the least and the most, such as [a, b] with a not above b", key)
		*ok = false
	}
}

// team adds one team with its application.
func (g *generator) team(team, name string, profile int, joins game.Minute) {
	e, d := g.file.Estate, &g.dice
	i := len(g.level.Applications)
	g.teams[fold(team)], g.apps[fold(name)] = len(g.level.Teams), i
	app := game.Application{
		Name: name, Team: len(g.level.Teams), Profile: profile, Joins: joins,
		Revenue: game.Pence(between(d, e.Revenue)) / 10_000 * 10_000, Target: int32(g.of.Target),
		Operability: game.PerMille(between(d, e.Operability)), Telemetry: game.PerMille(between(d, e.Telemetry)),
		Pipeline:       game.PerMille(between(d, e.Pipeline)),
		ChangesPerWeek: int32(between(d, e.Changes)), ReleaseEvery: game.Minute(g.of.Release),
		FaultsPerWeek: int32(g.of.Faults), NoisePerWeek: int32(g.of.Noise), ChangeValue: game.Pence(g.of.ChangeValue),
		Known:   d.among(1000) < int64(e.Known),
		Version: [2]int32{int32(1 + d.among(12)), int32(d.among(20))},
	}
	app.Model = g.useModel("defaults.model", string(g.of.Model), app.Target, app.Revenue)
	for range between(d, e.Hosts) {
		h := g.pickHost()
		if !slices.Contains(app.Hosts, h) {
			app.Hosts = append(app.Hosts, h)
		}
	}
	for range min(between(d, e.Dependencies), int64(i)) {
		// The older of two is likelier: every estate has a few applications that everything needs.
		if on := int(min(d.among(int64(i)), d.among(int64(i)))); !slices.Contains(app.DependsOn, on) {
			app.DependsOn = append(app.DependsOn, on)
		}
	}
	t := game.Team{Name: team, Goodwill: game.PerMille(400 + 50*d.among(7))}
	if n := int(e.Domains); n > 0 {
		t.Domain = fmt.Sprintf("domain-%d", len(g.level.Teams)%n+1)
	}
	g.level.Teams = append(g.level.Teams, t)
	g.level.Applications = append(g.level.Applications, app)
	g.learned = append(g.learned, game.Known{App: i, Level: game.PerMille(between(d, e.Knowledge))})
}

// pickHost is a host of its own or, by the share that the level says, one that another application has.
func (g *generator) pickHost() int {
	if len(g.own) > 0 && g.dice.among(1000) < int64(g.file.Estate.Shared) {
		return g.own[g.dice.among(int64(len(g.own)))]
	}
	h := g.host(g.freeHost())
	g.own = append(g.own, h)
	return h
}

// freeHost is the name of a host that nobody has named yet. Numbers are scattered: they say nothing about what runs.
func (c *compiler) freeHost() string {
	for n := len(c.level.Hosts); ; n++ {
		name := fmt.Sprintf("lnx-prd-%04d", (n*3571+2017)%9973)
		if n >= 9973 {
			name = fmt.Sprintf("lnx-prd-%d", n+10_000)
		}
		if _, taken := c.hosts[fold(name)]; !taken {
			return name
		}
	}
}

package levels

import (
	"slices"
	"strings"

	"callout/game"
)

// maxTeams is how many Delivery teams a level may have, and how many applications.
const maxTeams = 1000

// usualLevel is a level of which nothing is said yet.
func usualLevel() levelFile {
	return levelFile{
		Start: moment(9 * game.Hour), Turn: span(game.Hour), Night: span(16 * game.Hour), Model: "ops-run-it",
		Defaults: usualTraits(),
	}
}

// usualTraits are what applications have unless the level says otherwise.
func usualTraits() traits {
	return traits{
		Revenue: 500_000, Profile: "shop", Target: 99_900, Operability: 500, Telemetry: 350, Pipeline: 200,
		Changes: 3000, Release: span(game.Week), Faults: 2500, Noise: 10_000, ChangeValue: 50_000, Known: true,
	}
}

// A compiler turns the file's structures into a level: names to indices, and all parts checked against each other.
type compiler struct {
	*decoder
	file  *levelFile
	level *game.Level
	model string // the model for all applications, or empty

	apps, teams, hosts, analysts map[string]int // by folded name
	profiles                     map[string]int // by name, those in use
	shapes                       map[string]game.Profile
	families                     map[string]*family // support models that were read
	used                         map[string]int     // their variants that are in the level
	learned                      []game.Known       // knowledge of generated applications, for one analyst each
}

// level compiles a level file.
func (d *decoder) level(f *levelFile, model string) *game.Level {
	c := &compiler{
		decoder: d, file: f, model: model,
		apps: map[string]int{}, teams: map[string]int{}, hosts: map[string]int{}, analysts: map[string]int{},
		profiles: map[string]int{}, families: map[string]*family{}, used: map[string]int{},
		level: &game.Level{
			Name: string(f.Name), Title: string(f.Title), Lesson: string(f.Lesson), Teaches: string(f.Teaches), Briefing: f.Briefing,
			Start: game.Minute(f.Start), TurnMinutes: game.Minute(f.Turn), NightMinutes: game.Minute(f.Night),
			Par: game.Pence(f.Par), ChangeWeekend: f.Weekends,
		},
	}
	c.end()
	c.constants()
	c.collectShapes()
	if c.model == "" {
		c.family("model", string(f.Model), "") // a mistake in it counts even if no application uses it
	}
	c.collectTeams()
	c.collectApplications()
	c.generate()
	c.mayMoveTo()
	c.dependencies()
	c.collectAnalysts()
	c.happenings()
	for i := range f.Goals {
		if g, ok := d.goal(&f.Goals[i]); ok {
			c.level.Goals = append(c.level.Goals, g)
		}
	}
	return c.level
}

// maxDays is how many working days a level may last.
const maxDays = 130

// end is five o'clock on the last working day. Where the days are missing, nothing is too late.
func (c *compiler) end() {
	day, left := c.level.Start/game.Day, int(c.file.Days)
	if left < 1 {
		left = maxDays
	}
	for ; ; day++ {
		if day%7 < 5 {
			left--
		}
		if left <= 0 && day%7 < 5 {
			break
		}
	}
	c.level.End = day*game.Day + 17*game.Hour
	if c.level.End <= c.level.Start {
		c.problem("start", "start is after 17:00 on the last day: begin earlier, or play more days")
	}
}

// Days is how many working days a level lasts.
func Days(l *game.Level) int {
	n := 0
	for day := l.Start / game.Day; day*game.Day < l.End; day++ {
		if day%7 < 5 {
			n++
		}
	}
	return n
}

// constants are the shipped ones with what the level sets differently.
func (c *compiler) constants() {
	shipped, err := loadBalance()
	if err != nil {
		c.problems = append(c.problems, err.(Problems)...)
		return
	}
	c.level.Balance = shipped
	c.decoder.balance("balance", c.file.Balance, &c.level.Balance, false)
}

// add notes a name at path that must be unique, and returns false where it is not.
func (c *compiler) add(names map[string]int, what, path, name string, n int) bool {
	if name == "" {
		return false
	}
	if _, taken := names[fold(name)]; taken {
		c.problem(path, "there is already %s called %s: names differ in more than case", what, shown(name))
		return false
	}
	names[fold(name)] = n
	return true
}

// find is the index behind a name at path, or game.None.
func (c *compiler) find(names map[string]int, what, path, name string, list func() []string) int {
	if i, ok := names[fold(name)]; ok {
		return i
	}
	if name != "" && !c.full() {
		c.problem(path, "no %s is called %s: %s", what, shown(name), suggestion(name, list()))
	}
	return game.None
}

func (c *compiler) collectTeams() {
	for i := range c.file.Teams {
		t := &c.file.Teams[i]
		c.add(c.teams, "a team", join(string(t.At), "name"), string(t.Name), len(c.level.Teams))
		c.level.Teams = append(c.level.Teams, game.Team{Name: string(t.Name), Domain: string(t.Domain), Goodwill: game.PerMille(t.Goodwill)})
	}
}

func (c *compiler) collectApplications() {
	if len(c.file.Applications) == 0 && c.file.Estate == nil && !c.scan.has("application") && !c.scan.has("estate") {
		c.problem("", "there are no applications: add [[application]] for each, or [estate] to generate them")
	}
	owns := make([]bool, len(c.level.Teams))
	for i := range c.file.Applications {
		f := &c.file.Applications[i]
		at := string(f.At)
		c.add(c.apps, "an application", join(at, "name"), string(f.Name), i)
		app := c.application(f)
		if app.Team != game.None && app.Team < len(owns) {
			owns[app.Team] = true
		}
		c.level.Applications = append(c.level.Applications, app)
	}
	for i, owns := range owns {
		name := string(c.file.Teams[i].Name)
		if !owns && len(c.file.Applications) > 0 && c.teams[fold(name)] == i {
			c.problem(string(c.file.Teams[i].At), "team %s owns no application: give it one, or remove it", shown(name))
		}
	}
}

// application compiles one application, but for its dependencies.
func (c *compiler) application(f *applicationFile) game.Application {
	at := string(f.At)
	app := game.Application{
		Name:    string(f.Name),
		Team:    c.find(c.teams, "team", join(at, "team"), string(f.Team), c.teamNames),
		Revenue: game.Pence(f.Revenue), Target: int32(f.Target),
		Profile:     c.profile(join(at, "profile"), string(f.Profile)),
		Model:       c.useModel(join(at, "model"), string(f.Model), int32(f.Target), game.Pence(f.Revenue)),
		Operability: game.PerMille(f.Operability), Telemetry: game.PerMille(f.Telemetry), Pipeline: game.PerMille(f.Pipeline),
		ChangesPerWeek: int32(f.Changes), ChangesWaiting: int32(f.Waiting), ReleaseEvery: game.Minute(f.Release),
		FaultsPerWeek: int32(f.Faults), NoisePerWeek: int32(f.Noise), ChangeValue: game.Pence(f.ChangeValue),
		Known: f.Known, Version: f.Version, Joins: c.level.Start,
	}
	if f.Joins != nil {
		app.Joins = game.Minute(*f.Joins)
		if app.Joins >= c.level.End {
			c.problem(join(at, "joins"), "joins is after the end of the level, which is %s: join earlier, or play more days", new(moment).write(int64(c.level.End)))
		}
	}
	if len(f.Hosts) == 0 {
		app.Hosts = []int{c.host(c.freeHost())}
	}
	for i, name := range f.Hosts {
		h := c.host(string(name))
		if slices.Contains(app.Hosts, h) {
			c.problem(index(join(at, "hosts"), i), "hosts names %s twice: once is enough", shown(string(name)))
			continue
		}
		app.Hosts = append(app.Hosts, h)
	}
	return app
}

// host is the index of a host, which comes into being when it is first named.
func (c *compiler) host(name string) int {
	if i, ok := c.hosts[fold(name)]; ok {
		return i
	}
	c.hosts[fold(name)] = len(c.level.Hosts)
	c.level.Hosts = append(c.level.Hosts, game.Host{Name: name})
	return len(c.level.Hosts) - 1
}

// dependencies resolves depends_on and refuses circles.
func (c *compiler) dependencies() {
	for i := range c.file.Applications {
		f := &c.file.Applications[i]
		at := join(string(f.At), "depends_on")
		for n, name := range f.DependsOn {
			on := c.find(c.apps, "application", index(at, n), string(name), c.appNames)
			switch {
			case on == game.None:
			case on == i:
				c.problem(index(at, n), "%s depends on itself: remove it", shown(string(name)))
			case slices.Contains(c.level.Applications[i].DependsOn, on):
				c.problem(index(at, n), "depends_on names %s twice: once is enough", shown(string(name)))
			default:
				c.level.Applications[i].DependsOn = append(c.level.Applications[i].DependsOn, on)
			}
		}
	}
	if circle := findCircle(c.level.Applications); len(circle) > 0 {
		var names []string
		for _, i := range append(circle, circle[0]) {
			names = append(names, c.level.Applications[i].Name)
		}
		c.problem(join(index("application", circle[0]), "depends_on"),
			"applications depend on each other in a circle (%s): remove one of these dependencies", strings.Join(names, " → "))
	}
}

// findCircle is the first circle of dependencies, or nothing.
func findCircle(apps []game.Application) []int {
	const unseen, open, done = 0, 1, 2
	state := make([]int, len(apps))
	var trail, circle []int
	var visit func(i int) bool
	visit = func(i int) bool {
		state[i] = open
		trail = append(trail, i)
		for _, on := range apps[i].DependsOn {
			if state[on] == open {
				circle = slices.Clone(trail[slices.Index(trail, on):])
				return true
			}
			if state[on] == unseen && visit(on) {
				return true
			}
		}
		trail = trail[:len(trail)-1]
		state[i] = done
		return false
	}
	for i := range apps {
		if state[i] == unseen && visit(i) {
			return circle
		}
	}
	return nil
}

func (c *compiler) collectAnalysts() {
	for i := range c.file.Analysts {
		f := &c.file.Analysts[i]
		c.add(c.analysts, "an analyst", join(string(f.At), "name"), string(f.Name), i)
		a := game.Analyst{Name: string(f.Name), Reserve: f.Reserve}
		for _, name := range sortedKeys(f.Knows) {
			app := c.find(c.apps, "application", join(join(string(f.At), "knows"), name), name, c.appNames)
			if app == game.None {
				continue
			}
			if slices.ContainsFunc(a.Knows, func(k game.Known) bool { return k.App == app }) {
				c.problem(join(join(string(f.At), "knows"), name), "knows names %s twice: once is enough", shown(name))
				continue
			}
			a.Knows = append(a.Knows, game.Known{App: app, Level: game.PerMille(f.Knows[name])})
		}
		slices.SortFunc(a.Knows, func(x, y game.Known) int { return x.App - y.App })
		if len(a.Knows) > game.KnowledgeSlots {
			c.problem(join(string(f.At), "knows"), "knows names %d applications: one person keeps at most %d in mind", len(a.Knows), game.KnowledgeSlots)
		}
		c.level.Analysts = append(c.level.Analysts, a)
	}
	c.spreadKnowledge()
}

// spreadKnowledge gives what is known of generated applications to one analyst each, in turn, as far as their minds
// reach.
func (c *compiler) spreadKnowledge() {
	for n, k := range c.learned {
		for i := range c.level.Analysts {
			a := &c.level.Analysts[(n+i)%len(c.level.Analysts)]
			if len(a.Knows) < game.KnowledgeSlots && !a.Reserve {
				a.Knows = append(a.Knows, k)
				break
			}
		}
	}
}

func (c *compiler) teamNames() []string {
	var names []string
	for _, t := range c.level.Teams {
		names = append(names, t.Name)
	}
	return names
}

func (c *compiler) appNames() []string {
	var names []string
	for _, a := range c.level.Applications {
		names = append(names, a.Name)
	}
	return names
}

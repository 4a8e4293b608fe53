package game

// Rules is the version of the rules. It is raised with every change that lets the same orders lead to another game.
const Rules = 1

// Game is one game being played. It is not safe for concurrent use; clones are independent.
type Game struct {
	level *Level
	fixed *fixed // derived from the level, shared by all clones
	keys  keys

	now       Minute
	hour      Minute // demand up to here has been drawn
	turn      int32
	turnBegan Minute // when the last turn began: what came since is new to the player
	over      bool
	won       bool
	freed     bool // somebody lost their work without finishing it, and may begin on something else
	paged     bool // something happened that ends a long turn early
	frozen    bool
	standby   int32
	rota      bool // the standby rota still turns by itself
	desks     [maxDesks]desk

	agenda      agenda
	apps        []app
	teams       []team
	hosts       []host
	analysts    []analyst
	incidents   []incident
	alerts      []alert
	requests    []request
	deployments []deployment
	messages    []message

	openAlerts   []int32 // numbers, oldest first
	openRequests []int32
	openMessages []int32

	events  []Event // since the last turn ended
	last    []Event // of the last turn
	eventID EventID
	course  []Gauge // the truth, one per turn
	known   []Pence // of its revenue lost, what was known then
	scratch []int32 // memory for sorting; not part of the state
	chain   uint64  // digest of what has been closed and of the events so far

	ledger   ledger
	queue    queueGauge
	tally    tally
	goals    [maxGoals]goalState
	overtime Minute // longer days until then
	scopeCut bool
	toil     PerMille // share of everybody's time that routine care takes

	trace *Trace // where to note what looking back needs, or nil; not part of the state
}

// fixed is what follows from a level and never changes during play.
type fixed struct {
	dependents  [][]int32    // applications that depend on each
	cumulative  [][169]int64 // per profile: per-mille minutes earned from Monday 00:00 to each hour
	usualFaults [][168]int32 // per profile and hour of the week: factor of faults by traffic
	failure     [maxBatch + 1]int64
	deskOf      [][]int32 // per model and link of its chain: index into Game.desks, or None
}

// New begins a game of level l. The level is only read, so many games may share one.
func New(l *Level, seed Seed) *Game {
	g := new(Game)
	g.Reset(l, seed)
	return g
}

// Reset begins a game of level l anew in the memory that g has. Whoever plays thousands of games saves most of their
// garbage by it.
func (g *Game) Reset(l *Level, seed Seed) {
	old := *g
	*g = Game{
		level: l, fixed: old.fixed, keys: newKeys(seed), now: l.Start, hour: l.Start - l.Start%Hour, standby: None, rota: true,
	}
	if old.level != l {
		g.fixed = newFixed(l)
	}
	g.agenda.heap = old.agenda.heap[:0]
	g.apps = cleared(old.apps, len(l.Applications))
	g.teams = cleared(old.teams, len(l.Teams))
	g.hosts = cleared(old.hosts, len(l.Hosts))
	g.analysts = cleared(old.analysts, len(l.Analysts))
	g.incidents, g.alerts, g.requests = old.incidents[:0], old.alerts[:0], old.requests[:0]
	g.deployments, g.messages, g.course = old.deployments[:0], old.messages[:0], old.course[:0]
	g.known = old.known[:0]
	g.openAlerts, g.openRequests, g.openMessages = old.openAlerts[:0], old.openRequests[:0], old.openMessages[:0]
	g.events, g.last, g.scratch = old.events[:0], old.last[:0], old.scratch
	g.tally.waits, g.tally.acks, g.tally.ttrs = old.tally.waits[:0], old.tally.acks[:0], old.tally.ttrs[:0]
	for i := range g.desks {
		g.desks[i].waiting = old.desks[i].waiting[:0]
	}
	g.setUp()
}

// setUp puts everything where the level has it at the start.
func (g *Game) setUp() {
	l := g.level
	for i := range g.teams {
		g.teams[i] = team{goodwill: l.Teams[i].Goodwill}
	}
	for i := range g.apps {
		g.startApp(int32(i))
	}
	for i := range g.analysts {
		g.startAnalyst(int32(i))
	}
	for i := range l.Happenings {
		g.agenda.push(l.Happenings[i].At, atHappening, int32(i), 0)
	}
	g.turnRota()
	g.runAgenda(g.now)
	g.countToil()
	if g.now.InHours() {
		for k := range g.analysts {
			g.paySalary(int32(k))
		}
		g.agenda.push(g.now.shiftEnd(), atEvening, 0, 0)
	}
	g.last, g.events = g.events, g.last
}

// cleared is s with n empty elements, in its own memory where there is enough.
func cleared[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}

func newFixed(l *Level) *fixed {
	f := &fixed{dependents: make([][]int32, len(l.Applications)), cumulative: make([][169]int64, len(l.Profiles)), usualFaults: make([][168]int32, len(l.Profiles))}
	for i := range l.Applications {
		for _, d := range l.Applications[i].DependsOn {
			f.dependents[d] = append(f.dependents[d], int32(i))
		}
	}
	for i := range l.Profiles {
		for h, share := range l.Profiles[i] {
			f.cumulative[i][h+1] = f.cumulative[i][h] + int64(share)*int64(Hour)
			f.usualFaults[i][h] = l.Balance.TrafficFaults.At(share)
		}
	}
	f.failure = batchFailure(l.Balance.ChangeFailure)
	f.deskOf = findDesks(l.Models)
	return f
}

// Level is the level that is played.
func (g *Game) Level() *Level { return g.level }

// Now is the minute that the game has come to.
func (g *Game) Now() Minute { return g.now }

// Over tells whether the game has ended.
func (g *Game) Over() bool { return g.over }

// Clone is an independent copy that plays on with the same luck.
func (g *Game) Clone() *Game {
	c := new(Game)
	g.CopyTo(c)
	return c
}

// Fork makes c a copy of g with other luck: what is stays as it is, what comes is drawn anew. Looking ahead on forks is
// fair where looking ahead on clones would be foresight.
func (g *Game) Fork(c *Game, luck Seed) {
	g.CopyTo(c)
	c.keys = newKeys(luck)
}

// CopyTo makes c an independent copy of g, reusing the memory that c has.
func (g *Game) CopyTo(c *Game) {
	old := *c
	*c = *g
	c.scratch, c.trace = old.scratch, nil
	c.agenda.heap = append(old.agenda.heap[:0], g.agenda.heap...)
	c.apps = append(old.apps[:0], g.apps...)
	c.teams = append(old.teams[:0], g.teams...)
	c.hosts = append(old.hosts[:0], g.hosts...)
	c.analysts = append(old.analysts[:0], g.analysts...)
	c.incidents = append(old.incidents[:0], g.incidents...)
	c.alerts = append(old.alerts[:0], g.alerts...)
	c.requests = append(old.requests[:0], g.requests...)
	c.deployments = append(old.deployments[:0], g.deployments...)
	c.messages = append(old.messages[:0], g.messages...)
	c.openAlerts = append(old.openAlerts[:0], g.openAlerts...)
	c.openRequests = append(old.openRequests[:0], g.openRequests...)
	c.openMessages = append(old.openMessages[:0], g.openMessages...)
	c.events = append(old.events[:0], g.events...)
	c.course = append(old.course[:0], g.course...)
	c.known = append(old.known[:0], g.known...)
	c.last = append(old.last[:0], g.last...)
	c.tally.copyLists(&old.tally, &g.tally)
	for i := range c.desks {
		c.desks[i].waiting = append(old.desks[i].waiting[:0], g.desks[i].waiting...)
	}
}

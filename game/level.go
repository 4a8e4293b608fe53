package game

// PerMille is a share in thousandths, 0 to 1000.
type PerMille = int32

// Pence is money. It is never a float.
type Pence = int64

// None stands for "no application", "no team" and the like wherever an index is expected.
const None = -1

// A Level is one scenario, compiled: names resolved to indices, shares and money to integers, curves to tables.
// Package levels makes it from files; a Game only reads it, so many games may share one.
type Level struct {
	Name     string // slug, as on the command line
	Title    string
	Lesson   string   // what it teaches, in one sentence
	Teaches  string   // the trait of the policy rule that the lesson is about: without it the level is lost
	Briefing []string // paragraphs shown before play

	Start         Minute // first minute of play
	End           Minute // first minute after play
	TurnMinutes   Minute // length of a turn in hours
	NightMinutes  Minute // longest turn out of hours; a page ends it early
	Applications  []Application
	Teams         []Team
	Hosts         []Host
	Analysts      []Analyst
	Models        []Model // support models in use; Application.Model is an index into it
	Goals         []Goal
	Happenings    []Happening // in order of time
	Profiles      []Profile   // weekly revenue profiles; Application.Profile is an index into it
	Par           Pence       // total cost at which a game scores nothing; the unit of the score
	ChangeWeekend bool        // whether teams finish changes at weekends too

	Balance Balance

	// Digest identifies the level's rules and content, so that a save is only resumed under the level it was made with.
	Digest [32]byte
}

// Profile is the share of peak revenue earned in each hour of the week, Monday 00:00 first.
type Profile [168]PerMille

// Application is what customers use. Indices point into the Level's slices.
type Application struct {
	Name      string
	Team      int // the owner; a reorganisation may change it during play
	Revenue   Pence
	Profile   int
	Target    int32 // availability target in parts per 100,000: 99,900 is 99.9 %
	Model     int   // the support model at the start; moving it is an order
	Hosts     []int
	DependsOn []int

	Operability PerMille // at the start
	Telemetry   PerMille // at the start
	Pipeline    PerMille // how much of a deployment is automated

	ChangesPerWeek int32  // thousandths of a change finished per week
	ChangesWaiting int32  // changes finished and not deployed at the start
	ReleaseEvery   Minute // a release candidate is asked for this often, if there are changes
	FaultsPerWeek  int32  // thousandths of a latent fault per week at operability 0 and full traffic
	NoisePerWeek   int32  // thousandths of a noise alert per week at telemetry 0
	ChangeValue    Pence  // cost of delay of one finished, undeployed change per week

	Joins   Minute   // when it goes live; Start or earlier for those there from the beginning
	Known   bool     // whether hosts and owner are in the catalogue at the start
	Version [2]int32 // major and minor of what is live at the start
}

// Team is a Delivery team.
type Team struct {
	Name     string
	Domain   string   // teams of one domain may share a standby rota; empty for a domain of its own
	Goodwill PerMille // at the start
}

// Host runs one application or several.
type Host struct{ Name string }

// Analyst is one person of Application Operations.
type Analyst struct {
	Name    string
	Knows   []Known // knowledge at the start; at most KnowledgeSlots applications
	Reserve bool    // not here: management may offer to hire them when a goal is in danger
}

// Known is knowledge of one application, 0 to 1000.
type Known struct {
	App   int
	Level PerMille
}

// HappeningKind is what a Happening does.
type HappeningKind uint8

// What can happen by the level's own timetable.
const (
	Replatform HappeningKind = iota // App moves from host From to host To, without telling anybody
	Reorganise                      // App goes to team To, without telling anybody
	Campaign                        // App (or all, with None) earns Amount per mille of its usual revenue until Until
	Demand                          // App (or all, with None) finishes Amount per mille of its usual changes until Until
	Fault                           // App suffers a fault of kind To (a FaultKind) and impact Amount per mille
	FalseAlarm                      // App's monitors raise an alert with nothing behind it
)

// Happening is something that happens at a set minute whatever the player does.
type Happening struct {
	At       Minute
	Kind     HappeningKind
	App      int
	From, To int
	Amount   PerMille
	Until    Minute
	Known    Minute `digest:"omitzero" json:",omitempty"` // since when it is in the calendar; 0 for always
}

// Goal is one number to keep to.
type Goal struct {
	Metric string // a metric's name (design, section 9)
	AtMost bool   // the value is a ceiling, otherwise a floor
	Value  int64  // in the metric's own integer unit (see Metrics)
}

// AppIndex is the index of the application called name, or None.
func (l *Level) AppIndex(name string) int {
	for i := range l.Applications {
		if l.Applications[i].Name == name {
			return i
		}
	}
	return None
}

// TeamIndex is the index of the Delivery team called name, or None.
func (l *Level) TeamIndex(name string) int {
	for i := range l.Teams {
		if l.Teams[i].Name == name {
			return i
		}
	}
	return None
}

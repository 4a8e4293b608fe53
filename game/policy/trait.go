package policy

import "slices"

// A trait is a habit of the policy rule that a level may teach. What a level teaches is told to without-lesson by the
// trait's name, so that it plays as rule does in all but this.
type trait uint16

const (
	reads trait = 1 << iota
	linksByClues
	asksOwners
	learns
	tunes
	rests
	freezes
	deploysEarly
	moves
	enables
	renegotiates
)

// traitNames are the names of traits as level files have them, in the order of the constants, and what each does.
var traitNames = [...]Trait{
	{"read", "reads requests and messages, so that they are in the plan"},
	{"clues", "links an alert to the application that the clues point to"},
	{"owner", "asks the team that owns an application, early when nobody here gets to it soon"},
	{"knowledge", "spends quiet hours on synchronisation sessions and runbooks"},
	{"tune", "spends quiet hours on alerts that cry wolf"},
	{"rest", "lets the burned-out rest and puts the freshest on standby"},
	{"freeze", "begins no deployment while a campaign is on or about to begin"},
	{"small", "deploys as soon as it may, in the order that teams wish for"},
	{"move", "moves applications to the support model that fits what an hour's outage costs"},
	{"enable", "adds telemetry and holds chaos days where teams run what they build"},
	{"renegotiate", "takes people, or longer days, when management offers them"},
}

// Trait is what a level may teach: the name as in its file, and what the policy rule does by it.
type Trait struct{ Name, What string }

// Traits lists what a level may teach.
func Traits() []Trait { return slices.Clone(traitNames[:]) }

// traitOf is the trait of that name; none where there is no such trait.
func traitOf(name string) trait {
	for i := range traitNames {
		if traitNames[i].Name == name {
			return 1 << i
		}
	}
	return 0
}

// A Pupil is a policy that plays a level according to what the level teaches. It is told so before a game begins.
type Pupil interface {
	Policy
	// Learn tells the trait that the next game's level teaches; empty where it teaches none.
	Learn(trait string)
}

// pupil plays by all rules of thumb except the one that the level is about.
type pupil struct{ *rule }

func (p pupil) Learn(name string) { p.rule.without = traitOf(name) }

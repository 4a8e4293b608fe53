package policy

import (
	"fmt"
	"strings"

	"callout/game"
)

// A Policy plays games, one after the other. It keeps memory from game to game only to reuse it; it is not safe for
// concurrent use.
type Policy interface {
	// Name is the policy's name as New takes it.
	Name() string
	// Begin forgets the last game. The number is that of the next game and keys the policy's own chance.
	Begin(number uint64)
	// Play gives the orders of one turn. The view is that of the turn's beginning; give returns the game's error
	// for an order that it refuses.
	Play(v *game.View, give Give)
}

// A Foreseer is a policy that also plays on from copies of the game, which no person can: a copy holds the truth and the
// luck that is to come. It bounds what play can reach; it is no opponent.
type Foreseer interface {
	Policy
	// Foresee is called after Begin with a function that copies the game as it stands.
	Foresee(copyTo func(*game.Game))
}

// Give gives one order to the game.
type Give func(game.Order) error

// makers are the policies, from the least able to the most.
var makers = []struct {
	name string
	make func() Policy
}{
	{"idle", func() Policy { return idle{} }},
	{"random", func() Policy { return &random{} }},
	{"fifo", func() Policy { return &queue{name: "fifo"} }},
	{"severity", func() Policy { return &queue{name: "severity", pagesFirst: true} }},
	{"rule", func() Policy { return newRule("rule", byClues) }},
	{"rule-guess", func() Policy { return newRule("rule-guess", byGuess) }},
	{"rule-nolink", func() Policy { return newRule("rule-nolink", never) }},
	{"without-lesson", func() Policy { return pupil{newRule("without-lesson", byClues)} }},
	{"lesson", func() Policy { return newRule("lesson", byClues) }},
	{"lookahead", func() Policy {
		return &lookahead{rule: newRule("lookahead", byClues), inner: newRule("lookahead", byClues)}
	}},
}

// Names are the names that New takes, from the least able policy to the most.
func Names() []string {
	names := make([]string, len(makers))
	for i := range makers {
		names[i] = makers[i].name
	}
	return names
}

// New makes the policy of that name.
func New(name string) (Policy, error) {
	for i := range makers {
		if makers[i].name == name {
			return makers[i].make(), nil
		}
	}
	return nil, fmt.Errorf("no policy is called %.40q: use one of %s, or exec:PROGRAM", name, strings.Join(Names(), ", "))
}

package workshop

import (
	"slices"

	"callout/game"
	"callout/game/words"
)

// The levers, in the order in which a workshop opens them. Each is a group of orders, and every order is in exactly one.
const (
	TriageLever      Lever = "triage"      // what reaches you: read, tell whose it is, give it to people, ask for help
	DeploymentsLever Lever = "deployments" // what changes: deploy, roll back, freeze
	PeopleLever      Lever = "people"      // who works when: rest, standby, and what management offers
	ImprovementLever Lever = "improvement" // what makes tomorrow quieter: knowledge, runbooks, alerts, telemetry, chaos days
	ModelLever       Lever = "model"       // who runs it: move applications to other support models
)

// levers are the orders of each lever.
var levers = []struct {
	name   Lever
	orders []game.OrderKind
}{
	{TriageLever, []game.OrderKind{
		game.Read, game.Link, game.Dismiss, game.Assign, game.Workaround, game.Escalate, game.First, game.Drop,
	}},
	{DeploymentsLever, []game.OrderKind{game.Deploy, game.RollBack, game.Freeze}},
	{PeopleLever, []game.OrderKind{game.Rest, game.OnStandby, game.Duty, game.Answer}},
	{ImprovementLever, []game.OrderKind{game.Sync, game.Runbook, game.Tune, game.Instrument, game.Chaos}},
	{ModelLever, []game.OrderKind{game.Move}},
}

// AllLevers are the levers there are, in the order in which a workshop opens them.
func AllLevers() []Lever {
	var all []Lever
	for _, l := range levers {
		all = append(all, l.name)
	}
	return all
}

// LeverOf is the lever to which orders of a kind belong, empty for what is no order.
func LeverOf(kind game.OrderKind) Lever {
	for _, l := range levers {
		if slices.Contains(l.orders, kind) {
			return l.name
		}
	}
	return ""
}

// Orders are the kinds of order that a lever opens, none where there is no such lever.
func (l Lever) Orders() []game.OrderKind {
	for _, known := range levers {
		if known.name == l {
			return slices.Clone(known.orders)
		}
	}
	return nil
}

// Title is a lever's name as people read it, such as "deployments".
func (l Lever) Title() string { return words.Say("lever.title." + string(l)) }

// About says in a few words what a lever opens.
func (l Lever) About() string { return words.Say("lever.about." + string(l)) }

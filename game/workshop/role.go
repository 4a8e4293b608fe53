package workshop

import (
	"slices"

	"callout/game"
)

// AllRoles are the roles, in the order in which the seats of a team get them.
func AllRoles() []Role { return []Role{DutyManager, Analysts, OpsBridge} }

// RoleOf is the role to which orders of a kind belong.
func RoleOf(kind game.OrderKind) Role {
	switch kind {
	case game.Read, game.Link, game.Dismiss:
		return OpsBridge
	case game.Rest, game.OnStandby, game.Duty, game.Freeze, game.Answer, game.Move:
		return DutyManager
	}
	return Analysts
}

// holds tells whether a seat of the team that is not removed has a role.
func (s *State) holds(team int, role Role) bool {
	return slices.ContainsFunc(s.seats, func(p *Seat) bool { return p.Team == team && p.Role == role && !p.Removed })
}

// mayDecide tells whether a seat may do what belongs to a role in its team's game. Without roles the driver does everything.
// With roles each does their own, and the driver what is nobody's, so that no order is out of reach.
func (s *State) mayDecide(seat *Seat, role Role) bool {
	if s.opening.Script.Roles && s.holds(seat.Team, role) {
		return seat.Role == role
	}
	return s.teams[seat.Team-1].driver == seat.N
}

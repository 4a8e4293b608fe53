package round

import (
	"callout/game"
	"callout/game/words"
	"callout/game/workshop"
	"callout/game/workshop/lead"
)

// Holds tells whether somebody at the player's team has a role.
func (h *Here) Holds(r workshop.Role) bool { return h.Picture.Holds(h.Own().Team, r) }

// May tells whether what belongs to a role is the player's to do.
func (h *Here) May(r workshop.Role) bool { return h.Picture.May(h.Own(), r) }

// Complete tells whether somebody at the player's team has each role, so that nothing is left for whoever drives.
func (h *Here) Complete() bool {
	for _, r := range workshop.AllRoles() {
		if !h.Holds(r) {
			return false
		}
	}
	return true
}

// Ends is the name of whoever ends the team's turns, or empty.
func (h *Here) Ends() string {
	for _, s := range h.Picture.Seats {
		if s.Team == h.Own().Team && h.Picture.May(s, workshop.DutyManager) {
			return s.Name
		}
	}
	return ""
}

// Follows says who ends the turns, or says that the team is ready for it, in a few words; empty where that is the player.
func (h *Here) Follows() string {
	r := h.Round()
	switch {
	case h.Team().Policy != "":
		return h.policy()
	case h.May(workshop.DutyManager):
		return ""
	case r != nil && r.Pace == workshop.Together:
		return words.Say("room.speaks", "who", h.Ends())
	}
	return words.Say("room.ends", "who", h.Ends())
}

// policy says that a policy plays for the team.
func (h *Here) policy() string {
	return words.Say("room.policy", "name", lead.PolicyTitle(h.Team().Policy))
}

// Shut tells whether nobody may give an order of that kind now.
func (h *Here) Shut(kind game.OrderKind) bool { return !h.Picture.Open[workshop.LeverOf(kind)] }

// Closed is why the player cannot give an order of that kind now, in a few words; empty where it can be given.
func (h *Here) Closed(kind game.OrderKind) string {
	role := workshop.RoleOf(kind)
	switch {
	case h.Shut(kind):
		if n := h.Opens(workshop.LeverOf(kind)); n > 0 {
			return words.Say("room.opens", "n", n)
		}
		return words.Say("room.closed")
	case h.Team().Policy != "":
		return h.policy()
	case h.May(role):
		return ""
	case h.Holds(role):
		return words.Say("room.role." + string(role))
	}
	return words.Say("room.driver", "who", h.Driver())
}

// Whose says in a sentence to which other role of the team an order belongs that could be given now; empty where it belongs to
// none.
func (h *Here) Whose(kind game.OrderKind) string {
	role := workshop.RoleOf(kind)
	if h.Shut(kind) || !h.Holds(role) || h.May(role) {
		return ""
	}
	return words.Say("workshop.refuse.role." + string(role))
}

// Undoes tells whether the player may take back the last order of the turn.
func (h *Here) Undoes() bool {
	t := h.Team()
	if t.Ended >= len(t.Orders) || len(t.Orders[t.Ended]) == 0 {
		return false
	}
	given := t.Orders[t.Ended]
	return h.May(workshop.RoleOf(given[len(given)-1].Kind))
}

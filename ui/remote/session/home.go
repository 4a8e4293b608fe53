package session

import (
	"callout/game/words"
	"callout/ui/remote"
)

// home tells a player how to take the debrief home: by the link of their page, at an address of the web server, or from the
// facilitator where there is none. The code is that of the seat; it is empty for who came back by a key.
func (h *house) home(c remote.Caller, code string) string {
	web := h.Invite.Web
	switch {
	case code != "" && c.Home != nil:
		return words.Say("seat.home.link", "link", words.Say("web.home"))
	case web == "":
		return words.Say("seat.home.ask")
	case code == "":
		return words.Say("seat.home.code", "address", web+remote.HomeOf(""))
	}
	return words.Say("seat.home.address", "address", web+remote.HomeOf(code))
}

// leadHome has the caller's page lead to the debrief, where it has one.
func (s *Session) leadHome(code string) {
	if s.caller.Home != nil && code != "" {
		s.caller.Home("/" + remote.HomeOf(code))
	}
}

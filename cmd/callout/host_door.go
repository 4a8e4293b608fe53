package main

import (
	"callout/ui/remote"
	"callout/ui/remote/session"
)

// door leads everybody who calls into the workshops.
func (h *host) door() remote.Door { return session.Door(session.Options{Hub: h.hub}) }

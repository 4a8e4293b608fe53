package main

import (
	"context"
	"sync"

	tea "github.com/charmbracelet/bubbletea"

	"callout/ui/remote"
	"callout/ui/remote/invite"
	"callout/ui/remote/session"
)

// door leads everybody who calls into the workshops. The card is complete when the first one does.
func (h *host) door(card *invite.Card) remote.Door {
	open := sync.OnceValue(func() remote.Door {
		return session.Door(session.Options{Hub: h.hub, Invite: invitation(*card)})
	})
	return func(ctx context.Context, c remote.Caller) (tea.Model, error) { return open()(ctx, c) }
}

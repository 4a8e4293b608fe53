package main

import (
	"context"
	"net/http"

	"callout/ui/remote/web"
	"callout/ui/remote/web/webclient"
)

// browser is a link by HTTP, with connections of its own as a browser has them: one for what is shown, one for keys.
type browser struct {
	client *webclient.Client
	http   *http.Client
	ctx    context.Context
	end    context.CancelFunc
}

// dialBrowser begins a session.
func dialBrowser(ctx context.Context, s *served, p plan, v *valve) (link, error) {
	b := &browser{http: &http.Client{Transport: &http.Transport{DialContext: v.dial}}}
	b.ctx, b.end = context.WithCancel(context.WithoutCancel(ctx))
	opening, done := context.WithTimeout(b.ctx, entering)
	defer done()
	var err error
	b.client, err = webclient.Open(opening, b.http, s.web, web.Beginning{Kind: "screen", Width: p.Width, Height: p.Height, Code: s.user})
	if err != nil {
		b.close()
		return nil, err
	}
	return b, nil
}

func (b *browser) give(keys string) error {
	ctx, done := context.WithTimeout(b.ctx, patience)
	defer done()
	return b.client.Type(ctx, keys)
}

// follow lets hear have frames as they come: what is waited for stands in their JSON as it does on the screen.
func (b *browser) follow(hear func([]byte)) {
	b.client.Stream(b.ctx, func(e webclient.Event) bool {
		hear(e.Data)
		return true
	})
}

func (b *browser) close() {
	b.end()
	b.http.CloseIdleConnections()
}

package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/url"
	"os"
	"runtime/debug"
	"strings"
	"time"

	"callout/game/words"
	"callout/game/workshop"
	"callout/game/workshop/home"
	"callout/game/workshop/store"
	"callout/ui/remote/invite"
	"callout/ui/saves"
)

// graceTime is how long everything may take to end.
const graceTime = 8 * time.Second

// host is a server at work.
type host struct {
	*hosting
	terminal
	opened
	log     *slog.Logger
	measure *measure
	limits  []any // in force, for the log
	hub     *workshop.Hub
	kept    workshop.Store
	shelf   *home.Shelf // of the players' debriefs
	places  []place
	leaders map[string]bool // fingerprints of keys whose owners lead
}

// place is where people come in.
type place struct {
	name     string
	listener net.Listener
	serve    func(context.Context, net.Listener) error
}

// run serves workshops until ctx is over, or the person at the terminal stops it.
func (h *hosting) run(ctx context.Context, t terminal) (err error) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(30) // a room is short of memory before it is short of processor time
	}
	screen := t.capable()
	log, closeLog, err := h.logger(t, screen)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, closeLog()) }()
	s := &host{hosting: h, terminal: t, log: log, measure: newMeasure()}
	if s.kept, err = store.Open(ctx, h.store); err != nil {
		return fmt.Errorf("open the store: %w", err)
	}
	defer func() { err = errors.Join(err, s.kept.Close()) }()
	s.kept = &countedStore{s.kept, s.measure}
	running := context.WithoutCancel(ctx) // what runs ends in its own order
	if s.hub, err = workshop.NewHub(running, workshop.Options{Store: s.kept, Load: saves.Load, Log: log, Meter: s.measure}); err != nil {
		return err
	}
	s.measure.rooms(s.hub)
	card, err := s.prepare(ctx)
	if err == nil {
		err = s.serve(ctx, card, screen)
	}
	ending, stop := context.WithTimeout(running, graceTime)
	defer stop()
	return errors.Join(err, s.hub.Close(ending, words.Say("host.stopped")))
}

// prepare opens the workshop and the doors, and says how to get in.
func (h *host) prepare(ctx context.Context) (card invite.Card, err error) {
	if h.leaders, err = facilitatorKeys(h.facilitators); err != nil {
		return card, err
	}
	if h.opened, err = h.open(ctx, h.hub, h.kept); err != nil {
		return card, err
	}
	p := h.chair.Room().Picture()
	card = invite.Card{
		Title: p.Title, Script: p.Script.Title, Code: p.Code, Token: h.token, Commitment: p.Commitment, Kept: where(h.store),
	}
	if !h.since.IsZero() {
		card.Since = h.since.Format("2006-01-02 15:04")
	}
	for _, t := range p.Teams {
		if p.Rehearsal && t.Policy != "" {
			card.Programs++
		}
	}
	if err := h.listen(&card); err != nil {
		for _, l := range h.places {
			err = errors.Join(err, l.listener.Close())
		}
		return card, err
	}
	return card, nil
}

// serve lets people in until ctx is over, the person at the terminal stops it, or a server fails.
func (h *host) serve(ctx context.Context, card invite.Card, screen bool) error {
	serving, stop := context.WithCancelCause(context.WithoutCancel(ctx))
	ended := make(chan error, len(h.places))
	for _, p := range h.places {
		go func() {
			err := p.serve(serving, p.listener)
			if err != nil {
				err = fmt.Errorf("%s: %w", p.name, err)
			}
			ended <- err
		}()
		h.log.Info("serving", "what", p.name, "at", p.listener.Addr().String())
	}
	h.log.Info("limits", h.limits...)
	face, unface := context.WithCancel(ctx)
	defer unface()
	left := make(chan error, 1)
	go func() { left <- h.face(face, card, screen) }()
	var err error
	over := 0
	select {
	case <-ctx.Done():
	case err = <-left:
		left <- nil
	case err = <-ended:
		over++
	}
	unface()
	err = errors.Join(err, <-left)
	stop(errors.New(words.Say("host.stopped")))
	for ; over < len(h.places); over++ {
		err = errors.Join(err, <-ended)
	}
	if p := h.chair.Room().Picture(); !p.Over {
		h.note("%s", words.Say("host.again", "code", workshop.ShowCode(p.Code)))
	}
	return err
}

// where is where workshops are kept, as people are told: without a password.
func where(at string) string {
	if at == "" {
		return store.File()
	}
	if !strings.Contains(at, "://") {
		return at
	}
	u, err := url.Parse(at)
	if err != nil {
		return words.Say("host.database")
	}
	u.RawQuery = ""
	return u.Redacted()
}

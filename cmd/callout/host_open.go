package main

import (
	"context"
	"fmt"
	"time"

	"callout/game/workshop"
)

// opened is a workshop that is led from here.
type opened struct {
	chair *workshop.Chair
	token string    // empty where it goes on
	since time.Time // when it was opened, where it goes on
}

// open goes on with the newest workshop that is not over, or begins one.
func (h *hosting) open(ctx context.Context, hub *workshop.Hub, kept workshop.Store) (opened, error) {
	if !h.fresh {
		o, found, err := h.goOn(ctx, hub, kept)
		if found || err != nil {
			return o, err
		}
	}
	plan, err := h.plan()
	if err != nil {
		return opened{}, err
	}
	chair, keys, err := hub.Open(ctx, plan)
	return opened{chair: chair, token: keys.Token}, err
}

// goOn finds the newest workshop that is not over: a rehearsal where one is wanted, and none where it is not.
func (h *hosting) goOn(ctx context.Context, hub *workshop.Hub, kept workshop.Store) (opened, bool, error) {
	rooms := hub.Rooms()
	for i := len(rooms) - 1; i >= 0; i-- {
		p := rooms[i].Picture()
		if p.Over || p.Rehearsal != (h.rehearse > 0) {
			continue
		}
		if err := h.same(p); err != nil {
			return opened{}, false, err
		}
		o := opened{chair: hub.Own(rooms[i])}
		list, err := kept.Workshops(ctx)
		for _, w := range list {
			if w.ID == rooms[i].ID() {
				o.since = time.UnixMilli(w.Opened)
			}
		}
		return o, true, err
	}
	return opened{}, false, nil
}

// same tells whether an unfinished workshop is what was asked for by flags.
func (h *hosting) same(p *workshop.Picture) error {
	if !h.given("script") && !h.given("level") {
		return nil
	}
	plan, err := h.plan()
	if err != nil {
		return err
	}
	for _, c := range []struct{ flag, asked, is string }{{"script", plan.Script.Name, p.Script.Name}, {"level", plan.Level, p.Level.Name}} {
		if h.given(c.flag) && c.asked != c.is {
			return fmt.Errorf("the workshop %s is not finished and has --%s %s: leave the flag out to go on with it, or begin another with --new",
				workshop.ShowCode(p.Code), c.flag, c.is)
		}
	}
	return nil
}

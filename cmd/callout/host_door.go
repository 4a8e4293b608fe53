package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"strings"
	"sync"

	tea "github.com/charmbracelet/bubbletea"

	"callout/game/words"
	"callout/game/workshop/home"
	"callout/game/workshop/lead"
	"callout/ui/remote"
	"callout/ui/remote/invite"
	"callout/ui/remote/session"
	"callout/ui/remote/ssh"
	"callout/ui/remote/web"
)

// leader is the name with which whoever has a facilitator's key logs in to lead. The key alone does not say whether they
// want to lead or to play.
const leader = "facilitator"

// door leads everybody who calls into the workshops, with a screen and line by line. The card is complete when the first one does.
func (h *host) door(card *invite.Card) (remote.Door, remote.PlainDoor) {
	rooms := sync.OnceValue(func() session.Options { return h.rooms(*card) })
	open := sync.OnceValues(func() (remote.Door, remote.PlainDoor) { return session.Doors(rooms()) })
	leads := func(c remote.Caller) bool { return h.leaders[c.Key] && strings.EqualFold(c.User, leader) }
	screens := func(ctx context.Context, c remote.Caller) (tea.Model, error) {
		if leads(c) {
			return session.Led(ctx, rooms(), c, h.chair), nil
		}
		door, _ := open()
		return door(ctx, c)
	}
	lines := func(ctx context.Context, c remote.Caller, in io.Reader, out io.Writer) error {
		if leads(c) {
			_, err := fmt.Fprintln(out, words.Say("room.line.token"))
			return err
		}
		_, door := open()
		return door(ctx, c, in, out)
	}
	return screens, lines
}

// rooms are what the door leads to.
func (h *host) rooms(card invite.Card) session.Options {
	return session.Options{Hub: h.hub, Shelf: h.shelf, Invite: invitation(card)}
}

// listen opens the doors.
func (h *host) listen(card *invite.Card) error {
	h.shelf = home.NewShelf(h.hub)
	door, lines := h.door(card)
	if h.ssh != "" {
		path := h.key
		if path == "" {
			path = hostKeyFile()
		}
		key, err := ssh.HostKey(path)
		if err != nil {
			return err
		}
		l, err := listen("ssh", h.ssh)
		if err != nil {
			return err
		}
		server := ssh.New(ssh.Options{Door: door, Plain: lines, Key: key, Log: h.log, Metrics: h.measure.Registry})
		h.places = append(h.places, place{"ssh", l, server.Serve})
		h.limits = append(h.limits, slog.Any("ssh", server.Limits()))
		card.SSH, card.Fingerprint = invite.Places(l), ssh.Fingerprint(key)
	}
	if h.http != "" {
		server, err := web.New(web.Options{
			Door: door, Plain: lines, Board: h.board, Invite: func() lead.Invite { return invitation(*card) },
			Home: h.shelf.Take, Log: h.log, Ready: h.ready, Metrics: h.measure.Registry,
		})
		if err != nil {
			return err
		}
		l, err := listen("http", h.http)
		if err != nil {
			return err
		}
		h.places = append(h.places, place{"http", l, server.Serve})
		h.limits = append(h.limits, slog.Any("web", server.Limits()))
		card.Web = invite.Places(l)
	}
	return nil
}

// listen opens one door.
func listen(flag, at string) (net.Listener, error) {
	l, err := net.Listen("tcp", at)
	if err != nil {
		return nil, fmt.Errorf("--%s %s: %w: where another program has the port, choose another one, such as :2223", flag, at, err)
	}
	return l, nil
}

// board is the race that a link leads to: the code of a room.
func (h *host) board(caller, link string) (web.Race, error) {
	room, err := h.hub.Enter(caller, link)
	if err != nil {
		return nil, err // and not a room that is nil
	}
	return room, nil
}

// ready tells why workshops cannot be played just now.
func (h *host) ready(ctx context.Context) error {
	_, err := h.kept.Workshops(ctx)
	return err
}

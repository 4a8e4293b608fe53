package ssh

import (
	"log/slog"
	"time"
)

// Limits say what callers may cost. A zero stands for the default.
type Limits struct {
	Handshake time.Duration // for each step until the session has begun, but for what a person has to do
	Login     time.Duration // for a person to look at the host key, and to log in
	Slack     time.Duration // without a byte, after which a connection that exchanges keys makes way when somebody waits
	Silent    int           // connections that have not said anything yet; beyond that some of them make way, by lot
	Waiting   int           // connections that wait to exchange keys; beyond half of that some are refused, by lot
	Pending   int           // connections that exchange keys at one time
	Deciding  int           // connections whose users look at the host key; beyond that some of them make way, by lot
	Sessions  int           // in all
	PerPlace  int           // sessions from one address; a whole room may sit behind one

	Idle      time.Duration // without a key
	KeepAlive time.Duration // without a byte, after which a caller is asked whether it is there; it is gone after four of these
	Stalled   time.Duration // that a frame may take to be taken
	Grace     time.Duration // for callers to go when the server stops
}

// Defaults are the limits for a room of players.
var Defaults = Limits{
	Handshake: 10 * time.Second,
	Login:     2 * time.Minute,
	Slack:     4 * time.Second,
	Silent:    2048, // a thousand who arrive in the same moment, from one address, are let in one after the other
	Waiting:   2048,
	Pending:   64,
	Deciding:  2048,
	Sessions:  2000,
	PerPlace:  1200,
	Idle:      12 * time.Hour, // a projector shows the board all day
	KeepAlive: 10 * time.Second,
	Stalled:   10 * time.Second,
	Grace:     4 * time.Second,
}

// The rest is fixed: no person has a reason to want more.
const (
	minWidth, maxWidth   = 20, 400
	minHeight, maxHeight = 5, 150

	mostEnv     = 16  // requests
	mostEnvSize = 256 // bytes of one
	mostTries   = 6   // to log in
)

func (l Limits) orDefaults() Limits {
	d := Defaults
	times := func(have *time.Duration, otherwise time.Duration) {
		if *have <= 0 {
			*have = otherwise
		}
	}
	counts := func(have *int, otherwise int) {
		if *have <= 0 {
			*have = otherwise
		}
	}
	times(&l.Handshake, d.Handshake)
	times(&l.Login, d.Login)
	times(&l.Slack, d.Slack)
	counts(&l.Silent, d.Silent)
	counts(&l.Waiting, d.Waiting)
	counts(&l.Pending, d.Pending)
	counts(&l.Deciding, d.Deciding)
	counts(&l.Sessions, d.Sessions)
	counts(&l.PerPlace, d.PerPlace)
	times(&l.Idle, d.Idle)
	times(&l.KeepAlive, d.KeepAlive)
	times(&l.Stalled, d.Stalled)
	times(&l.Grace, d.Grace)
	return l
}

// LogValue is the limits for a log, with those that are fixed.
func (l Limits) LogValue() slog.Value {
	return slog.GroupValue(
		slog.Duration("handshake", l.Handshake), slog.Duration("login", l.Login), slog.Duration("slack", l.Slack),
		slog.Int("silent", l.Silent), slog.Int("waiting", l.Waiting), slog.Int("pending", l.Pending), slog.Int("deciding", l.Deciding),
		slog.Int("sessions", l.Sessions), slog.Int("per_place", l.PerPlace),
		slog.Duration("idle", l.Idle), slog.Duration("keep_alive", l.KeepAlive), slog.Duration("stalled", l.Stalled), slog.Duration("grace", l.Grace),
		slog.Int("width", maxWidth), slog.Int("height", maxHeight), slog.Int("env", mostEnv), slog.Int("tries", mostTries),
	)
}

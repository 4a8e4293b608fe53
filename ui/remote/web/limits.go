package web

import (
	"log/slog"
	"time"
)

// Limits are how much a server takes. A classroom often has one address, so one address may have many sessions.
type Limits struct {
	Sessions    int           // in all
	PerAddress  int           // sessions of one address
	Connections int           // open at once, whatever they are for
	Begun       float64       // new sessions a second over time, of one address
	BegunBurst  float64       // and at once
	Asked       float64       // requests for pages a second of one address
	AskedBurst  float64       // and at once
	Keys        float64       // events a second of one session
	KeysBurst   float64       // and at once
	Keep        time.Duration // a session is kept without its page
	Idle        time.Duration // a session in which nothing is done is over
	Write       time.Duration // one event may take to be written
}

// withDefaults fills in what is zero.
func (l Limits) withDefaults() Limits {
	orInt := func(v *int, d int) {
		if *v == 0 {
			*v = d
		}
	}
	orRate := func(v *float64, d float64) {
		if *v == 0 {
			*v = d
		}
	}
	orTime := func(v *time.Duration, d time.Duration) {
		if *v == 0 {
			*v = d
		}
	}
	orInt(&l.Sessions, 1000)
	orInt(&l.PerAddress, 400)
	orInt(&l.Connections, 4000)
	orRate(&l.Begun, 10)
	orRate(&l.BegunBurst, 400)
	orRate(&l.Asked, 100)
	orRate(&l.AskedBurst, 6000)
	orRate(&l.Keys, 40)
	orRate(&l.KeysBurst, 200)
	orTime(&l.Keep, time.Minute)
	orTime(&l.Idle, 4*time.Hour)
	orTime(&l.Write, 10*time.Second)
	return l
}

// LogValue is the limits for a log.
func (l Limits) LogValue() slog.Value {
	return slog.GroupValue(
		slog.Int("sessions", l.Sessions), slog.Int("per_address", l.PerAddress), slog.Int("connections", l.Connections),
		slog.Float64("begun", l.Begun), slog.Float64("begun_burst", l.BegunBurst), slog.Float64("asked", l.Asked), slog.Float64("asked_burst", l.AskedBurst),
		slog.Float64("keys", l.Keys), slog.Float64("keys_burst", l.KeysBurst),
		slog.Duration("keep", l.Keep), slog.Duration("idle", l.Idle), slog.Duration("write", l.Write),
	)
}

package web

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"sync"
	"time"

	"callout/game/workshop"
	"callout/game/workshop/lead"
	"callout/ui/remote"
	"callout/ui/remote/metrics"
)

// Options say what a server shows, and to how many. Only Door has to be there.
type Options struct {
	Door     remote.Door                             // makes the screens of a player
	Plain    remote.PlainDoor                        // plays line by line; nil leaves that way out
	Board    func(caller, link string) (Race, error) // the race that a link leads to, for a caller who may not guess often; nil leaves the projector's page out
	Home     Home                                    // nil leaves the way home out
	Invite   func() lead.Invite                      // how to join, for the projector's page; nil says the code alone
	Title    string                                  // of the page; empty for the name of the game
	Log      *slog.Logger                            // nil for none; no session, code or name is ever written to it
	Metrics  *metrics.Registry                       // nil for one of the server's own
	Ready    func(context.Context) error             // says why the server cannot serve just now, such as a store that is not reached; nil for always
	Proxies  []netip.Prefix                          // of those that say in X-Forwarded-For for whom they ask
	Measured bool                                    // metrics are told to everybody, and not only on loopback
	Limits   Limits                                  // zero values are the defaults
}

// Home is the debrief that belongs to a return code, in a format of package report, for a caller who may not guess often. The
// error is home.ErrSoon, or a workshop.Refusal.
type Home func(ctx context.Context, caller, code, format string) ([]byte, error)

// Race is what a projector shows. A *workshop.Room is one.
type Race interface {
	Picture() *workshop.Picture
	Watch() (wake <-chan struct{}, stop func())
}

// Server is the game in a browser.
type Server struct {
	o       Options
	limits  Limits
	log     *slog.Logger
	counts  counts
	begun   *buckets
	asked   *buckets
	handler http.Handler
	ctx     context.Context // of all sessions
	cancel  context.CancelCauseFunc
	now     func() time.Time

	mu       sync.Mutex
	sessions map[string]*session
	stopping string // why the server stops; empty while it does not
	running  sync.WaitGroup
}

// New makes a server.
func New(o Options) (*Server, error) {
	if o.Door == nil {
		return nil, errors.New("a web server needs a door")
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Metrics == nil {
		o.Metrics = metrics.NewRegistry()
		o.Metrics.Process()
	}
	s := &Server{o: o, limits: o.Limits.withDefaults(), log: o.Log, sessions: map[string]*session{}, now: time.Now}
	s.begun, s.asked = newBuckets(s.limits.BegunBurst, s.limits.Begun), newBuckets(s.limits.AskedBurst, s.limits.Asked)
	s.ctx, s.cancel = context.WithCancelCause(context.Background())
	s.count(o.Metrics)
	handler, err := s.routes()
	if err != nil {
		return nil, err
	}
	s.handler = handler
	return s, nil
}

// Limits are those in force.
func (s *Server) Limits() Limits { return s.limits }

// Times that a request may take.
const (
	headerTime = 10 * time.Second
	readTime   = 20 * time.Second
	restTime   = time.Minute // between requests of a connection
	maxHeader  = 16 << 10    // bytes
)

// Serve answers on a listener until ctx ends, whose cause the players are told as a sentence. It returns when all are gone,
// or a few seconds later at the latest.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	server := &http.Server{
		Handler: s.handler, ReadHeaderTimeout: headerTime, ReadTimeout: readTime, IdleTimeout: restTime, MaxHeaderBytes: maxHeader,
		ErrorLog: slog.NewLogLogger(s.log.Handler(), slog.LevelDebug),
	}
	served := make(chan error, 1)
	remote.Safely(s.caught, func() { served <- server.Serve(s.crowd(l)) })
	remote.Safely(s.caught, func() { s.sweep(ctx) })
	select {
	case err := <-served:
		return fmt.Errorf("serve the web: %w", err)
	case <-ctx.Done():
	}
	s.Stop(context.Cause(ctx).Error())
	patience, done := context.WithTimeout(context.WithoutCancel(ctx), 4*time.Second)
	defer done()
	if err := server.Shutdown(patience); err != nil {
		return errors.Join(err, server.Close())
	}
	return nil
}

// Stop ends all sessions and takes no new ones. The players are told why.
func (s *Server) Stop(why string) {
	s.mu.Lock()
	if s.stopping != "" {
		s.mu.Unlock()
		return
	}
	s.stopping = why
	for _, one := range s.sessions {
		one.finish(end{Why: why, Again: true}, s.now())
	}
	s.mu.Unlock()
	s.cancel(errStopping)
}

// halted is why the server stops, or empty.
func (s *Server) halted() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.stopping
}

// caught notes a fault that was kept from ending the server.
func (s *Server) caught(p *remote.Panic) {
	s.counts.faults.Add(1)
	s.log.Error("fault", "what", p.Error(), "where", string(p.Stack))
}

// sweep ends what nobody comes back to.
func (s *Server) sweep(ctx context.Context) {
	clock := time.NewTicker(time.Second)
	defer clock.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-clock.C:
			s.tidy(s.now())
		}
	}
}

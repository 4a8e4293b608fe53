package ssh

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/netip"
	"sync"
	"time"

	charm "charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"callout/ui/remote"
	"callout/ui/remote/metrics"
)

// Options say how a server is made.
type Options struct {
	Door    remote.Door
	Plain   remote.PlainDoor // for those who ask for no terminal; nil to turn them away
	Key     gossh.Signer     // of the host, see HostKey
	Limits  Limits
	Log     *slog.Logger      // nil for none
	Metrics *metrics.Registry // nil for none
	Proxy   bool              // connections come through a proxy that says whose they are, and from nowhere else
}

// Server lets callers in and shows them what is behind the Door.
type Server struct {
	door     remote.Door
	plain    remote.PlainDoor
	limits   Limits
	log      *slog.Logger
	library  *charm.Server
	gate     *gate
	counters counters

	mu       sync.Mutex
	sessions map[*session]bool
	places   map[netip.Addr]int // sessions from each address
	ctx      context.Context    // of Serve
	number   uint64             // of the newest session
}

// New is a server that does not listen yet.
func New(o Options) *Server {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	s := &Server{
		door: o.Door, plain: o.Plain, limits: o.Limits.orDefaults(), log: o.Log,
		sessions: map[*session]bool{}, places: map[netip.Addr]int{},
	}
	if o.Metrics != nil {
		s.measure(o.Metrics)
	}
	s.gate = newGate(s.limits)
	s.library = &charm.Server{
		HostSigners:         []charm.Signer{signer{o.Key}},
		HandshakeTimeout:    s.limits.Handshake + s.limits.Login,
		EnableProxyProtocol: o.Proxy,
		ConnCallback:        s.arrives,
		ServerConfigCallback: func(ctx charm.Context) *gossh.ServerConfig {
			return s.config(ctx.Value(connectionOf{}).(*connection))
		},
		ConnectionFailedCallback: func(net.Conn, error) { s.counters.failed.Add(1) },
		ChannelHandlers:          map[string]charm.ChannelHandler{"session": s.channel}, // all others are refused
		RequestHandlers:          map[string]charm.RequestHandler{},                     // all are refused
	}
	return s
}

// Limits are those in force.
func (s *Server) Limits() Limits { return s.limits }

// connectionOf is the key of the connection in the library's context.
type connectionOf struct{}

// arrives lets a connection in, in its turn, or does not.
func (s *Server) arrives(ctx charm.Context, c net.Conn) net.Conn {
	conn := newConnection(c, s.limits.Handshake)
	conn.keyed = func() {
		s.gate.decide(conn)
		conn.step(s.limits.Login)
	}
	conn.closed = func() {
		s.gate.leave(conn)
		s.counters.open.Add(-1)
	}
	l := s.limits
	if s.counters.open.Add(1) > int64(l.Sessions+l.Silent+l.Waiting+l.Pending+l.Deciding) || !s.gate.enter(conn) {
		conn.Close()
		s.counters.refused.Add(1)
		return nil
	}
	conn.step(s.limits.Handshake)
	ctx.SetValue(connectionOf{}, conn)
	return conn
}

// Serve lets callers in until ctx ends; its cause is what they are told then, if it is not just that it ended. Serve
// returns when all are gone, or after the grace that the limits give them. An error is the listener's.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	ctx, stop := context.WithCancelCause(ctx)
	s.mu.Lock()
	s.ctx = ctx
	s.mu.Unlock()
	quit := context.AfterFunc(ctx, func() { l.Close() })
	defer quit()
	watched := make(chan struct{})
	remote.Safely(s.caught, func() {
		defer close(watched)
		s.watch(ctx)
	})
	err := s.library.Serve(l)
	if ctx.Err() != nil && (errors.Is(err, net.ErrClosed) || errors.Is(err, charm.ErrServerClosed)) {
		err = nil
	}
	stop(nil)
	<-watched
	for _, c := range s.gate.all() {
		c.Close()
	}
	for end := time.Now().Add(s.limits.Grace); s.counters.open.Load() > 0 && time.Now().Before(end); {
		time.Sleep(5 * time.Millisecond)
	}
	return errors.Join(err, ignoreClosed(s.library.Close()))
}

func ignoreClosed(err error) error {
	if errors.Is(err, net.ErrClosed) {
		return nil
	}
	return err
}

// caught takes note of a fault in the program.
func (s *Server) caught(p *remote.Panic) {
	s.counters.panics.Add(1)
	s.log.Error("fault in a session", "panic", p.Error(), "stack", string(p.Stack))
}

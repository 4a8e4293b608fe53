package web

import (
	"io"
	"net/http"
	"net/netip"
	"sync/atomic"
	"time"

	"callout/ui/remote/metrics"
)

// counts is what the server counts.
type counts struct {
	begun    metrics.Numbers
	refusals metrics.Numbers
	reading  *metrics.Number
	frames   *metrics.Times
	boards   *metrics.Number
	faults   *metrics.Number
	phases   atomic.Int64 // sessions that have got a time of their own; not told
}

// count adds what the server counts to a registry.
func (s *Server) count(r *metrics.Registry) {
	s.counts = counts{
		begun:    r.Counters("callout_web_sessions_total", "Sessions that were begun in a browser, by kind.", "kind"),
		refusals: r.Counters("callout_web_refusals_total", "Requests that were refused, by reason.", "reason"),
		reading:  r.Gauges("callout_connections", "Connections that are open, by kind.", "kind").Of("web"),
		boards:   r.Gauges("callout_connections", "Connections that are open, by kind.", "kind").Of("board"),
		frames:   r.Histogram("callout_web_frame_seconds", "From a key to the frame that answers it, as sent to a browser."),
		faults:   r.Counter("callout_web_faults_total", "Faults in the program that were kept from ending the server."),
	}
	r.Gauge("callout_web_sessions", "Sessions that are kept, read or not.", func() float64 {
		s.mu.Lock()
		defer s.mu.Unlock()
		return float64(len(s.sessions))
	})
}

func (c *counts) refused(reason string) { c.refusals.Of(reason).Add(1) }

// alive says that the process answers.
func (s *Server) alive(w http.ResponseWriter, _ *http.Request) {
	typed(w, textType)
	io.WriteString(w, "alive\n")
}

// ready says whether players may be sent here: the server does not stop, and what it needs is there.
func (s *Server) ready(w http.ResponseWriter, r *http.Request) {
	typed(w, textType)
	switch {
	case s.halted() != "":
		w.WriteHeader(http.StatusServiceUnavailable)
		io.WriteString(w, "stopping\n")
	case s.o.Ready != nil && s.o.Ready(r.Context()) != nil:
		w.WriteHeader(http.StatusServiceUnavailable)
		io.WriteString(w, "unready\n")
	default:
		io.WriteString(w, "ready\n")
	}
}

// measured tells what was counted: to this machine alone, unless all may know. A request that somebody sent on for
// somebody else is not of this machine.
func (s *Server) measured(w http.ResponseWriter, r *http.Request) {
	at, err := netip.ParseAddrPort(r.RemoteAddr)
	local := err == nil && at.Addr().Unmap().IsLoopback()
	for _, name := range forwarded {
		local = local && r.Header.Get(name) == ""
	}
	if !local && !s.o.Measured {
		http.NotFound(w, r)
		return
	}
	typed(w, metricsType)
	http.NewResponseController(w).SetWriteDeadline(time.Now().Add(s.limits.Write))
	s.o.Metrics.Write(w) // whoever asks has gone, if it fails
}

package ssh

import (
	"context"
	"math"
	"time"

	"callout/ui/remote"
)

// begins notes a session, if there is room for it.
func (s *Server) begins(n *session) bool {
	place := address(n.ssh.RemoteAddr())
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.sessions) >= s.limits.Sessions || s.places[place] >= s.limits.PerPlace {
		return false
	}
	s.sessions[n] = true
	s.places[place]++
	s.number++
	_, n.phase = math.Modf(float64(s.number) * math.Phi) // spread as evenly as can be, however many there are
	n.n = s.number
	s.counters.sessions.Add(1)
	s.counters.began.Add(1)
	s.log.Info("session begins", "session", n.n, "address", place, "client", string(n.ssh.ClientVersion()), "key", proved(n.ssh) != "")
	return true
}

func (s *Server) ends(n *session) {
	place := address(n.ssh.RemoteAddr())
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.sessions, n)
	if s.places[place]--; s.places[place] <= 0 {
		delete(s.places, place)
	}
	s.counters.sessions.Add(-1)
}

// watch looks after all sessions until ctx ends.
func (s *Server) watch(ctx context.Context) {
	l := s.limits
	clock := time.NewTicker(min(time.Second, l.KeepAlive/4, l.Stalled/4, l.Idle/4))
	defer clock.Stop()
	var all []*session
	for {
		select {
		case <-ctx.Done():
			return
		case now := <-clock.C:
			all = all[:0]
			s.mu.Lock()
			for n := range s.sessions {
				all = append(all, n)
			}
			s.mu.Unlock()
			for _, n := range all {
				s.lookAfter(n, now)
			}
			clear(all)
		}
	}
}

// lookAfter ends a session whose caller is not there, does not read, or has left it alone.
func (s *Server) lookAfter(n *session, now time.Time) {
	n.mu.Lock()
	typed, pinging := n.typed, n.pinging
	n.mu.Unlock()
	silent := n.conn.silent(now)
	switch {
	case n.out.busy(now) > s.limits.Stalled:
		n.end(errStalled)
		n.conn.Close()
	case silent >= 4*s.limits.KeepAlive:
		n.end(errLost)
		n.conn.Close()
	case now.Sub(typed) > s.limits.Idle:
		n.end(errIdle)
	case silent >= s.limits.KeepAlive && !pinging:
		n.ping()
	}
}

// ping asks the caller whether it is there. It may never answer, so the question has a goroutine of its own; it ends with
// the connection.
func (s *session) ping() {
	set := func(asked bool) {
		s.mu.Lock()
		s.pinging = asked
		s.mu.Unlock()
	}
	set(true)
	remote.Safely(s.server.caught, func() {
		defer set(false)
		s.ssh.SendRequest("keepalive@openssh.com", true, nil)
	})
}

package web

import (
	"net"
	"sync"
)

// crowd is the listener with a limit: a connection beyond it is closed at once, so that those who hold many and say
// nothing run into their own wall before they run into the server's.
func (s *Server) crowd(l net.Listener) net.Listener {
	return &crowded{Listener: l, room: make(chan struct{}, s.limits.Connections), full: func() { s.counts.refused("connections") }}
}

type crowded struct {
	net.Listener
	room chan struct{}
	full func()
}

func (c *crowded) Accept() (net.Conn, error) {
	for {
		conn, err := c.Listener.Accept()
		if err != nil {
			return nil, err
		}
		select {
		case c.room <- struct{}{}:
			return &guest{Conn: conn, leave: sync.OnceFunc(func() { <-c.room })}, nil
		default:
			c.full()
			conn.Close()
		}
	}
}

type guest struct {
	net.Conn
	leave func()
}

func (g *guest) Close() error {
	g.leave()
	return g.Conn.Close()
}

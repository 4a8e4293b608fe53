package ssh

import (
	"net"
	"net/netip"
	"sync"
	"sync/atomic"
	"time"
)

// connection is a TCP connection, with what the server has to know of it.
type connection struct {
	net.Conn
	head    []byte       // read before it was let in, and not yet by the handshake
	heard   atomic.Int64 // when it last sent something, Unix nanoseconds
	writes  int          // until keys are exchanged
	keyed   func()       // called once, when they are
	begun   atomic.Bool  // its one session was given
	closing sync.Once
	closed  func()      // called once
	timer   *time.Timer // closes it when a step takes too long
}

// keyExchange is how many packets a server sends until it is the client's turn to say that it trusts the key: version,
// what is on offer, the key with its signature, and that it is used from now on.
const keyExchange = 4

// newConnection is a connection that has a time for its first step.
func newConnection(c net.Conn, first time.Duration) *connection {
	conn := &connection{Conn: c}
	conn.heard.Store(time.Now().UnixNano())
	conn.timer = time.AfterFunc(time.Hour, func() { conn.Close() })
	conn.step(first)
	return conn
}

// step begins the next step.
func (c *connection) step(d time.Duration) { c.timer.Reset(d) }

// settled says that there are no more steps.
func (c *connection) settled() { c.timer.Stop() }

func (c *connection) Write(b []byte) (int, error) {
	n, err := c.Conn.Write(b)
	if c.writes < keyExchange { // one goroutine writes until then
		if c.writes++; c.writes == keyExchange {
			c.keyed()
		}
	}
	return n, err
}

func (c *connection) Read(b []byte) (int, error) {
	if len(c.head) > 0 {
		n := copy(b, c.head)
		c.head = c.head[n:]
		return n, nil
	}
	n, err := c.Conn.Read(b)
	if n > 0 {
		c.heard.Store(time.Now().UnixNano())
	}
	return n, err
}

// peek waits for the first bytes.
func (c *connection) peek(until time.Time) error {
	if err := c.SetReadDeadline(until); err != nil {
		return err
	}
	head := make([]byte, 256)
	n, err := c.Read(head)
	c.head = head[:n]
	return err
}

// Close closes the connection, once.
func (c *connection) Close() error {
	err := net.ErrClosed
	c.closing.Do(func() {
		c.timer.Stop()
		err = c.Conn.Close()
		c.closed()
	})
	return err
}

// silent is how long nothing has come.
func (c *connection) silent(now time.Time) time.Duration {
	return now.Sub(time.Unix(0, c.heard.Load()))
}

// address is where somebody calls from, without the port.
func address(a net.Addr) netip.Addr {
	if a == nil {
		return netip.Addr{}
	}
	p, err := netip.ParseAddrPort(a.String())
	if err != nil {
		return netip.Addr{}
	}
	return p.Addr().Unmap()
}

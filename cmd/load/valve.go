package main

import (
	"context"
	"net"
	"sync"
)

// valve stands in the connections of one player. While it is shut nothing is read from them, so that what the server sends
// piles up on its side.
type valve struct {
	narrow bool         // little is taken in before it piles up
	way    sync.RWMutex // held for writing while it is shut
}

func (v *valve) shut() { v.way.Lock() }
func (v *valve) open() { v.way.Unlock() }

// little is how much a narrow connection takes in that nobody reads, in bytes; the system rounds it up.
const little = 4 << 10

// dial connects through the valve.
func (v *valve) dial(ctx context.Context, network, address string) (net.Conn, error) {
	d := net.Dialer{Timeout: entering}
	conn, err := d.DialContext(ctx, network, address)
	if err != nil {
		return nil, err
	}
	if tcp, ok := conn.(*net.TCPConn); ok && v.narrow {
		if err := tcp.SetReadBuffer(little); err != nil {
			conn.Close()
			return nil, err
		}
	}
	return &valved{conn, v}, nil
}

type valved struct {
	net.Conn
	valve *valve
}

func (c *valved) Read(b []byte) (int, error) {
	n, err := c.Conn.Read(b)
	c.valve.way.RLock()
	defer c.valve.way.RUnlock()
	return n, err
}

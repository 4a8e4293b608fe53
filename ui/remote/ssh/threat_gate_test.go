package ssh

import (
	"io"
	"net"
	"runtime"
	"sync"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// TestT4SilentConnections: any number of connections that say nothing keep nobody out, are soon gone, and cost little.
func TestT4SilentConnections(t *testing.T) {
	goroutines := runtime.NumGoroutine()
	l := Limits{Handshake: 2 * time.Second, Silent: 64}
	h := open(t, l, nil)
	before := memory()
	var silent []net.Conn
	for range several(400, 3000) {
		c, err := net.Dial("tcp", h.addr)
		if err != nil {
			t.Fatal(err)
		}
		silent = append(silent, c)
	}
	if grown := memory() - before; grown > 60<<20 {
		t.Errorf("memory grew by %d MB", grown>>20)
	}
	h.come(t).sees(t, "size:80x24").Close()
	if n := h.Counts().Open; n > int64(l.Silent)+10 {
		t.Errorf("%d connections are open", n)
	}
	eventually(t, "they are gone", func() bool { return h.Counts().Open == 0 })
	for _, c := range silent {
		c.Close()
	}
	h.stop(nil)
	settled(t, goroutines+1)
}

// TestT4SlowConnections: those that say something and then no more make way for those that get on.
func TestT4SlowConnections(t *testing.T) {
	h := open(t, Limits{Pending: 2, Slack: 100 * time.Millisecond}, nil)
	for range several(20, 200) {
		c, err := net.Dial("tcp", h.addr)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		io.WriteString(c, "SSH-2.0-slow\r\n")
	}
	eventually(t, "they are in", func() bool { return h.Counts().Open >= int64(several(20, 200))-2 })
	h.come(t).sees(t, "size:80x24")
}

// TestPeopleMayLookAtTheKey: whoever looks at the host key for a while is not thrown out, and keeps nobody out.
func TestPeopleMayLookAtTheKey(t *testing.T) {
	const step = 2 * time.Second
	h := open(t, Limits{Pending: 1, Slack: step / 4, Handshake: step}, nil)
	look, looking, in := make(chan struct{}), make(chan struct{}, 8), make(chan error, 8)
	for range 8 {
		go func() {
			conn, err := gossh.Dial("tcp", h.addr, &gossh.ClientConfig{
				User: "somebody", Auth: []gossh.AuthMethod{asks},
				HostKeyCallback: func(string, net.Addr, gossh.PublicKey) error {
					looking <- struct{}{}
					<-look
					return nil
				},
			})
			if err == nil {
				defer conn.Close()
			}
			in <- err
		}()
	}
	for range 8 { // all of them, though one exchanges keys at a time
		select {
		case <-looking:
		case err := <-in:
			t.Fatal(err)
		}
	}
	h.come(t).sees(t, "size:80x24").Close()
	time.Sleep(step + step/4) // longer than any step of a client may take
	close(look)
	for range 8 {
		if err := <-in; err != nil {
			t.Errorf("somebody who looked at the key: %v", err)
		}
	}
}

// TestT5HandshakeFlood: clients that log in again and again do not keep players from playing.
func TestT5HandshakeFlood(t *testing.T) {
	h := open(t, Limits{}, nil)
	player := h.come(t).sees(t, "size:80x24")
	stop := make(chan struct{})
	var flood sync.WaitGroup
	for range several(8, 64) {
		flood.Add(1)
		go func() {
			defer flood.Done()
			for {
				select {
				case <-stop:
					return
				default:
				}
				if c, err := logIn(h.addr); err == nil {
					c.Close()
				}
			}
		}()
	}
	typed := ""
	for range several(10, 200) {
		player.types("x")
		typed += "x"
		player.sees(t, "typed:"+typed)
		if len(typed) == 60 {
			player.types("\x03")
			player = h.come(t).sees(t, "size:80x24")
			typed = ""
		}
	}
	h.come(t).sees(t, "size:80x24")
	close(stop)
	flood.Wait()
}

// TestLoggedInAndNothing: a connection that logs in and wants nothing is closed.
func TestLoggedInAndNothing(t *testing.T) {
	h := open(t, Limits{Handshake: 200 * time.Millisecond}, nil)
	conn, err := logIn(h.addr)
	if err != nil {
		t.Fatal(err)
	}
	conn.Wait()
	eventually(t, "it is gone", func() bool { return h.Counts().Open == 0 })
}

// TestNoRoom: sessions have a limit in all and for each address.
func TestNoRoom(t *testing.T) {
	for name, l := range map[string]Limits{"in all": {Sessions: 2}, "for an address": {PerPlace: 2}} {
		t.Run(name, func(t *testing.T) {
			h := open(t, l, nil)
			first := h.come(t).sees(t, "size:80x24")
			h.come(t).sees(t, "size:80x24")
			third := h.come(t)
			if code := third.ends(t); code != 1 {
				t.Errorf("exit status %d", code)
			}
			third.sees(t, "no room")
			first.Close()
			eventually(t, "there is room", func() bool { return h.Counts().Sessions == 1 })
			h.come(t).sees(t, "size:80x24")
		})
	}
}

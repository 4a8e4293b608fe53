package ssh

import (
	"bytes"
	"net"
	"testing"
	"testing/synctest"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// TestNewKeysAllTheTime: a client that asks for new keys with every few bytes is sent away; the others do not notice.
func TestNewKeysAllTheTime(t *testing.T) {
	h := open(t, Limits{}, nil)
	there := h.come(t).sees(t, "size:80x24")
	raw, err := net.Dial("tcp", h.addr)
	if err != nil {
		t.Fatal(err)
	}
	conn, chans, requests, err := gossh.NewClientConn(raw, h.addr, &gossh.ClientConfig{
		Config: gossh.Config{RekeyThreshold: 256}, // the least that there is
		User:   "somebody", Auth: []gossh.AuthMethod{asks}, HostKeyCallback: gossh.InsecureIgnoreHostKey(),
	})
	if err != nil {
		t.Fatal(err)
	}
	flood := gossh.NewClient(conn, chans, requests)
	defer flood.Close()
	asked := 0
	for ; asked < 1000; asked++ {
		if _, _, err := flood.SendRequest("hello", true, bytes.Repeat([]byte("x"), 300)); err != nil {
			break
		}
	}
	if asked < 3 || asked == 1000 {
		t.Errorf("it was sent away after %d requests", asked)
	}
	eventually(t, "it is counted", func() bool { return h.Counts().Flooded == 1 })
	there.types("x")
	there.sees(t, "typed:x")
}

// TestNewKeysNowAndThen: one exchange a minute is never too many, and a burst is forgiven with time.
func TestNewKeysNowAndThen(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		refused := 0
		s, e := signer{newKey(t)}, newExchanges(func() { refused++ })
		sign := func() error {
			_, err := s.Sign(e, []byte("what was agreed"))
			return err
		}
		for range 12 * 60 { // a day's work
			time.Sleep(keysEvery)
			if err := sign(); err != nil {
				t.Fatal(err)
			}
		}
		for range mostKeys {
			if err := sign(); err != nil {
				t.Fatal(err)
			}
		}
		if err := sign(); err == nil || refused != 1 {
			t.Errorf("one more is signed: %v, refused %d", err, refused)
		}
	})
}

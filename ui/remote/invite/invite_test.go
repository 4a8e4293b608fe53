package invite

import (
	"net/netip"
	"strings"
	"testing"
)

func cards() []card {
	parse := func(texts ...string) (list []netip.Addr) {
		for _, t := range texts {
			list = append(list, netip.MustParseAddr(t))
		}
		return list
	}
	return []card{
		{"lo", parse("127.0.0.1", "::1")},
		{"docker0", parse("172.17.0.1")},
		{"eth1", parse("203.0.113.9")},
		{"wlan0", parse("2001:db8::7", "fe80::1", "192.168.1.20")},
		{"wlan0:1", parse("192.168.1.20")},
	}
}

// Whoever listens on all addresses is found first where people in the room are, and never at an address that leads to
// nobody.
func TestPlacesAreThoseThatPeopleReach(t *testing.T) {
	for _, c := range []struct{ at, want string }{
		{"0.0.0.0:2222", "192.168.1.20 203.0.113.9 172.17.0.1"},
		{"[::]:2222", "192.168.1.20 203.0.113.9 2001:db8::7 172.17.0.1"},
		{"127.0.0.1:2222", "127.0.0.1"},
		{"[::1]:2222", "::1"},
		{"[::ffff:192.168.1.20]:2222", "192.168.1.20"},
		{"[fe80::1%wlan0]:2222", "fe80::1"},
	} {
		var got []string
		for _, p := range places(netip.MustParseAddrPort(c.at), cards()) {
			got = append(got, p.Address.String())
			if p.Port != 2222 {
				t.Errorf("%s: %+v", c.at, p)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s is reached at %v, want %s", c.at, got, c.want)
		}
	}
	if !(Place{Address: netip.MustParseAddr("127.0.0.1")}).Alone() || (Place{Address: netip.MustParseAddr("192.168.1.20")}).Alone() {
		t.Error("a place does not know whether it is alone")
	}
	if got := places(netip.MustParseAddrPort("0.0.0.0:1"), nil); len(got) != 1 || !got[0].Alone() {
		t.Errorf("a machine without a network is reached at %v", got)
	}
}

func TestWhatPeopleTypeAndOpen(t *testing.T) {
	for _, c := range []struct {
		address  string
		port     uint16
		ssh, web string
	}{
		{"192.168.1.20", 2222, "ssh -p 2222 a1b-2c3@192.168.1.20", "http://192.168.1.20:2222/"},
		{"192.168.1.20", 22, "ssh a1b-2c3@192.168.1.20", "http://192.168.1.20:22/"},
		{"2001:db8::7", 80, "ssh -p 80 a1b-2c3@2001:db8::7", "http://[2001:db8::7]/"},
		{"2001:db8::7", 8080, "ssh -p 8080 a1b-2c3@2001:db8::7", "http://[2001:db8::7]:8080/"},
	} {
		p := Place{netip.MustParseAddr(c.address), c.port}
		if got := p.SSH("A1B2C3"); got != c.ssh {
			t.Errorf("%+v: %s, want %s", p, got, c.ssh)
		}
		if got := p.Web(); got != c.web {
			t.Errorf("%+v: %s, want %s", p, got, c.web)
		}
	}
}

// The room is not told of an address at which nobody but this machine gets in, unless there is no other.
func TestTheRoomIsToldWhatLeadsIn(t *testing.T) {
	at := func(address string) []Place { return []Place{{netip.MustParseAddr(address), 2222}} }
	for _, c := range []struct {
		name     string
		card     Card
		ssh, web bool
	}{
		{"both for all", Card{SSH: at("192.168.1.20"), Web: at("192.168.1.20")}, true, true},
		{"SSH for all", Card{SSH: at("192.168.1.20"), Web: at("127.0.0.1")}, true, false},
		{"a browser for all", Card{SSH: at("127.0.0.1"), Web: at("192.168.1.20")}, false, true},
		{"this machine alone", Card{SSH: at("127.0.0.1"), Web: at("127.0.0.1")}, true, true},
		{"no SSH", Card{Web: at("127.0.0.1")}, false, true},
	} {
		if ssh, web := c.card.JoinSSH() != "", c.card.JoinWeb() != ""; ssh != c.ssh || web != c.web || (c.card.Modules() != nil) != c.web {
			t.Errorf("%s: SSH %v, a browser %v, its code %v", c.name, ssh, web, c.card.Modules() != nil)
		}
	}
	if c := (Card{SSH: at("192.168.1.20"), Web: at("127.0.0.1"), Code: "A1B2C3"}); c.BoardWeb() == "" {
		t.Error("the board cannot be opened on this machine any more")
	}
}

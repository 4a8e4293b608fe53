package invite

import (
	"cmp"
	"net"
	"net/netip"
	"slices"
	"strings"
)

// Place is where a listener can be reached.
type Place struct {
	Address netip.Addr
	Port    uint16
}

// Alone tells whether the place can be reached from the same machine only.
func (p Place) Alone() bool { return p.Address.IsLoopback() }

// Places are where a listener can be reached, those first that people in the same room are likely to reach. One that
// listens on all addresses is reached at each of the machine's; link-local ones are left out, because nobody types them.
func Places(l net.Listener) []Place {
	at, err := netip.ParseAddrPort(l.Addr().String())
	if err != nil {
		return nil
	}
	return places(at, machine())
}

// card is one network card of the machine.
type card struct {
	name      string
	addresses []netip.Addr
}

// machine is the network cards that are up.
func machine() []card {
	all, err := net.Interfaces()
	if err != nil {
		return nil
	}
	var cards []card
	for _, i := range all {
		if i.Flags&net.FlagUp == 0 {
			continue
		}
		c := card{name: i.Name}
		list, _ := i.Addrs() // a card without addresses reaches nobody
		for _, a := range list {
			if p, err := netip.ParsePrefix(a.String()); err == nil {
				c.addresses = append(c.addresses, p.Addr().Unmap())
			}
		}
		cards = append(cards, c)
	}
	return cards
}

// inside are the beginnings of names of cards that lead to containers and machines within this one, and to nobody else.
var inside = []string{"docker", "br-", "veth", "virbr", "cni", "flannel", "podman", "lxc", "vmnet", "vboxnet"}

// places are where a listener at an address is reached, on a machine with these cards.
func places(at netip.AddrPort, cards []card) []Place {
	if address := at.Addr().Unmap(); !address.IsUnspecified() {
		return []Place{{address.WithZone(""), at.Port()}}
	}
	type choice struct {
		Place
		rank int
	}
	var list []choice
	for _, c := range cards {
		within := slices.ContainsFunc(inside, func(p string) bool { return strings.HasPrefix(c.name, p) })
		for _, a := range c.addresses {
			if a.IsLoopback() || a.IsLinkLocalUnicast() || a.IsMulticast() || a.Is6() && at.Addr().Is4() {
				continue
			}
			rank := 0
			switch {
			case within:
				rank = 3
			case a.Is6():
				rank = 2
			case !a.IsPrivate():
				rank = 1
			}
			list = append(list, choice{Place{a, at.Port()}, rank})
		}
	}
	slices.SortStableFunc(list, func(a, b choice) int { return cmp.Compare(a.rank, b.rank) })
	var found []Place
	for _, c := range list {
		if !slices.Contains(found, c.Place) {
			found = append(found, c.Place)
		}
	}
	if found == nil {
		return []Place{{netip.MustParseAddr("127.0.0.1"), at.Port()}}
	}
	return found
}

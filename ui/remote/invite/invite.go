package invite

import (
	"net/netip"
	"strconv"
	"strings"

	"callout/game/workshop"
)

// SSH is the line that brings a player into the room of a code, for any SSH client with a command line.
func (p Place) SSH(code string) string { return p.as(strings.ToLower(workshop.ShowCode(code))) }

// as is the line that logs in with a name.
func (p Place) as(user string) string {
	if p.Port == 22 {
		return "ssh " + user + "@" + p.Address.String()
	}
	return "ssh -p " + strconv.Itoa(int(p.Port)) + " " + user + "@" + p.Address.String()
}

// Web is the address of the page.
func (p Place) Web() string {
	host := p.Address.String()
	if p.Address.Is6() {
		host = "[" + host + "]"
	}
	if p.Port == 80 {
		return "http://" + host + "/"
	}
	return "http://" + netip.AddrPortFrom(p.Address, p.Port).String() + "/"
}

package invite

import (
	"net/netip"
	"strings"
	"testing"

	"rsc.io/qr/coding"
)

// The camera of a phone brings a player into the room from every address of the fourth version, by a code that a screen of 24
// rows has room for. A longer address leads to the page, where the code is typed.
func TestTheCodeLeadsIntoTheRoom(t *testing.T) {
	for _, c := range []struct {
		address string
		port    uint16
		want    string
	}{
		{"127.0.0.1", 80, "HTTP://127.0.0.1/#A1B2C3"},
		{"192.168.1.20", 8080, "HTTP://192.168.1.20:8080/#A1B2C3"},
		{"192.168.178.123", 8080, "HTTP://192.168.178.123:8080/#A1B2C3"},
		{"255.255.255.255", 65535, "HTTP://255.255.255.255:65535/#A1B2C3"},
		{"2001:db8::7", 80, "http://[2001:db8::7]/#A1B2C3"},
		{"2001:db8:1234:5678:9abc:def0:1234:5678", 8080, "http://[2001:db8:1234:5678:9abc:def0:1234:5678]:8080/"},
	} {
		card := Card{Code: "A1B2C3", Web: []Place{{netip.MustParseAddr(c.address), c.port}}}
		m := card.Modules()
		if got := read(t, m); got != c.want {
			t.Errorf("a camera reads %q, want %q", got, c.want)
		}
		if strings.Contains(c.want, "#") && len(m) > 25 {
			t.Errorf("%s: %d modules have no room on a screen of 24 rows", c.want, len(m))
		}
	}
}

// A path keeps its letters, because to a server /Room is not /room. What is too long to be scanned is no code.
func TestAPathKeepsItsLetters(t *testing.T) {
	if got := read(t, Modules("http://callout.example/Room/7", "A1B2C3")); got != "HTTP://CALLOUT.EXAMPLE/Room/7#A1B2C3" {
		t.Errorf("a camera reads %q", got)
	}
	if Modules("http://x/"+strings.Repeat("x", 200), "") != nil {
		t.Error("a text that is too long makes a code that nobody can scan")
	}
}

// read is what a camera reads in the modules of a code that has no scratches: its data, mode by mode.
func read(t *testing.T, modules [][]bool) string {
	t.Helper()
	plan, err := coding.NewPlan(coding.Version((len(modules)-17)/4), coding.L, 0)
	if err != nil {
		t.Fatalf("%d modules are no code: %v", len(modules), err)
	}
	bits := make([]byte, plan.DataBytes*8)
	for y, row := range plan.Pixel {
		for x, p := range row {
			dark := p&coding.Black != 0
			switch role := p.Role(); {
			case role == coding.Data && modules[y][x] != dark: // the mask is in the plan
				bits[p.Offset()] = 1
			case role != coding.Data && role != coding.Check && modules[y][x] != dark:
				t.Fatalf("the mark at %d, %d is not there", x, y)
			}
		}
	}
	number := func(length int) (n int) {
		for ; length > 0 && len(bits) > 0; length, bits = length-1, bits[1:] {
			n = n<<1 | int(bits[0])
		}
		return n
	}
	const symbols = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
	var text strings.Builder
	for {
		switch mode := number(4); mode {
		case 0:
			return text.String()
		case 2:
			n := number(9)
			for ; n > 1; n -= 2 {
				pair := number(11)
				text.WriteByte(symbols[pair/45])
				text.WriteByte(symbols[pair%45])
			}
			if n == 1 {
				text.WriteByte(symbols[number(6)])
			}
		case 4:
			for n := number(8); n > 0; n-- {
				text.WriteByte(byte(number(8)))
			}
		default:
			t.Fatalf("mode %d is none that is written, after %q", mode, &text)
		}
	}
}

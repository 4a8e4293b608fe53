package web

import (
	"net/netip"
	"strings"
	"testing"
	"time"
	"unicode"

	tea "github.com/charmbracelet/bubbletea"
)

// FuzzBatch: whatever is sent, it is refused or becomes keys that a keyboard has, text that can be printed, and sizes that
// fit; never what stops or leaves a terminal.
func FuzzBatch(f *testing.F) {
	for _, s := range []string{
		`{"n":1,"events":[{"key":"a"},{"key":"enter"},{"paste":"x\ny"},{"size":{"w":80,"h":24}},{"line":""}]}`, `{"n":18446744073709551615}`, `{"n":1,"events":[{}]}`,
		`{"n":1,"events":[{"key":"ctrl+z"}]}`, `{"n":1,"events":[{"size":{"w":-1,"h":2147483648}}]}`, `{"n":1,"events":[{"key":"\u001b"}]}`, "[[[[", `{"N":1}`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		b, err := readBatch(strings.NewReader(body))
		if err != nil {
			return
		}
		if b.N == 0 || len(b.Events) > maxEvents {
			t.Fatalf("%q was taken", body)
		}
		for _, e := range b.Events {
			switch m := e.message().(type) {
			case nil:
			case tea.KeyMsg:
				if m.Alt || m.Type == tea.KeyCtrlC || m.Type == tea.KeyCtrlZ {
					t.Fatalf("%q is the key %s", body, m)
				}
				for _, r := range m.Runes {
					if !unicode.IsPrint(r) {
						t.Fatalf("%q is the character %U", body, r)
					}
				}
			case tea.WindowSizeMsg:
				if w, h := clamp(*e.Size); w < leastWidth || w > mostWidth || h < leastHeight || h > mostHeight {
					t.Fatalf("%q is the size %d by %d", body, w, h)
				}
			default:
				t.Fatalf("%q is %T", body, m)
			}
		}
	})
}

func TestBuckets(t *testing.T) {
	now := time.Unix(0, 0)
	b := newBuckets(2, 1)
	address := func(s string) netip.Addr { return netip.MustParseAddr(s) }
	one, same, other := address("2001:db8::1"), address("2001:db8::2"), address("2001:db8:1::1")
	if !b.take(one, now) || !b.take(same, now) || b.take(one, now) {
		t.Error("addresses of one network do not share")
	}
	if !b.take(other, now) || !b.take(address("::ffff:192.0.2.1"), now) {
		t.Error("addresses of different networks share")
	}
	if !b.take(one, now.Add(time.Second)) || b.take(one, now.Add(time.Second)) {
		t.Error("a second does not give one back")
	}
	for i := range 3 * maxSources {
		b.take(netip.AddrFrom4([4]byte{10, byte(i >> 16), byte(i >> 8), byte(i)}), now)
	}
	if len(b.of) > maxSources {
		t.Errorf("%d addresses are remembered", len(b.of))
	}
}

func TestTranscriptIsBounded(t *testing.T) {
	s := newTranscript()
	for range 3 * maxTranscript {
		s.Write([]byte("a line\n"))
	}
	s.Write([]byte(strings.Repeat("x", 10*maxLine)))
	if len(s.lines) > maxTranscript || len(s.rest) > 11*maxLine {
		t.Errorf("%d lines and %d bytes are kept", len(s.lines), len(s.rest))
	}
	_, data, number, ok := s.since(0)
	if l := data.(Lines); !ok || !l.Full || len(l.Lines) != maxTranscript {
		t.Errorf("a new reader gets %d lines", len(l.Lines))
	}
	s.Write([]byte("\nlast\n"))
	_, data, _, _ = s.since(number)
	if l := data.(Lines); l.Full || len(l.Lines) != 2 || l.Lines[1] != "last" {
		t.Errorf("a reader who comes back gets %+v", l)
	}
}

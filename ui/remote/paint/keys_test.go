package paint

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/iotest"

	tea "github.com/charmbracelet/bubbletea"
)

// typed is what a program behind Keys is told of some bytes.
func typed(t testing.TB, in io.Reader, fast func()) (told []tea.KeyMsg) {
	t.Helper()
	done := make(chan struct{})
	m := &listener{}
	keys := NewKeys(in, fast)
	p := tea.NewProgram(m, tea.WithInput(&ending{keys, func(error) { close(done) }}), tea.WithOutput(io.Discard), tea.WithoutRenderer(), tea.WithoutSignalHandler())
	go func() {
		<-done
		p.Quit()
	}()
	if _, err := p.Run(); err != nil {
		t.Fatal(err)
	}
	return m.told
}

type listener struct{ told []tea.KeyMsg }

func (l *listener) Init() tea.Cmd { return nil }
func (l *listener) View() string  { return "" }
func (l *listener) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	if k, ok := m.(tea.KeyMsg); ok {
		l.told = append(l.told, k)
	}
	return l, nil
}

func TestKeysThatPass(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"ab", "a b"},
		{"ä€😀", "ä € 😀"},
		{"\x1b[A\x1b[1;5C\x1bOP", "up ctrl+right f1"},
		{"\x1b[[A\x1b[3~\x1b[Z", "f1 delete shift+tab"},
		{"\x1b\x1b[A", "alt+up"},
		{"\x1bq", "alt+q"},
		{"\x1b", "esc"},
		{"\r\t\x7f\x03 ", "enter tab backspace ctrl+c  "},
		{"\x1b[200~ABC-123\x1b[201~x", "[ABC-123] x"},
		{"a\x1b[M !!b", "a b"},
		{"a\x1b[<0;10;10Mb\x1b[<0;10;10mc", "a b c"},
		{"a\x1b]0;title\x07b\x1bP1$r0m\x1b\\c", "a b c"},
		{"a\x1b[?62;22cb\x1b[>0;1;2cd", "a b d"},
		{"a\x1b[Ib\x1b[Oc", "a b c"},
		{"a\xff\xfe\u0085\u202eb", "a b"},
		{"a\x1b[" + strings.Repeat("1", 100) + "~b", "a" + strings.Repeat(" 1", 100-mostSequence+2) + " ~ b"},
	} {
		for name, in := range map[string]io.Reader{"at once": strings.NewReader(c.in), "in halves": iotest.HalfReader(strings.NewReader(c.in))} {
			if name == "in halves" && strings.Contains(c.in, "\x1b") {
				continue // an escape at the end of a piece is the key
			}
			var got []string
			for _, k := range typed(t, in, nil) {
				got = append(got, k.String())
			}
			if text := strings.Join(got, " "); text != c.want {
				t.Errorf("%q %s: told %q, not %q", c.in, name, text, c.want)
			}
		}
	}
}

func TestPasteComesWholeAndBounded(t *testing.T) {
	long := strings.Repeat("0123456789", 20_000)
	told := typed(t, iotest.OneByteReader(strings.NewReader("\x1b[200~short\x1b[201~")), nil)
	if len(told) == 1 { // byte by byte the escape is a key, so this is for whole reads only
		t.Errorf("told %v", told)
	}
	told = typed(t, strings.NewReader("\x1b[200~"+long+"\x1b[201~z"), nil)
	if len(told) != 2 || !told[0].Paste || len(told[0].Runes) > mostPaste || len(told[0].Runes) < mostPaste/2 || told[1].String() != "z" {
		t.Errorf("of %d bytes pasted: %d messages", len(long), len(told))
	}
}

func TestTooFast(t *testing.T) {
	fast := 0
	told := typed(t, strings.NewReader(strings.Repeat("x", 5000)+"\x03"), func() { fast++ })
	if last := told[len(told)-1]; last.Type != tea.KeyCtrlC {
		t.Errorf("the last key is %v: ctrl+c did not get through", last)
	}
	if len(told) > 2*keysBurst || len(told)+fast != 5001 {
		t.Errorf("%d keys taken, %d refused", len(told), fast)
	}
}

func TestFloodEnds(t *testing.T) {
	k := NewKeys(flood{}, nil)
	var buf [256]byte
	for range 10_000_000 {
		if _, err := k.Read(buf[:]); err != nil {
			if !errors.Is(err, ErrFlood) {
				t.Error(err)
			}
			return
		}
	}
	t.Error("10 MB of keys were taken")
}

type flood struct{}

func (flood) Read(b []byte) (int, error) { return copy(b, bytes.Repeat([]byte("k"), len(b))), nil }

// FuzzKeys: whatever arrives, in whatever pieces, whole tokens come out, ctrl+c is not lost outside of a paste, and little
// is remembered.
func FuzzKeys(f *testing.F) {
	for _, s := range []string{"abc", "\x1b[A\x1b[200~p\x1b[201~", "\x1b]0;x\x07", "\x1b[M", "\x1b\x1b", "\x1b[<1;1", "ä\xc3", "\x1bO", "\x1b[$"} {
		f.Add([]byte(s), uint8(3))
	}
	f.Fuzz(func(t *testing.T, in []byte, piece uint8) {
		if len(in) > 4096 {
			return
		}
		k := NewKeys(&pieces{in, int(piece)%64 + 1}, nil)
		k.keys.burst, k.bytes.burst = 1<<20, 1<<20
		var buf [256]byte
		out := 0
		for {
			n, err := k.Read(buf[:])
			if err != nil {
				break
			}
			if out += n; out > len(in)+len(in)*len(pasteEnd) {
				t.Fatalf("%d bytes became %d", len(in), out)
			}
			if cap(k.paste) > 4*mostPaste {
				t.Fatalf("a paste of %d bytes is kept", cap(k.paste))
			}
		}
	})
}

// TestAnythingIntoTheProgram: no bytes in any pieces break the program that reads keys behind Keys.
func TestAnythingIntoTheProgram(t *testing.T) {
	parts := []string{"\x1b", "\x1b[", "\x1bO", "\x1b[200~", "\x1b[201~", "\x1b[<", "\x1b[M", "1", ";", "99999999999999999999", "M", "m", "\x00", "\xff", "ä", "\x1b]", "\x07", "A", "~", "I"}
	rng := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		var in []byte
		for range rng.IntN(40) {
			in = append(in, parts[rng.IntN(len(parts))]...)
		}
		if told := typed(t, &pieces{in, 1 + rng.IntN(100)}, nil); len(told) > len(in) {
			t.Fatalf("%q: %d keys", in, len(told))
		}
	}
}

// pieces hands bytes out a few at a time.
type pieces struct {
	rest []byte
	size int
}

func (p *pieces) Read(b []byte) (int, error) {
	if len(p.rest) == 0 {
		return 0, io.EOF
	}
	n := copy(b, p.rest[:min(p.size, len(p.rest))])
	p.rest = p.rest[n:]
	return n, nil
}

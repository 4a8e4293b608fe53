package paint

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"testing/synctest"
	"time"

	"callout/ui/remote"
)

// sent is what of some input is read as lines, and why there is no more.
func sent(in io.Reader) (string, error) {
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	l := NewLines(ctx, in)
	err := l.Take()
	if err != nil {
		stop()
	}
	read, _ := io.ReadAll(l)
	return string(read), err
}

func TestLines(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"look\nend\n", "look\nend\n"},
		{"look\r\nend\r\n", "look\nend\n"},
		{"look\rend\r", "look\nend\n"},
		{"\n\r\n\r", "\n\n\n"},
		{"look\r\rend", "look\n\nend\n"},
		{"look\nen", "look\nen\n"}, // as printf writes it
		{"look\nen\x03d\n", "look\n"},
		{"\x04look\n", ""},
		{"ä\x1b[A\xff\n", "ä\x1b[A\xff\n"}, // the program cleans it
	} {
		for name, in := range map[string]io.Reader{"at once": strings.NewReader(c.in), "byte by byte": iotest.OneByteReader(strings.NewReader(c.in))} {
			if got, err := sent(in); got != c.want || err != nil {
				t.Errorf("%q %s: read %q, %v", c.in, name, got, err)
			}
		}
	}
}

func TestLinesHaveALength(t *testing.T) {
	longest := strings.Repeat("x", remote.LongestLine)
	if got, err := sent(strings.NewReader(longest + "\r\n")); got != longest+"\n" || err != nil {
		t.Errorf("of the longest line %d bytes are read, %v", len(got), err)
	}
	if got, err := sent(strings.NewReader("look\n" + longest + "x\n")); !errors.Is(err, ErrLong) {
		t.Errorf("of a longer line %d bytes are read, %v", len(got), err)
	}
}

func TestLinesFlood(t *testing.T) {
	for name, in := range map[string]io.Reader{
		"lines": &endless{"end\n"}, "empty lines": &endless{"\r"},
	} {
		l := NewLines(context.Background(), in) // and nobody reads
		if err := l.Take(); !errors.Is(err, ErrFlood) {
			t.Errorf("%s: %v", name, err)
		}
		if len(l.kept) > mostKept {
			t.Errorf("%s: %d bytes are kept", name, len(l.kept))
		}
	}
}

// endless is the same text again and again.
type endless struct{ text string }

func (e *endless) Read(b []byte) (int, error) {
	return copy(b, strings.Repeat(e.text, len(b)/len(e.text))), nil
}

// TestLinesWaitTheirTurn: a script that comes at once is read as fast as fingers type, and nothing of it is lost.
func TestLinesWaitTheirTurn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const n = 3 * keysBurst
		l := NewLines(t.Context(), strings.NewReader(strings.Repeat("end\n", n)))
		if err := l.Take(); err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		read, _ := io.ReadAll(l)
		if got := bytes.Count(read, []byte("end\n")); got != n {
			t.Errorf("%d lines of %d are read", got, n)
		}
		if took, least := time.Since(began), (n-keysBurst)*keysEach; took < least || took > 2*least {
			t.Errorf("%d lines took %v, and not %v", n, took, least)
		}
	})
}

func TestLinesEndWithTheContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		in, out := io.Pipe()
		defer out.Close()
		l := NewLines(ctx, in)
		remote.Safely(func(p *remote.Panic) { t.Error(p) }, func() { l.Take() })
		ended := make(chan error)
		go func() {
			_, err := l.Read(make([]byte, 10))
			ended <- err
		}()
		synctest.Wait()
		stop()
		if err := <-ended; err != io.EOF {
			t.Errorf("ends with %v", err)
		}
	})
}

// FuzzLines: whatever arrives, in whatever pieces, the same lines come out, each with its end and none too long.
func FuzzLines(f *testing.F) {
	for _, s := range []string{"look\nend", "a\r\nb\rc\n", "\r\r\n\n", "x\x03y", "ä\xc3\x04", strings.Repeat("x", remote.LongestLine+1)} {
		f.Add([]byte(s), uint8(3))
	}
	f.Fuzz(func(t *testing.T, in []byte, piece uint8) {
		if len(in) > 4096 || bytes.Count(in, []byte("\n"))+bytes.Count(in, []byte("\r")) > keysBurst/2 { // more take their time
			return
		}
		got, err := sent(&pieces{in, int(piece)%64 + 1})
		whole, _, _ := bytes.Cut(bytes.ReplaceAll(in, []byte("\x04"), []byte("\x03")), []byte("\x03"))
		want := strings.ReplaceAll(strings.ReplaceAll(string(whole), "\r\n", "\n"), "\r", "\n")
		if len(whole) < len(in) {
			want = want[:strings.LastIndex(want, "\n")+1]
		} else if want != "" && !strings.HasSuffix(want, "\n") {
			want += "\n"
		}
		for line := range strings.Lines(want) {
			if len(line) > remote.LongestLine+1 && err == nil {
				t.Fatalf("a line of %d bytes is read", len(line))
			}
		}
		if err == nil && got != want {
			t.Fatalf("%q is read as %q", in, got)
		}
		if err != nil && !errors.Is(err, ErrLong) {
			t.Fatalf("%q: %v", in, err)
		}
	})
}

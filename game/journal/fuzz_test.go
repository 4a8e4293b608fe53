package journal

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// corpus adds a good journal, and pieces of it.
func corpus(f *testing.F) {
	path, _ := saved(f)
	good, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	for _, n := range []int{0, 1, 100, len(good) / 2, len(good) - 1} {
		f.Add(good[:n])
	}
	f.Add([]byte(`{"callout":3}`))
	f.Add(append(bytes.Clone(good), 0, 0, 0))
}

// FuzzVerify reads anything as a journal, without and with right checksums: an error or a report, never a panic.
func FuzzVerify(f *testing.F) {
	corpus(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		replay(bytes.NewReader(b), load, nil)
		summarise(bytes.NewReader(b))
		replay(bytes.NewReader(reseal(b)), load, nil)
	})
}

// FuzzResume resumes anything. What resumes must go on, and must verify afterwards; what does not stays as it is.
func FuzzResume(f *testing.F) {
	corpus(f)
	path := filepath.Join(f.TempDir(), "game.jsonl")
	f.Fuzz(func(t *testing.T, b []byte) {
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Resume(path, load)
		if err != nil {
			if after, _ := os.ReadFile(path); !bytes.Equal(after, b) {
				t.Fatal("a refused file was changed")
			}
			return
		}
		defer s.Close()
		defer func() {
			if s.Cut() != "" {
				os.Remove(s.Cut())
			}
		}()
		for s.CanUndo() {
			if _, err := s.Undo(); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.Note("hint", "20"); err != nil {
			t.Fatal(err)
		}
		if _, err := s.EndTurn(); err != nil {
			t.Fatal(err)
		}
		if _, err := Verify(path, load); err != nil {
			t.Fatal(err)
		}
	})
}

// reseal gives every line the checksum that it should have, so that fuzzing comes past them.
func reseal(b []byte) []byte {
	var out []byte
	var sum uint32
	for line := range bytes.Lines(b) {
		line = bytes.TrimSuffix(line, []byte("\n"))
		if len(line) <= sealed {
			return append(out, line...)
		}
		var s sealedLine = line[:len(line)-sealed]
		l, next, err := encode(s, sum)
		if err != nil {
			return append(out, line...)
		}
		out, sum = append(out, l...), next
	}
	return out
}

// sealedLine is a line's JSON without its last brace.
type sealedLine []byte

// MarshalJSON gives the line as it is, if it is JSON.
func (s sealedLine) MarshalJSON() ([]byte, error) { return append(bytes.Clone(s), '}'), nil }

package plain

import (
	"strings"
	"testing"
	"unicode"
)

// FuzzCommand types anything: no input may end the program, come back as control characters, or change the game
// without being an order that was acknowledged, or the end of a turn.
func FuzzCommand(f *testing.F) {
	for _, line := range []string{"look", "look A-001", "link A-001 search", "deploy r1 Asha", "end", "continue", "hint", "help read",
		"gloss toil", "answer M-001 report Asha", "duty asha on", "look \x1b[2J", "assign A-99999999999 Ü", "move basket you-run-it"} {
		f.Add(line)
	}
	s := sit(f, "ten-teams", 5)
	for range 12 {
		s.write("end")
	}
	start := s.session.Now().Clone()
	f.Fuzz(func(t *testing.T, line string) {
		if strings.ContainsAny(line, "\n\r") {
			return // is another line
		}
		start.CopyTo(s.session.Now())
		s.refresh()
		s.done = false
		before := s.session.Now().Digest()
		text := s.write("%s", line)
		if strings.ContainsFunc(text, func(r rune) bool { return r != '\n' && !unicode.IsPrint(r) && r != '\u00a0' }) {
			t.Fatalf("%q was answered with %q", line, text)
		}
		if s.session.Now().Digest() != before && !strings.HasPrefix(text, "Done: ") && !strings.Contains(text, "hours. Burnout") {
			t.Fatalf("%q changed the game and was answered with %q", line, text)
		}
		if s.broken != nil {
			t.Fatalf("%q broke the game: %v", line, s.broken)
		}
	})
}

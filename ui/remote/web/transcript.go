package web

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// maxTranscript is how many lines of a session that reads lines are kept for a reader who comes back.
const maxTranscript = 600

// transcript is what was said in a session that is played line by line. It is a writer that never blocks.
type transcript struct {
	bell
	mu     sync.Mutex
	lines  []string // the last ones
	number uint64   // of the last line, counted from 1
	rest   []byte   // of a line that has no end yet
}

func newTranscript() *transcript { return &transcript{bell: newBell()} }

// Write takes what the program says.
func (t *transcript) Write(p []byte) (int, error) {
	t.mu.Lock()
	for rest := p; len(rest) > 0; {
		end := strings.IndexByte(string(rest), '\n')
		if end < 0 {
			if len(t.rest) < maxLine { // a line without an end is not kept without end
				t.rest = append(t.rest, rest...)
			}
			break
		}
		t.add(string(t.rest) + string(rest[:end]))
		t.rest, rest = t.rest[:0], rest[end+1:]
	}
	t.mu.Unlock()
	t.ring()
	return len(p), nil
}

// echo puts down what the player said.
func (t *transcript) echo(line string) {
	t.mu.Lock()
	t.add(said + line)
	t.mu.Unlock()
	t.ring()
}

// said begins a line that the player said.
const said = "> "

func (t *transcript) add(line string) {
	line = strings.Map(func(r rune) rune {
		if r == '\t' {
			return ' '
		}
		if r == utf8.RuneError || unicode.IsControl(r) {
			return -1
		}
		return r
	}, line)
	if len(t.lines) == maxTranscript {
		t.lines = append(t.lines[:0], t.lines[1:]...)
	}
	t.lines = append(t.lines, line)
	t.number++
}

// Lines is what was said, as the page gets it.
type Lines struct {
	Full  bool     `json:"full,omitempty"` // nothing that was said before is to be kept
	Lines []string `json:"lines"`
}

func (t *transcript) since(n uint64) (string, any, uint64, bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if n == t.number {
		return "", nil, n, false
	}
	first := t.number - uint64(len(t.lines))
	l := Lines{Full: n > t.number || n < first || n == 0}
	if l.Full {
		n = first
	}
	l.Lines = append([]string{}, t.lines[n-first:]...)
	return "lines", l, t.number, true
}

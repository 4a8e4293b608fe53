package web

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"

	"callout/ui/remote"
)

// A Batch is what a person did, as the page sends it. Batches of a session are numbered from 1; the same number again is
// the same batch, sent twice because its answer was lost.
type Batch struct {
	N      uint64  `json:"n"`
	Events []Event `json:"events"`
}

// An Event is one key, one pasted text, one line, or a new size. Only one of them is given.
type Event struct {
	Key   string  `json:"key,omitempty"`   // its name as Bubble Tea has it, or the character
	Paste string  `json:"paste,omitempty"` // text that was pasted
	Line  *string `json:"line,omitempty"`  // a line for a session that reads lines
	Size  *Size   `json:"size,omitempty"`  // cells that there is room for
}

// Size is the size of a screen in cells.
type Size struct {
	Width  int `json:"w"`
	Height int `json:"h"`
}

// Limits of what a batch may hold.
const (
	maxBatch  = 16 << 10 // bytes
	maxEvents = 64
	maxPaste  = 4 << 10 // bytes
	maxLine   = remote.LongestLine
)

// readBatch reads a batch. The error says what is wrong with it.
func readBatch(r io.Reader) (Batch, error) {
	var b Batch
	if err := readJSON(r, &b); err != nil {
		return Batch{}, err
	}
	if b.N == 0 {
		return Batch{}, errors.New("batches are numbered from 1: this one has no number")
	}
	if len(b.Events) > maxEvents {
		return Batch{}, fmt.Errorf("a batch has up to %d events: this one has %d", maxEvents, len(b.Events))
	}
	for i, e := range b.Events {
		if err := e.check(); err != nil {
			return Batch{}, fmt.Errorf("event %d: %w", i, err)
		}
	}
	return b, nil
}

// readJSON reads one value and nothing after it. Unknown names are an error.
func readJSON(r io.Reader, into any) error {
	d := json.NewDecoder(io.LimitReader(r, maxBatch))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return fmt.Errorf("read JSON: %w", err)
	}
	if _, err := d.Token(); err != io.EOF {
		return errors.New("something follows the JSON")
	}
	return nil
}

// check says what is wrong with an event, if anything.
func (e Event) check() error {
	given := 0
	for _, there := range []bool{e.Key != "", e.Paste != "", e.Line != nil, e.Size != nil} {
		if there {
			given++
		}
	}
	switch {
	case given > 1:
		return errors.New("an event is one key, paste, line or size")
	case len(e.Paste) > maxPaste:
		return fmt.Errorf("up to %d bytes can be pasted: these are %d", maxPaste, len(e.Paste))
	case e.Line != nil && len(*e.Line) > maxLine:
		return fmt.Errorf("a line has up to %d bytes: this one has %d", maxLine, len(*e.Line))
	case e.Key != "":
		if _, ok := keyMessage(e.Key); !ok {
			return fmt.Errorf("%.20q is no key", e.Key)
		}
	}
	return nil
}

// message is the event as a screen takes it; nil where it is nothing for a screen.
func (e Event) message() tea.Msg {
	switch {
	case e.Key != "":
		if m, ok := keyMessage(e.Key); ok {
			return m
		}
	case e.Paste != "":
		if text := printable(e.Paste); len(text) > 0 {
			return tea.KeyMsg{Type: tea.KeyRunes, Runes: text, Paste: true}
		}
	case e.Size != nil:
		return tea.WindowSizeMsg{Width: e.Size.Width, Height: e.Size.Height}
	}
	return nil
}

// named are the keys that have a name and that the page may send. What would stop the server's process in a terminal is
// not among them.
var named = func() map[string]tea.KeyType {
	m := map[string]tea.KeyType{"space": tea.KeySpace, " ": tea.KeySpace}
	for _, k := range []tea.KeyType{
		tea.KeyUp, tea.KeyDown, tea.KeyLeft, tea.KeyRight, tea.KeyHome, tea.KeyEnd, tea.KeyPgUp, tea.KeyPgDown,
		tea.KeyEnter, tea.KeyEsc, tea.KeyTab, tea.KeyShiftTab, tea.KeyBackspace, tea.KeyDelete, tea.KeyCtrlW, tea.KeyCtrlU,
	} {
		m[k.String()] = k
	}
	return m
}()

// keyMessage is the message of a key by its name, or of a character.
func keyMessage(name string) (tea.KeyMsg, bool) {
	if k, ok := named[name]; ok {
		if k == tea.KeySpace {
			return tea.KeyMsg{Type: k, Runes: []rune{' '}}, true
		}
		return tea.KeyMsg{Type: k}, true
	}
	r, size := utf8.DecodeRuneInString(name)
	if size != len(name) || r == utf8.RuneError || !unicode.IsPrint(r) {
		return tea.KeyMsg{}, false
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}, true
}

// printable is text without control characters; ends of lines become blanks.
func printable(text string) []rune {
	runes := make([]rune, 0, len(text))
	for _, r := range text {
		switch {
		case r == '\n' || r == '\t':
			runes = append(runes, ' ')
		case r != utf8.RuneError && unicode.IsPrint(r):
			runes = append(runes, r)
		}
	}
	return runes
}

package journal

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"unicode"

	"callout/game/disk"
)

// Branch begins a game in a new file at to that shares its first turns, from 0, with the game in from, and returns it. The
// other game is played again and only read; it may be played by somebody else meanwhile. The new file appears whole
// or not at all. Its header says where it comes from.
func Branch(from, to string, turn int, load Loader) (*Session, error) {
	text, err := branch(from, turn, load)
	if err != nil {
		return nil, fmt.Errorf("branch a saved game: %w", err)
	}
	if err := disk.MakeFolder(filepath.Dir(to)); err != nil {
		return nil, fmt.Errorf("make the folder of a saved game: %w", err)
	}
	if err := free(to); err != nil {
		return nil, err
	}
	if err := disk.Write(to, text); err != nil {
		return nil, fmt.Errorf("create a saved game: %w", err)
	}
	return Resume(to, load)
}

// branch is the text of the new file.
func branch(from string, turn int, load Loader) ([]byte, error) {
	if turn < 0 {
		return nil, fmt.Errorf("there is no turn %d: the first is 1, and 0 begins anew", turn)
	}
	b := copier{turn: turn}
	report, err := Replay(from, load, b.see)
	if err != nil && !errors.Is(err, errEnough) {
		return nil, err
	}
	switch {
	case b.over:
		return nil, fmt.Errorf("%s: the game was over after turn %d: name an earlier one", from, turn)
	case b.turns < turn:
		return nil, fmt.Errorf("%s: it has no turn %d: %s", from, turn, turnsSo(report.Turns))
	}
	h := report.Header
	h.Format, h.Parent, h.ParentTurn = format, printable(filepath.Base(from)), turn
	return b.text(h)
}

func turnsSo(n int) string {
	switch n {
	case 0:
		return "none has ended in it yet"
	case 1:
		return "only one has ended in it"
	}
	return fmt.Sprintf("%d have ended in it", n)
}

// errEnough ends a replay that has seen what it wants.
var errEnough = errors.New("enough was read")

// A copier collects the lines up to the end of a turn.
type copier struct {
	turn, turns int
	over        bool
	lines       []any
}

func (c *copier) see(s Step) error {
	switch s.Kind {
	case Gave:
		c.lines = append(c.lines, order{s.Order})
	case Undid:
		c.lines = append(c.lines, undo{1})
	case Noted:
		c.lines = append(c.lines, note{s.Note.Kind, s.Note.Text})
	case Ended:
		c.turns++
		c.lines = append(c.lines, record(s.Game, c.turns))
	}
	if c.turns < c.turn {
		return nil
	}
	if c.turn == 0 {
		c.lines = nil
	} else {
		c.over = s.Game.Over()
	}
	return errEnough
}

// text is the file: the header, and the lines sealed anew.
func (c *copier) text(h Header) ([]byte, error) {
	text, sum, err := encode(h, 0)
	for i := 0; err == nil && i < len(c.lines); i++ {
		var line []byte
		line, sum, err = encode(c.lines[i], sum)
		text = append(text, line...)
	}
	return text, err
}

// printable is a name that can stand in a header.
func printable(name string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return '?'
		}
		return r
	}, strings.ToValidUTF8(name, "?"))
}

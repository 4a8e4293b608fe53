package journal

import (
	"fmt"
	"io"
	"os"

	"callout/game"
)

// Summary is what a menu shows of a saved game: what it is and how far it came.
type Summary struct {
	Path   string
	Header Header
	Turns  int
	Orders int // that stand
	Notes  int
	At     game.Minute // where it stands, or -1 before its first turn ended
	Over   bool
	Torn   bool // the last line was never finished

	pending int // orders of the turn that has not ended
}

// Summarise reads a journal and checks that it is whole, without playing it again: that is Verify's work.
func Summarise(path string) (Summary, error) {
	f, err := open(path, os.O_RDONLY)
	if err != nil {
		return Summary{}, err
	}
	defer f.Close()
	s, err := summarise(f)
	s.Path = path
	if err != nil {
		err = fmt.Errorf("%s: %w", path, err)
	}
	return s, err
}

func summarise(in io.Reader) (Summary, error) {
	s := Summary{At: -1}
	r, h, err := begin(in)
	if err != nil {
		return s, err
	}
	s.Header = h
	for {
		body, err := r.next()
		if err == io.EOF {
			s.Torn = len(r.torn) > 0
			return s, nil
		}
		if err != nil {
			return s, err
		}
		line, err := parse(body)
		if err == nil {
			err = s.count(line)
		}
		if err != nil {
			return s, r.wrong(err)
		}
	}
}

// count takes one line into the summary.
func (s *Summary) count(line any) error {
	switch line := line.(type) {
	case turn:
		s.Turns, s.At, s.Over, s.pending = line.Turn, game.Minute(line.At), line.Over, 0
	case note:
		s.Notes++
	case undo:
		if s.pending == 0 {
			return fmt.Errorf("%w: it takes back an order, and its turn has none", ErrDamaged)
		}
		s.Orders--
		s.pending--
	case order:
		s.Orders++
		s.pending++
	}
	return nil
}

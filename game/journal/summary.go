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
	Orders int
	At     game.Minute // where it stands, or -1 before its first turn ended
	Over   bool
	Torn   bool // the last line was never finished
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
		_, t, err := parse(body)
		switch {
		case err != nil:
			return s, r.wrong(err)
		case t != nil:
			s.Turns, s.At, s.Over = t.Turn, game.Minute(t.At), t.Over
		default:
			s.Orders++
		}
	}
}

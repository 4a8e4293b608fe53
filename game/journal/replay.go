package journal

import (
	"errors"
	"fmt"
	"io"
	"os"

	"callout/game"
)

// Report is how far a journal plays out as it was recorded.
type Report struct {
	Header  Header
	Turns   int // ended turns
	Orders  int // orders that stand, those of the turn that has not ended included
	Pending int // orders of the turn that has not ended
	Undone  int // orders that were taken back
	Notes   []Note
	At      game.Minute // where the game stands
	Digest  uint64      // of the state at the end
	Over    bool
	Torn    bool // the last line was never finished; it does not count
}

// Step is one line of a journal while it is played again.
type Step struct {
	Line   int // number in the file
	Kind   StepKind
	Game   *game.Game   // after it
	Order  string       // the order that was given, or taken back
	Note   Note         // what was noted
	Events []game.Event // what happened in the turn that ended; good until the next step
}

// StepKind is what a line of a journal says.
type StepKind uint8

// Kinds of steps.
const (
	Gave  StepKind = iota // an order was given
	Undid                 // the last order of the turn was taken back
	Noted                 // something was noted
	Ended                 // a turn ended
)

// Verify plays a journal again, from its header to its end, and compares every digest. The report tells how far it was
// good; the error says where it is not.
func Verify(path string, load Loader) (Report, error) { return Replay(path, load, nil) }

// Replay is Verify that shows each step to watch, after it was played and found right. An error from watch ends it.
func Replay(path string, load Loader, watch func(Step) error) (Report, error) {
	f, err := open(path, os.O_RDONLY)
	if err != nil {
		return Report{}, err
	}
	defer f.Close()
	p, err := replay(f, load, watch)
	if err != nil {
		err = fmt.Errorf("%s: %w", path, err)
	}
	return p.report, err
}

// A player plays a journal again.
type player struct {
	history
	read   *reader
	report Report
	watch  func(Step) error
}

// replay plays the journal in. The player that it returns is never nil, and tells how far it came.
func replay(in io.Reader, load Loader, watch func(Step) error) (*player, error) {
	p := &player{watch: watch}
	r, h, err := begin(in)
	if err != nil {
		return p, err
	}
	p.read, p.report.Header = r, h
	l, err := h.level(load)
	if err != nil {
		return p, r.wrong(err)
	}
	p.history = newHistory(l, h.Seeded())
	defer p.sum()
	for {
		body, err := r.next()
		if err == io.EOF {
			p.report.Torn = len(r.torn) > 0
			return p, nil
		}
		if err != nil {
			return p, err
		}
		if err := p.step(body); err != nil {
			return p, r.wrong(err)
		}
	}
}

// sum completes the report.
func (p *player) sum() {
	r := &p.report
	r.At, r.Digest, r.Over = p.game.Now(), p.game.Digest(), p.game.Over()
	r.Turns, r.Pending, r.Notes = p.turns(), len(p.pending()), p.notes
	for _, given := range p.orders {
		r.Orders += len(given)
	}
}

// step plays one line.
func (p *player) step(body []byte) error {
	line, err := parse(body)
	if err != nil {
		return err
	}
	s := Step{Line: p.read.line, Game: p.game}
	switch line := line.(type) {
	case order:
		s.Kind, s.Order, err = Gave, line.Order, p.give(line.Order)
	case undo:
		s.Kind = Undid
		s.Order, err = p.takeBack()
	case note:
		s.Kind = Noted
		if err = p.write(line); err == nil {
			s.Note = p.notes[len(p.notes)-1]
		} else {
			err = fmt.Errorf("%w: %w", ErrDamaged, err)
		}
	case turn:
		s.Kind = Ended
		s.Events, err = p.end(line)
	}
	if err == nil && p.watch != nil {
		err = p.watch(s)
	}
	return err
}

func (p *player) give(text string) error {
	o, err := p.game.Level().ParseOrder(text)
	if err == nil && p.game.Level().FormatOrder(o) != text {
		return fmt.Errorf("%w: %w", ErrDamaged, errShape)
	}
	if err == nil {
		err = p.do(o)
	}
	if err != nil {
		return fmt.Errorf("%w: the order %.80q was accepted then and is not now: %w", ErrDiffers, text, err)
	}
	return nil
}

func (p *player) takeBack() (string, error) {
	o, err := p.undo()
	switch {
	case errors.Is(err, errNothingToUndo):
		return "", fmt.Errorf("%w: it takes back an order, and its turn has none", ErrDamaged)
	case err != nil:
		return "", fmt.Errorf("%w: %w", ErrDiffers, err)
	}
	p.report.Undone++
	return p.game.Level().FormatOrder(o), nil
}

var errAfterEnd = errors.New("a turn was recorded after the end of the game")

func (p *player) end(t turn) ([]game.Event, error) {
	if t.Turn != p.turns()+1 {
		return nil, fmt.Errorf("%w: it is turn %d, turn %d was to come", ErrDamaged, t.Turn, p.turns()+1)
	}
	if p.game.Over() {
		return nil, fmt.Errorf("%w: %w", ErrDiffers, errAfterEnd)
	}
	events := p.endTurn()
	if got := record(p.game, t.Turn); got != t {
		return nil, fmt.Errorf("%w: turn %d ended with digest %s at %s, this time with %s at %s",
			ErrDiffers, t.Turn, t.Digest, game.Minute(max(t.At, 0)), got.Digest, game.Minute(got.At))
	}
	return events, nil
}

// record is the line for the turn that g has just ended.
func record(g *game.Game, n int) turn {
	return turn{Turn: n, At: int32(g.Now()), Digest: hexDigest(g.Digest()), Over: g.Over()}
}

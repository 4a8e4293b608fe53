package journal

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"callout/game"
)

// Report is how far a journal plays out as it was recorded.
type Report struct {
	Header  Header
	Turns   int         // ended turns
	Orders  int         // orders, those of the turn that has not ended included
	Pending int         // orders of the turn that has not ended
	At      game.Minute // where the game stands
	Digest  uint64      // of the state at the end
	Over    bool
	Torn    bool // the last line was never finished; it does not count
}

// Step is one line of a journal while it is played again.
type Step struct {
	Line   int // number in the file
	Game   *game.Game
	Order  string       // the order, or empty where a turn ended
	Events []game.Event // what happened in the turn; good until the next step
}

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
	read   *reader
	game   *game.Game
	report Report
	events []game.Event
	orders [][]game.Order // by turn
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
	p.game, p.orders = game.New(l, h.Seeded()), [][]game.Order{nil}
	defer func() { p.report.At, p.report.Digest, p.report.Over = p.game.Now(), p.game.Digest(), p.game.Over() }()
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

// step plays one line.
func (p *player) step(body []byte) error {
	o, t, err := parse(body)
	if err != nil {
		return err
	}
	s := Step{Line: p.read.line, Game: p.game}
	if t != nil {
		s.Events, err = p.endTurn(t)
	} else {
		s.Order, err = o.Order, p.do(o.Order)
	}
	if err == nil && p.watch != nil {
		err = p.watch(s)
	}
	return err
}

// parse reads a line after the header: an order, or else a turn.
func parse(body []byte) (*order, *turn, error) {
	var kind struct {
		Turn *int `json:"turn"`
	}
	if err := json.Unmarshal(body, &kind); err != nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrDamaged, errShape)
	}
	o, t := &order{}, &turn{}
	var v any = o
	if kind.Turn != nil {
		o, v = nil, t
	} else {
		t = nil
	}
	if err := decode(body, v); err != nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return o, t, nil
}

func (p *player) do(text string) error {
	o, err := p.game.Level().ParseOrder(text)
	if err == nil && p.game.Level().FormatOrder(o) != text {
		return fmt.Errorf("%w: %w", ErrDamaged, errShape)
	}
	if err == nil {
		err = p.game.Do(o)
	}
	if err != nil {
		return fmt.Errorf("%w: the order %.80q was accepted then and is not now: %w", ErrDiffers, text, err)
	}
	p.orders[len(p.orders)-1] = append(p.orders[len(p.orders)-1], o)
	p.report.Orders++
	p.report.Pending++
	return nil
}

var errAfterEnd = errors.New("a turn was recorded after the end of the game")

func (p *player) endTurn(t *turn) ([]game.Event, error) {
	if t.Turn != p.report.Turns+1 {
		return nil, fmt.Errorf("%w: it is turn %d, turn %d was to come", ErrDamaged, t.Turn, p.report.Turns+1)
	}
	if p.game.Over() {
		return nil, fmt.Errorf("%w: %w", ErrDiffers, errAfterEnd)
	}
	events := p.game.EndTurn()
	p.events = append(p.events, events...)
	if got := record(p.game, t.Turn); got != *t {
		return nil, fmt.Errorf("%w: turn %d ended with digest %s at %s, this time with %s at %s",
			ErrDiffers, t.Turn, t.Digest, game.Minute(max(t.At, 0)), got.Digest, game.Minute(got.At))
	}
	p.orders = append(p.orders, nil)
	p.report.Turns++
	p.report.Pending = 0
	return events, nil
}

// record is the line for the turn that g has just ended.
func record(g *game.Game, n int) turn {
	return turn{Turn: n, At: int32(g.Now()), Digest: hexDigest(g.Digest()), Over: g.Over()}
}

package paint

import (
	"context"
	"hash/maphash"
	"strings"
	"time"

	"callout/ui/line"
	"callout/ui/remote"
)

// write shows frames until ctx ends.
func (p *Painter) write(ctx context.Context) error {
	var (
		last  picture
		pace  pace
		clock = time.NewTimer(time.Hour)
	)
	defer clock.Stop()
	if p.s.Phase != nil {
		pace.late = func(at time.Time) time.Time { return at.Add(p.s.Phase()) }
	}
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-p.wake:
			p.mu.Lock()
			h := p.wanted
			p.wanted = never
			p.mu.Unlock()
			pace.want(h, time.Now())
		case <-clock.C:
		}
		if pace.due.IsZero() {
			continue
		}
		if wait := time.Until(pace.due); wait > 0 {
			clock.Reset(wait)
			continue
		}
		if err := p.show(&last); err != nil {
			return err
		}
		pace.shown(time.Now())
	}
}

// show draws the model as it is now, and shows what has changed.
func (p *Painter) show(last *picture) error {
	f := p.frame(last)
	if len(f.Rows) == 0 {
		return nil
	}
	p.frames.Add(1)
	return p.s.Out.Show(f)
}

// frame is what leads from the last picture to the model as it is now. A fault in the model's view ends the session.
func (p *Painter) frame(last *picture) (f Frame) {
	defer remote.Catch(p.fail)
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.w <= 0 || p.h <= 0 {
		return Frame{} // the model does not know yet how large it is
	}
	if p.afresh {
		p.afresh, last.lines = false, nil
	}
	f = last.next(p.model.View(), p.w, p.h)
	if p.notice != "" {
		f.Rows = last.over(f.Rows, p.h-1, line.Cut(p.notice, p.w))
	}
	return f
}

// picture is what the screen shows: of each line its hash, which is a fiftieth of the line.
type picture struct {
	w, h  int
	lines []uint64
}

var seed = maphash.MakeSeed()

// next is the frame that leads from the picture to the view, and makes the picture that of the view.
func (p *picture) next(view string, w, h int) Frame {
	f := Frame{Width: w, Height: h}
	if p.w != w || p.h != h || p.lines == nil {
		*p = picture{w, h, make([]uint64, h)}
		f.Whole = true
	}
	for n := range h {
		text, rest, _ := strings.Cut(view, "\n")
		view = rest
		sum := maphash.String(seed, text)
		if f.Whole || p.lines[n] != sum {
			p.lines[n] = sum
			f.Rows = append(f.Rows, Row{n, text})
		}
	}
	return f
}

// over puts another text in place of a row; the row itself comes back with the next frame.
func (p *picture) over(rows []Row, n int, text string) []Row {
	p.lines[n] = 0
	if len(rows) > 0 && rows[len(rows)-1].N == n {
		rows = rows[:len(rows)-1]
	}
	return append(rows, Row{n, text})
}

package main

import (
	"fmt"
	"sync/atomic"
	"time"
)

// workshop is a real one, which players join by its code. They move the cursor, which is on the screen as a mark.
type workshop struct {
	code string
	n    atomic.Int64
}

const cursor = "▸"

func (w *workshop) enter(p *player) error {
	if err := p.asks("", "Callout", 20*time.Second); err != nil {
		return err
	}
	name := fmt.Sprintf("Load %d", w.n.Add(1))
	_, err := fmt.Fprintf(p.in, "%s\r%s\r", w.code, name)
	return err
}

func (w *workshop) press(n int) (key, answer string) {
	return []string{"\x1b[B", "\x1b[A"}[n%2], cursor
}

package game

// queueGauge counts what waits for Application Operations: alerts that nobody works on or that need a decision,
// release requests that are unread or could be deployed, messages that are unread or unanswered. Its area and the
// sum of its waits agree at every moment (Little's law, Q1).
type queueGauge struct {
	length int32
	most   int32
	since  Minute
	area   int64 // item-minutes so far
	visits int64 // items that have left
	waited int64 // minutes that they had waited
}

// enqueue lets an item wait from now on; at is where it keeps its time.
func (g *Game) enqueue(at *Minute) {
	if *at != Never {
		return
	}
	*at = g.now
	g.queue.to(g.now, 1)
}

// dequeue ends an item's wait.
func (g *Game) dequeue(at *Minute) {
	if *at == Never {
		return
	}
	g.queue.visits++
	g.queue.waited += int64(g.now - *at)
	*at = Never
	g.queue.to(g.now, -1)
}

func (q *queueGauge) to(now Minute, d int32) {
	q.area += int64(q.length) * int64(now-q.since)
	q.since = now
	q.length += d
	q.most = max(q.most, q.length)
}

// queuePerAnalyst is the queue for each analyst at work or at home, in tenths.
func (g *Game) queuePerAnalyst() int32 {
	n := int32(0)
	for k := range g.analysts {
		if p := &g.analysts[k]; p.employed() && p.presence != Sick && p.presence != OnLeave {
			n++
		}
	}
	return g.queue.length * 10 / max(n, 1)
}

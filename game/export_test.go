package game

// QueueBooks are the queue's two accounts: its area over time in item-minutes, and the waits of all items, those
// that still wait included.
func (g *Game) QueueBooks() (area, waits int64, waiting int32) {
	area = g.queue.area + int64(g.queue.length)*int64(g.now-g.queue.since)
	waits = g.queue.waited
	for _, n := range g.openAlerts {
		waits += g.waitOf(g.alerts[n-1].queued, &waiting)
	}
	for _, n := range g.openRequests {
		waits += g.waitOf(g.requests[n-1].queued, &waiting)
	}
	for _, n := range g.openMessages {
		waits += g.waitOf(g.messages[n-1].queued, &waiting)
	}
	return area, waits, waiting - g.queue.length
}

func (g *Game) waitOf(since Minute, n *int32) int64 {
	if since == Never {
		return 0
	}
	*n++
	return int64(g.now - since)
}

// Truths are facts that no View may tell.
type Truths struct {
	App   map[int32]int // alert number to application
	Noise map[int32]bool
}

// Truth tells what lies behind the open alerts.
func (g *Game) Truth() Truths {
	t := Truths{map[int32]int{}, map[int32]bool{}}
	for _, n := range g.openAlerts {
		t.App[n] = int(g.alerts[n-1].app)
		t.Noise[n] = g.alerts[n-1].incident == 0
	}
	return t
}

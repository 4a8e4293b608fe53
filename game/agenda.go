package game

// agenda is what is going to happen, earliest first. Entries of the same minute come out in the order in which they
// were put in, so that a game never depends on how the heap happens to lie.
type agenda struct {
	heap []entry
	seq  uint32
}

// entry is one thing to come. gen lets its owner disown it: an entry whose gen is not its owner's any more is stale.
type entry struct {
	at   Minute
	seq  uint32
	kind entryKind
	id   int32
	gen  int32
}

type entryKind uint8

const (
	atFault         entryKind = iota // id: application
	atNoise                          // id: application
	atChange                         // id: application
	atRelease                        // id: application
	atDetect                         // id: incident
	atCustomers                      // id: incident
	atBlast                          // id: incident, gen: dependent application
	atBurst                          // id: incident
	atDebt                           // id: incident
	atChangeFault                    // id: deployment
	atDeskDone                       // id: alert
	atDeskMended                     // id: alert
	atHandedOver                     // id: alert, gen: link of the chain
	atRepeat                         // id: alert, gen: its generation
	atWorkDone                       // id: analyst, gen: the work's generation
	atTeamAnswers                    // id: alert, gen: its generation
	atTeamDone                       // id: alert, gen: its generation
	atApproved                       // id: request
	atWish                           // id: request
	atChase                          // id: request
	atEscalation                     // id: request
	atUnread                         // id: request
	atRework                         // id: deployment
	atTeamDeploys                    // id: request
	atPress                          // id: incident
	atIgnored                        // id: message
	atBack                           // id: analyst, gen: the absence's generation
	atJoin                           // id: application, joining during play
	atMoved                          // id: application, gen: model
	atReview                         // id: application, gen: model
	atEvening                        // the working day ends
	atHappening                      // id: index in Level.Happenings
	atHappeningEnds                  // id: the same
)

func (a *agenda) push(at Minute, kind entryKind, id, gen int32) {
	a.seq++
	e := entry{at, a.seq, kind, id, gen}
	a.heap = append(a.heap, e)
	i := len(a.heap) - 1
	for i > 0 {
		p := (i - 1) / 2
		if !e.before(&a.heap[p]) {
			break
		}
		a.heap[i] = a.heap[p]
		i = p
	}
	a.heap[i] = e
}

// next is the minute of the first entry, or Never.
func (a *agenda) next() Minute {
	if len(a.heap) == 0 {
		return Never
	}
	return a.heap[0].at
}

func (a *agenda) pop() entry {
	top := a.heap[0]
	n := len(a.heap) - 1
	last := a.heap[n]
	a.heap = a.heap[:n]
	if n == 0 {
		return top
	}
	i := 0
	for {
		c := 2*i + 1
		if c >= n {
			break
		}
		if c+1 < n && a.heap[c+1].before(&a.heap[c]) {
			c++
		}
		if !a.heap[c].before(&last) {
			break
		}
		a.heap[i] = a.heap[c]
		i = c
	}
	a.heap[i] = last
	return top
}

func (e *entry) before(o *entry) bool {
	return e.at < o.at || e.at == o.at && e.seq < o.seq
}

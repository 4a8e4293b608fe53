package game

import "slices"

// tally counts what the metrics need. Lists hold one number per incident, deployment or acknowledgement, for medians.
type tally struct {
	incidents    int32
	blasts       int32
	noise        int32
	links        int32
	misrouted    int32 // wrong links noticed, real alerts dismissed, bounces
	bounces      int32
	escalations  int32
	handoffs     int32
	pressed      int32
	callouts     int32
	teamCallouts int32
	unpaid       int32
	interrupts   int32
	attempts     int32
	failed       int32
	reworked     int32
	late         int32
	left         int32
	batches      int64
	deployments  int32
	syncMinutes  int64
	burnoutHours int64
	burnoutWorst int32
	states       [IncidentStates]int64

	// In rising order where a goal may ask for the median all the time.
	waits []int32 // of deployments, in working minutes
	ttrs  []int32 // of restored incidents, in minutes
	acks  []int32 // as they came
}

func (t *tally) restored(inc *incident) {
	for s, m := range inc.states {
		t.states[s] += int64(m)
	}
	t.ttrs = insert(t.ttrs, int32(inc.restored-inc.began))
}

func (t *tally) acknowledged(m Minute) { t.acks = append(t.acks, int32(m)) }

func (t *tally) deployed(batch int32, working, _ Minute) {
	t.deployments++
	t.batches += int64(batch)
	t.waits = insert(t.waits, int32(working))
}

// insert puts x into a rising list at its place.
func insert(list []int32, x int32) []int32 {
	i, _ := slices.BinarySearch(list, x)
	return slices.Insert(list, i, x)
}

// copyLists copies the lists of another tally into this one's memory; the numbers have been copied already.
func (t *tally) copyLists(old, from *tally) {
	t.waits = append(old.waits[:0], from.waits...)
	t.acks = append(old.acks[:0], from.acks...)
	t.ttrs = append(old.ttrs[:0], from.ttrs...)
}

package game

import "testing"

// TestTraceLeavesNoGap: the spans of every incident sum to its states, those that are still open included, a traced game
// has the digest of one that is not, and no copy of it writes into its trace.
func TestTraceLeavesNoGap(t *testing.T) {
	l := smallLevel()
	l.Happenings = []Happening{
		{At: dayStart + 10, Kind: Fault, App: 2, To: int(CodeFault), Amount: 800},
		{At: dayStart + 50, Kind: Fault, App: 0, To: int(ConfigurationFault), Amount: 300},
	}
	traced, plain := New(l, SeedFrom(1)), New(l, SeedFrom(1))
	var trace Trace
	traced.Trace(&trace)
	for _, g := range []*Game{traced, plain} {
		for turn := range 6 {
			if turn == 2 {
				if err := g.Do(Order{Kind: Duty, Analyst: 0, Choice: On}); err != nil {
					t.Fatal(err)
				}
			}
			g.Clone().EndTurn()
			g.EndTurn()
		}
	}
	traced.EndTrace()
	if traced.Digest() != plain.Digest() {
		t.Error("noting what happens changes the game")
	}
	sums := map[int32][IncidentStates]Minute{}
	ends := map[int32]Minute{}
	for _, s := range trace.States {
		if end, ok := ends[s.Incident]; ok && end != s.From {
			t.Errorf("incident %d: nothing from %v to %v", s.Incident, end, s.From)
		}
		sum := sums[s.Incident]
		sum[s.State] += s.To - s.From
		sums[s.Incident], ends[s.Incident] = sum, s.To
	}
	losses := traced.Result().Losses
	if len(losses) < 2 {
		t.Fatalf("%d incidents: the faults of the level did not come", len(losses))
	}
	for _, n := range losses {
		if sums[n.Incident] != n.States {
			t.Errorf("incident %d: the trace has %v, the engine %v", n.Incident, sums[n.Incident], n.States)
		}
	}
	if len(trace.Work) == 0 {
		t.Error("nobody worked")
	}
	for i := range trace.Events {
		if int(trace.Events[i].ID) != i+1 {
			t.Fatalf("event %d is at index %d of the trace", trace.Events[i].ID, i)
		}
	}
}

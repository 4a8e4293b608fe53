package game

// goalState is what management did to one goal.
type goalState struct {
	relief  int64 // per mille by which it was relaxed
	offered bool
}

// goalView is goal i as it stands. A share is compared in thousandths, other metrics in their own unit.
func (g *Game) goalView(i int) GoalView {
	spec := &g.level.Goals[i]
	s := &g.goals[i]
	v := GoalView{Metric: spec.Metric, AtMost: spec.AtMost, Value: spec.Value, Relaxed: s.relief > 0}
	d := spec.Value * s.relief / 1000
	if spec.AtMost {
		v.Value += d
	} else {
		v.Value -= d
	}
	v.Current = g.metric(spec.Metric).N
	if spec.AtMost {
		v.Met = v.Current <= v.Value
	} else {
		v.Met = v.Current >= v.Value
	}
	return v
}

// reviewGoals lets management offer to renegotiate what cannot be kept any more.
func (g *Game) reviewGoals() {
	for i := range g.level.Goals[:min(len(g.level.Goals), maxGoals)] {
		v := g.goalView(i)
		s := &g.goals[i]
		if v.Met || s.offered || g.level.End-g.now < Day {
			continue
		}
		s.offered = true
		e := ev(GoalInDanger)
		e.Item = g.newMessage(message{kind: OfferMessage, app: None, team: None, goal: int32(i)})
		g.messages[e.Item.N-1].event = g.emit(e)
		return // one at a time
	}
}

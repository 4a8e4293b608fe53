package policy

import "callout/game"

// plan is a release request that may be deployed.
type plan struct {
	index  int
	urgent game.Minute // lower comes first
}

// deployments reads what has come and gives what may be deployed to whoever knows the application.
func (r *rule) deployments(v *game.View, give Give) {
	r.plans = r.plans[:0]
	if r.has(freezes) {
		r.freeze(v, give)
	}
	for i := range v.Requests {
		q := &v.Requests[i]
		switch {
		case q.State == game.Unread && !r.has(reads):
		case q.State == game.Unread:
			give(game.Order{Kind: game.Read, Item: game.Item{Kind: game.Request, N: q.N}})
		case q.State == game.ReadyToDeploy && q.Analyst == game.None && !v.Frozen && !r.style.noDeploys && !r.mustWait(v, q):
			r.plan(v, i)
		}
	}
	for i := range r.plans {
		q := &v.Requests[r.plans[i].index]
		k := r.deployer(v, q.App)
		if k == game.None {
			return
		}
		if give(game.Order{Kind: game.Deploy, Item: game.Item{Kind: game.Request, N: q.N}, Analyst: k}) == nil {
			r.crew.give(k, game.WorkDeploy)
		}
	}
}

// mustWait tells whether request q wishes to go after another that is still open, and has the time; nothing is
// deployed onto an application that is broken.
func (r *rule) mustWait(v *game.View, q *game.RequestView) bool {
	if q.App == game.None {
		return true
	}
	if !r.has(deploysEarly) {
		return !q.Late && !q.Pressed
	}
	return q.After != game.None && v.Now < q.Deadline+2*game.Day || v.Apps[q.App].Health != game.Healthy
}

func (r *rule) plan(v *game.View, index int) {
	q := &v.Requests[index]
	p := plan{index, q.Deadline - game.Minute(q.Batch)*2*game.Hour}
	if q.Pressed {
		p.urgent -= game.Week
	}
	i := len(r.plans)
	r.plans = append(r.plans, p)
	for ; i > 0 && r.plans[i-1].urgent > p.urgent; i-- {
		r.plans[i] = r.plans[i-1]
	}
	r.plans[i] = p
}

// deployer is who would deploy application i best, of those who are free within the hour, or None.
func (r *rule) deployer(v *game.View, i int) int {
	best, least := game.None, game.Never
	for k := range r.crew.load {
		if !r.crew.ready(k) || r.crew.free[k] > v.Now+game.Hour {
			continue
		}
		took := r.crew.free[k] + game.Minute(120*(1000-r.crew.knows(k, i))/1000) + game.Minute(v.Analysts[k].Fatigue)
		if took < least {
			best, least = k, took
		}
	}
	return best
}

// freeze lets nothing be deployed while customers come in crowds, nor shortly before.
func (r *rule) freeze(v *game.View, give Give) {
	const crowd, before = 2000, 4 * game.Hour
	peak := false
	r.calendar = v.Calendar(r.calendar[:0])
	for i := range r.calendar {
		h := &r.calendar[i]
		peak = peak || h.Kind == game.Campaign && h.Amount >= crowd && v.Now >= h.At-before && v.Now < h.Until
	}
	if peak == v.Frozen {
		return
	}
	o := game.Order{Kind: game.Freeze, Choice: game.Off}
	if peak {
		o.Choice = game.On
	}
	if give(o) == nil {
		v.Frozen = peak
	}
}

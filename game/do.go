package game

import "fmt"

// Do gives an order. It returns an error that says what would be right, and then nothing has changed.
func (g *Game) Do(o Order) error {
	if g.over {
		return fmt.Errorf("the game is over: no order can be given any more")
	}
	if o.Kind == NoOrder || o.Kind >= orderKinds {
		return fmt.Errorf("order %d is not an order: use one of %s", o.Kind, orderWords())
	}
	if err := g.checkNames(&o); err != nil {
		return err
	}
	switch o.Kind {
	case Read:
		return g.doRead(o)
	case Link, Dismiss, Assign, Workaround, Escalate:
		return g.doAlert(o)
	case Deploy:
		return g.doDeploy(o)
	case RollBack:
		return g.doRollBack(o)
	case First, Drop:
		return g.doQueue(o)
	case Sync, Runbook, Tune:
		return g.doImprove(o)
	case Rest, OnStandby, Duty:
		return g.doPeople(o)
	case Freeze:
		return g.doFreeze(o)
	default:
		return g.doAnswer(o)
	}
}

// checkNames refuses indices that name nobody and nothing.
func (g *Game) checkNames(o *Order) error {
	f := orderForms[o.Kind]
	for i := range len(f.args) {
		switch f.args[i] {
		case 'a':
			if o.Analyst < 0 || o.Analyst >= len(g.analysts) || !g.analysts[o.Analyst].employed() {
				return fmt.Errorf("%s needs an analyst who works here", f.word)
			}
		case 'p':
			if o.App < 0 || o.App >= len(g.apps) || !g.apps[o.App].live {
				return fmt.Errorf("%s needs an application that is live", f.word)
			}
		case 't':
			if o.Team < 0 || o.Team >= len(g.teams) || !g.teams[o.Team].joined {
				return fmt.Errorf("%s needs a Delivery team that is here", f.word)
			}
		}
	}
	return nil
}

// alertIn is the open alert that an order is about.
func (g *Game) alertIn(o Order) (*alert, error) {
	n := o.Item.N
	if o.Item.Kind != Alert {
		return nil, fmt.Errorf("%s is about an alert, and %s is not one: write it as A-001", o.Kind, o.Item)
	}
	if n < 1 || int(n) > len(g.alerts) || g.alerts[n-1].raised == Never {
		return nil, fmt.Errorf("there is no alert %s in the inbox", o.Item)
	}
	if g.alerts[n-1].closed {
		return nil, fmt.Errorf("%s is closed already", o.Item)
	}
	return &g.alerts[n-1], nil
}

// requestIn is the open request that an order is about.
func (g *Game) requestIn(o Order) (*request, error) {
	n := o.Item.N
	if o.Item.Kind != Request {
		return nil, fmt.Errorf("%s is about a release request, and %s is not one: write it as R-001", o.Kind, o.Item)
	}
	if n < 1 || int(n) > len(g.requests) {
		return nil, fmt.Errorf("there is no release request %s in the inbox", o.Item)
	}
	if g.requests[n-1].closed {
		return nil, fmt.Errorf("%s is closed already", o.Item)
	}
	return &g.requests[n-1], nil
}

// messageIn is the open message that an order is about.
func (g *Game) messageIn(o Order) (*message, error) {
	n := o.Item.N
	if o.Item.Kind != Message || n < 1 || int(n) > len(g.messages) {
		return nil, fmt.Errorf("there is no message %s in the inbox: write it as M-001", o.Item)
	}
	if g.messages[n-1].closed {
		return nil, fmt.Errorf("%s is closed already", o.Item)
	}
	return &g.messages[n-1], nil
}

func (g *Game) doRead(o Order) error {
	switch o.Item.Kind {
	case Request:
		r, err := g.requestIn(o)
		if err != nil {
			return err
		}
		if r.state != Unread {
			return fmt.Errorf("%s has been read and is in the plan", o.Item)
		}
		g.read(o.Item.N)
	case Message:
		m, err := g.messageIn(o)
		if err != nil {
			return err
		}
		m.read = true
		if m.kind == ChaseMessage || m.kind == NoticeMessage {
			g.closeMessage(o.Item.N)
		}
	default:
		return fmt.Errorf("read is about a release request or a message: an alert is read at a glance")
	}
	return nil
}

func (g *Game) doAlert(o Order) error {
	a, err := g.alertIn(o)
	if err != nil {
		return err
	}
	if a.state == WithTeam || a.state == AskedTeam {
		if o.Kind == Escalate && a.state == AskedTeam && int(a.team) != o.Team {
			g.ask(o.Item.N, int32(o.Team))
			return nil
		}
		return fmt.Errorf("%s is with %s: wait for their answer", o.Item, g.level.Teams[a.team].Name)
	}
	switch o.Kind {
	case Link:
		if a.confirmed {
			return fmt.Errorf("%s is known to be %s", o.Item, g.level.Applications[a.linked].Name)
		}
		for _, r := range a.ruled[:a.nRuled] {
			if int(r) == o.App {
				return fmt.Errorf("somebody has looked: %s is not %s", o.Item, g.level.Applications[o.App].Name)
			}
		}
		g.link(o.Item.N, int32(o.App))
	case Dismiss:
		if a.confirmed {
			return fmt.Errorf("%s is known to be real", o.Item)
		}
		g.dismiss(o.Item.N)
	case Escalate:
		g.ask(o.Item.N, int32(o.Team))
	case Assign:
		if a.state == NeedsDecision || a.state == WithUpstream {
			return fmt.Errorf("%s is diagnosed and not Operations' to mend: escalate it, or work around", o.Item)
		}
		return g.give(o, WorkAlert)
	case Workaround:
		if a.linked == None {
			return fmt.Errorf("%s is not linked to an application: there is nothing to work around yet", o.Item)
		}
		return g.give(o, WorkWorkaround)
	}
	g.startAll()
	return nil
}

// give puts work on an item into an analyst's queue, calling the analyst out when it is night and customers suffer.
func (g *Game) give(o Order, w Work) error {
	k := int32(o.Analyst)
	p := &g.analysts[k]
	name := g.level.Analysts[k].Name
	if p.presence == Sick || p.presence == OnLeave {
		return fmt.Errorf("%s is away until %s", name, p.back)
	}
	if p.nQueue == maxTasks {
		return fmt.Errorf("%s has %d things waiting already: nobody can keep more in mind", name, maxTasks)
	}
	t := task{work: w, item: o.Item, app: int32(o.App)}
	if holder := g.holder(o.Item); holder != None {
		if holder == k && p.work.item == o.Item && p.work.work == w {
			return fmt.Errorf("%s is on %s already", name, o.Item)
		}
		g.takeFrom(holder, o.Item)
	}
	switch o.Item.Kind {
	case Alert:
		a := &g.alerts[o.Item.N-1]
		a.analyst = k
		if a.state == Waiting || w == WorkAlert {
			a.state = Queued
		}
	case Request:
		r := &g.requests[o.Item.N-1]
		r.analyst = k
		if r.approved <= g.now {
			r.state = DeployQueued
		}
	case Message:
		g.messages[o.Item.N-1].analyst = k
	}
	g.queueLast(k, t)
	if incident := w == WorkAlert || w == WorkWorkaround || w == WorkRollBack; incident && p.presence == OnCall && !g.now.InHours() {
		n := int32(0)
		if o.Item.Kind == Alert {
			n = o.Item.N
		}
		if n == 0 || g.alerts[n-1].page {
			g.callOut(k, n)
		}
	}
	g.startAll()
	return nil
}

// holder is the analyst who has an item, or None.
func (g *Game) holder(i Item) int32 {
	switch i.Kind {
	case Alert:
		return g.alerts[i.N-1].analyst
	case Request:
		return g.requests[i.N-1].analyst
	case Message:
		return g.messages[i.N-1].analyst
	}
	return None
}

// takeFrom takes an item out of analyst k's hands and queue, keeping what is left of the work with the item.
func (g *Game) takeFrom(k int32, i Item) {
	p := &g.analysts[k]
	if p.work.work != Idle && p.work.item == i {
		g.interrupted(k)
		g.putDown(k)
	}
	g.takeOff(k, i)
	g.freed = false
}

// interrupted: analyst k is taken off unfinished work, which strains more than it slows (C38).
func (g *Game) interrupted(k int32) {
	p := &g.analysts[k]
	p.fatigue = min(p.fatigue+g.level.Balance.InterruptStrain, fullPoints)
	g.tally.interrupts++
	e := ev(Interrupted)
	e.Analyst, e.Item = k, p.work.item
	g.emit(e)
}

func (g *Game) doDeploy(o Order) error {
	r, err := g.requestIn(o)
	if err != nil {
		return err
	}
	if r.state == Unread {
		return fmt.Errorf("%s has not been read: read it first, so that it is planned", o.Item)
	}
	return g.give(o, WorkDeploy)
}

func (g *Game) doRollBack(o Order) error {
	a := &g.apps[o.App]
	if a.last == 0 || g.deployments[a.last-1].rolledBack {
		return fmt.Errorf("%s has no deployment that could be rolled back", g.level.Applications[o.App].Name)
	}
	o.Item = Item{}
	return g.give(o, WorkRollBack)
}

func (g *Game) doQueue(o Order) error {
	if o.Item.Kind == Alert {
		if _, err := g.alertIn(o); err != nil {
			return err
		}
	} else if o.Item.Kind == Request {
		if _, err := g.requestIn(o); err != nil {
			return err
		}
	} else if _, err := g.messageIn(o); err != nil {
		return err
	}
	k := g.holder(o.Item)
	if k == None {
		return fmt.Errorf("nobody has %s: assign it first", o.Item)
	}
	if o.Kind == First {
		if g.analysts[k].work.item == o.Item {
			return fmt.Errorf("%s is on %s already", g.level.Analysts[k].Name, o.Item)
		}
		g.first(k, o.Item)
		g.startAll()
		return nil
	}
	g.takeFrom(k, o.Item)
	g.release(&task{item: o.Item})
	g.startAll()
	return nil
}

// first moves an item to the front of analyst k's queue and interrupts what they do, if it can be begun.
func (g *Game) first(k int32, item Item) {
	p := &g.analysts[k]
	for i := int32(0); i < p.nQueue; i++ {
		if p.queue[i].item != item {
			continue
		}
		t := p.queue[i]
		copy(p.queue[1:i+1], p.queue[:i])
		p.queue[0] = t
		if p.work.work != Idle && p.here() && g.startable(&t, p.presence == CalledIn) {
			copy(p.queue[:], p.queue[1:p.nQueue])
			p.nQueue--
			g.interrupted(k)
			g.putDown(k)
			g.start(k, t)
		}
		return
	}
}

func (g *Game) doImprove(o Order) error {
	w := map3(o.Kind)
	o.Item = Item{}
	p := &g.analysts[o.Analyst]
	for i := range p.queue[:p.nQueue] {
		if p.queue[i].work == w && int(p.queue[i].app) == o.App {
			return fmt.Errorf("%s has that waiting already", g.level.Analysts[o.Analyst].Name)
		}
	}
	return g.give(o, w)
}

// map3 is the work that an improvement order asks for.
func map3(k OrderKind) Work {
	switch k {
	case Sync:
		return WorkSync
	case Runbook:
		return WorkRunbook
	}
	return WorkTune
}

func (g *Game) doPeople(o Order) error {
	k := int32(o.Analyst)
	p := &g.analysts[k]
	name := g.level.Analysts[k].Name
	switch o.Kind {
	case Rest:
		if p.presence == Sick || p.presence == OnLeave {
			return fmt.Errorf("%s is away already", name)
		}
		g.rest(k)
		g.startAll()
	case OnStandby:
		if g.standby == k {
			return fmt.Errorf("%s is on standby already", name)
		}
		if p.presence == Sick || p.presence == OnLeave {
			return fmt.Errorf("%s is away until %s", name, p.back)
		}
		g.setStandby(k)
	case Duty:
		if o.Choice != On && o.Choice != Off {
			return fmt.Errorf("duty is on or off: write \"duty %s on\"", name)
		}
		p.duty = o.Choice == On
		g.startAll()
	}
	return nil
}

func (g *Game) doFreeze(o Order) error {
	if o.Choice != On && o.Choice != Off {
		return fmt.Errorf("a freeze is on or off: write \"freeze on\"")
	}
	if g.frozen == (o.Choice == On) {
		return fmt.Errorf("the freeze is %s already", o.Choice)
	}
	g.frozen = o.Choice == On
	e := ev(FreezeSet)
	if g.frozen {
		e.Amount = 1
	}
	g.emit(e)
	g.startAll()
	return nil
}

func (g *Game) doAnswer(o Order) error {
	m, err := g.messageIn(o)
	if err != nil {
		return err
	}
	allowed := g.answers(m)
	ok := false
	for _, c := range allowed {
		ok = ok || c == o.Choice
	}
	if !ok {
		if len(allowed) == 0 {
			return fmt.Errorf("%s needs no answer: read it", o.Item)
		}
		return fmt.Errorf("%s cannot be answered with %q: use one of %v", o.Item, o.Choice.String(), allowed)
	}
	switch o.Choice {
	case Report:
		if o.Analyst < 0 || o.Analyst >= len(g.analysts) || !g.analysts[o.Analyst].employed() {
			return fmt.Errorf("a report needs an analyst to write it: \"answer %s report %s\"", o.Item, g.level.exampleAnalyst())
		}
		o.App = None
		m.read = true
		return g.give(o, WorkReport)
	case Refuse:
		g.refuse(o.Item.N)
	default:
		g.renegotiate(o.Item.N, o.Choice)
	}
	return nil
}

var (
	pressAnswers  = []Choice{Report, Refuse}
	offerAnswers  = []Choice{Scope, People, Overtime, Unchanged}
	noHireAnswers = []Choice{Scope, Overtime, Unchanged}
)

// answers is what message m can be answered with.
func (g *Game) answers(m *message) []Choice {
	switch {
	case m.kind == PressMessage:
		return pressAnswers
	case m.kind == OfferMessage && g.canHire():
		return offerAnswers
	case m.kind == OfferMessage:
		return noHireAnswers
	}
	return nil
}

package game

// Do gives an order. It returns an error that says what would be right, and then nothing has changed.
func (g *Game) Do(o Order) error {
	if g.over {
		return refuse(refusedOver)
	}
	if o.Kind == NoOrder || o.Kind >= orderKinds {
		return refuse(refusedKind, "n", int(o.Kind), "orders", orderWords())
	}
	if err := g.checkNames(&o); err != nil {
		return err
	}
	err := g.carryOut(o)
	g.restartFreed()
	return err
}

func (g *Game) carryOut(o Order) error {
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
	case Sync, Runbook, Tune, Instrument, Chaos:
		return g.doImprove(o)
	case Move:
		return g.doMove(o)
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
				return refuse(refusedNoAnalyst, "order", f.word)
			}
		case 'p':
			if o.App < 0 || o.App >= len(g.apps) || !g.apps[o.App].live {
				return refuse(refusedNoApplication, "order", f.word)
			}
		case 'm':
			if o.Model < 0 || o.Model >= len(g.level.Models) {
				return refuse(refusedNoModel, "order", f.word)
			}
		case 't':
			if o.Team < 0 || o.Team >= len(g.teams) || !g.teams[o.Team].joined {
				return refuse(refusedNoTeam, "order", f.word)
			}
		}
	}
	return nil
}

// alertIn is the open alert that an order is about.
func (g *Game) alertIn(o Order) (*alert, error) {
	n := o.Item.N
	if o.Item.Kind != Alert {
		return nil, refuse(refusedNotAlert, "order", o.Kind, "item", o.Item)
	}
	if n < 1 || int(n) > len(g.alerts) || g.alerts[n-1].raised == Never {
		return nil, refuse(refusedUnknownAlert, "item", o.Item)
	}
	if g.alerts[n-1].closed {
		return nil, refuse(refusedClosed, "item", o.Item)
	}
	return &g.alerts[n-1], nil
}

// requestIn is the open request that an order is about.
func (g *Game) requestIn(o Order) (*request, error) {
	n := o.Item.N
	if o.Item.Kind != Request {
		return nil, refuse(refusedNotRequest, "order", o.Kind, "item", o.Item)
	}
	if n < 1 || int(n) > len(g.requests) {
		return nil, refuse(refusedUnknownRequest, "item", o.Item)
	}
	if g.requests[n-1].closed {
		return nil, refuse(refusedClosed, "item", o.Item)
	}
	return &g.requests[n-1], nil
}

// messageIn is the open message that an order is about.
func (g *Game) messageIn(o Order) (*message, error) {
	n := o.Item.N
	if o.Item.Kind != Message || n < 1 || int(n) > len(g.messages) {
		return nil, refuse(refusedUnknownMessage, "item", o.Item)
	}
	if g.messages[n-1].closed {
		return nil, refuse(refusedClosed, "item", o.Item)
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
			return refuse(refusedRead, "item", o.Item)
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
		return refuse(refusedGlance)
	}
	return nil
}

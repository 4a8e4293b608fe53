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
				return fmt.Errorf("%s needs an analyst who works here", f.word)
			}
		case 'p':
			if o.App < 0 || o.App >= len(g.apps) || !g.apps[o.App].live {
				return fmt.Errorf("%s needs an application that is live", f.word)
			}
		case 'm':
			if o.Model < 0 || o.Model >= len(g.level.Models) {
				return fmt.Errorf("%s needs a support model that this level knows", f.word)
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

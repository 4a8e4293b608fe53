package game

func (g *Game) doPeople(o Order) error {
	k := int32(o.Analyst)
	p := &g.analysts[k]
	name := g.level.Analysts[k].Name
	switch o.Kind {
	case Rest:
		if p.presence == Sick || p.presence == OnLeave {
			return refuse(refusedResting, "who", name)
		}
		g.rest(k)
		g.startAll()
	case OnStandby:
		if g.standby == k {
			return refuse(refusedOnStandby, "who", name)
		}
		if p.presence == Sick || p.presence == OnLeave {
			return refuse(refusedAway, "who", name, "when", p.back)
		}
		g.setStandby(k)
	case Duty:
		if o.Choice != On && o.Choice != Off {
			return refuse(refusedDuty, "who", name)
		}
		p.duty = o.Choice == On
		g.startAll()
	}
	return nil
}

func (g *Game) doFreeze(o Order) error {
	if o.Choice != On && o.Choice != Off {
		return refuse(refusedFreeze)
	}
	if g.frozen && o.Choice == On {
		return refuse(refusedFrozen)
	}
	if !g.frozen && o.Choice == Off {
		return refuse(refusedUnfrozen)
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
			return refuse(refusedUnanswered, "item", o.Item)
		}
		return refuse(refusedAnswer, "item", o.Item, "choice", typed(o.Choice.String()), "choices", listed(allowed))
	}
	switch o.Choice {
	case Report:
		if o.Analyst < 0 || o.Analyst >= len(g.analysts) || !g.analysts[o.Analyst].employed() {
			return refuse(refusedReport, "item", o.Item, "who", g.level.exampleAnalyst())
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

package game

// Price is what an order is likely to cost, as far as Application Operations can tell beforehand: the middle half of
// the minutes of work or of waiting, and the chance in thousandths that it goes wrong, where that can be told.
type Price struct {
	Lo, Hi Minute
	Risk   PerMille
	Waits  bool // the minutes are waiting for others, not work
	Pence  Pence
}

// Price tells what order o is likely to cost. ok is false where it costs nothing but the decision.
func (v *View) Price(o Order) (p Price, ok bool) {
	b := &v.level.Balance
	switch o.Kind {
	case Assign:
		if a := v.alert(o.Item); a != nil {
			return v.alertPrice(o, a), true
		}
	case Workaround:
		if a := v.alert(o.Item); a != nil {
			return v.work(b.WorkaroundWork, v.knowTime(o.Analyst, a.Linked)), true
		}
	case Deploy:
		for i := range v.Requests {
			if r := &v.Requests[i]; r.N == o.Item.N && r.App >= 0 {
				return v.deployPrice(o, r), true
			}
		}
	case RollBack:
		return v.work(b.RollbackWork, 1000), true
	case Escalate:
		return v.answerPrice(o), true
	case Sync:
		return Price{Lo: b.SyncWork, Hi: b.SyncWork}, true
	case Runbook:
		return v.work(b.RunbookWork, 1000), true
	case Instrument:
		return v.work(b.InstrumentWork, 1000), true
	case Chaos:
		return v.work(b.ChaosWork, 1000), true
	case Move:
		if o.Model >= 0 && o.Model < len(v.level.Models) {
			m := &v.level.Models[o.Model]
			return Price{Lo: m.SetUpFor, Hi: m.SetUpFor, Waits: true, Pence: m.SetUp}, true
		}
	case Tune:
		return v.work(b.TuneWork, 1000), true
	case Answer:
		if o.Choice == Report {
			return Price{Lo: b.StatusWork, Hi: b.StatusWork}, true
		}
	}
	return Price{}, false
}

// Knows is how well analyst k knows application i as far as they remember, 0 to 1000.
func (v *View) Knows(k, i int) PerMille {
	if k >= 0 && k < len(v.Analysts) {
		for _, known := range v.Analysts[k].Knows {
			if known.App == i {
				return known.Level
			}
		}
	}
	return 0
}

func (v *View) alert(item Item) *AlertView {
	for i := range v.Alerts {
		if v.Alerts[i].N == item.N && item.Kind == Alert {
			return &v.Alerts[i]
		}
	}
	return nil
}

// work is the price of some work around a median, at the given time factor in per mille.
func (v *View) work(median Minute, factor int32) Price {
	q := v.level.Balance.ShortSpread
	at := func(quarter int) Minute {
		if len(q) == 0 {
			return median
		}
		return max(1, Minute(int64(median)*int64(q[len(q)*quarter/4])/1000*int64(factor)/1000))
	}
	return Price{Lo: at(1), Hi: at(3)}
}

func (v *View) knowTime(k, i int) int32 { return v.level.Balance.KnowledgeTime.At(v.Knows(k, i)) }

func (v *View) alertPrice(o Order, a *AlertView) Price {
	b := &v.level.Balance
	if a.Linked == None {
		return v.work(b.InvestigateWork, b.KnowledgeTime.At(300))
	}
	median, factor := b.DiagnoseWork, v.knowTime(o.Analyst, a.Linked)
	if a.Cause != UnknownFault {
		median = b.RepairWork
	}
	if q := b.RepairSpread; len(q) > 3 {
		lo := Minute(int64(median) * int64(q[len(q)/4]) / 1000 * int64(factor) / 1000)
		hi := Minute(int64(median) * int64(q[len(q)*3/4]) / 1000 * int64(factor) / 1000)
		return Price{Lo: max(lo, 1), Hi: max(hi, 1)}
	}
	return v.work(median, factor)
}

func (v *View) deployPrice(o Order, r *RequestView) Price {
	b := &v.level.Balance
	spec := &v.level.Applications[r.App]
	median := b.DeployWork + b.DeployPerChange*Minute(min(r.Batch, maxBatch))
	median -= median * Minute(spec.Pipeline) / 1000 * Minute(b.PipelineTime) / 1000
	p := v.work(median, v.knowTime(o.Analyst, r.App))
	risk := batchFailure(b.ChangeFailure)[min(r.Batch, maxBatch)]
	risk = risk * int64(b.DeployKnowledge.At(v.Knows(o.Analyst, r.App))) / 1000
	if o.Analyst >= 0 && o.Analyst < len(v.Analysts) {
		risk = risk * int64(b.DeployFatigue.At(v.Analysts[o.Analyst].Fatigue)) / 1000
	}
	if r.After != None {
		risk = risk * int64(b.OrderMistake) / 1000
	}
	p.Risk = PerMille(min(risk, 950_000) / 1000)
	return p
}

// answerPrice is how long a Delivery team is likely to take to answer: in hours as warm as they sound, out of hours
// perhaps not before morning.
func (v *View) answerPrice(o Order) Price {
	b := &v.level.Balance
	goodwill := int32(500)
	if o.Team >= 0 && o.Team < len(v.Teams) {
		goodwill = v.Teams[o.Team].Goodwill*200 + 100
	}
	p := v.work(b.AnswerInHours, b.AnswerGoodwill.At(goodwill))
	p.Waits = true
	if !v.Now.InHours() {
		p.Lo, p.Hi = b.NightDelay, v.Now.nextShift()-v.Now+p.Hi
	}
	return p
}

package report

import (
	"cmp"
	"math"
	"slices"

	"callout/game"
	"callout/game/debrief"
	"callout/game/drawing"
	"callout/game/words"
	"callout/game/workshop/after"
)

// shownFaults is how many common faults the table has; JSON and CSV have all of them.
const shownFaults = 12

// roomFaults answers why the same fault cost one team more than another.
func roomFaults(r *after.Room) *section {
	if len(r.Teams) < 2 {
		return nil
	}
	s := &section{ID: "faults", Question: words.Say("after.faults.question"), Answer: words.Say("after.faults.none", "n", len(r.Teams))}
	if len(r.Common) == 0 {
		return s
	}
	common := game.Pence(0)
	for i := range r.Common {
		common += r.Common[i].Pence
	}
	first := &r.Common[0]
	if first.Low != nil {
		s.Answer = words.Say("after.faults.answer", "n", len(r.Common), "share", words.Percent(shareOf(common, r.Lost)), "app", first.Name, "at", words.Date(first.Began),
			"low", words.Money(first.Low.Pence), "high", words.Money(first.High.Pence))
	} else {
		s.Answer = words.Say("after.faults.even", "n", len(r.Common))
	}
	s.add(part{Text: words.Say("after.faults.same")})
	var cards []card
	for i := range r.Common {
		if r.Common[i].Low != nil {
			cards = append(cards, faultCard(r, i))
		}
	}
	s.add(part{Cards: cards})
	s.add(part{Table: faultTable(r)})
	return s
}

// faultCard sets the cheapest and the dearest bill of a fault beside each other.
func faultCard(r *after.Room, i int) card {
	f := &r.Common[i]
	return card{
		Badge: words.Say("report.fires.rank", "n", i+1),
		Title: words.Say("after.faults.title", "app", f.Name, "at", words.Date(f.Began), "low", words.Money(f.Low.Pence), "high", words.Money(f.High.Pence)),
		Texts: []string{f.Why}, Chart: billChart(r, i), Sides: []side{billSide(r, f.Low, true), billSide(r, f.High, false)},
	}
}

func billSide(r *after.Room, b *after.Side, cheap bool) side {
	s := side{Title: r.Teams[b.Team].Name, Good: cheap, Text: words.Say("after.faults.bill", "money", words.MoneyExact(b.Pence), "span", words.Span(b.Minutes))}
	kept, left := dearSteps(b.Causes)
	for i := range b.Causes {
		if c := &b.Causes[i]; kept[i] {
			x := step{When: words.Date(c.At), Text: c.Text, Order: c.Order, Own: c.Decision}
			if c.Own && c.Pence > 0 {
				x.Note = words.Money(c.Pence)
			}
			s.Steps = append(s.Steps, x)
		}
	}
	if left.n > 0 {
		s.Text = words.Say("after.faults.left", "bill", s.Text, "n", left.n, "span", words.Span(left.minutes), "money", words.Money(left.pence))
	}
	return s
}

// shownSteps is how many steps of a chain are shown at each side; JSON has all of them.
const shownSteps = 9

// leftSteps are the steps that are not shown.
type leftSteps struct {
	n       int
	minutes game.Minute
	pence   game.Pence
}

// dearSteps chooses the steps of a chain that are shown: what brought the incident and how it ended, and between them the
// dearest ones.
func dearSteps(causes []debrief.Step) (kept []bool, left leftSteps) {
	kept = make([]bool, len(causes))
	order := make([]int, len(causes))
	for i := range order {
		order[i] = i
	}
	weight := func(i int) game.Pence {
		if !causes[i].Own {
			return math.MaxInt64
		}
		return causes[i].Pence
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(weight(b), weight(a)) })
	for place, i := range order {
		if kept[i] = place < shownSteps; !kept[i] {
			left = leftSteps{left.n + 1, left.minutes + causes[i].Minutes, left.pence + causes[i].Pence}
		}
	}
	return kept, left
}

// ranked are the bills of a fault, the cheapest first.
func ranked(f *after.Fault) []after.Bill {
	bills := slices.Clone(f.Bills)
	slices.SortStableFunc(bills, func(a, b after.Bill) int { return cmp.Compare(a.Pence, b.Pence) })
	return bills
}

// billChart has a bar for each team, of what the minutes of the fault went into there.
func billChart(r *after.Room, i int) *chart {
	f, keys := &r.Common[i], stateKeys()
	b := &bars{}
	t := &table{Title: words.Say("after.faults.bills", "app", f.Name, "at", words.Date(f.Began)), Stack: true, Columns: []column{
		{Title: words.Say("after.column.team"), Free: true}, {Title: words.Say("report.column.minutes"), Number: true},
		{Title: words.Say("report.column.money"), Number: true}, {Title: words.Say("report.column.where"), Free: true},
	}}
	bills, sum := ranked(f), game.Pence(0)
	var used []key
	for s := range keys {
		if slices.ContainsFunc(bills, func(b after.Bill) bool { return b.States[s] > 0 }) {
			used = append(used, keys[s])
		}
	}
	for _, k := range spread(len(bills), mostRows) {
		x := &bills[k]
		b.rows = append(b.rows, barRow{label: r.Teams[x.Team].Name, value: words.Money(x.Pence), parts: stateSum(x.States)})
	}
	for k := range bills {
		x := &bills[k]
		sum += x.Pence
		t.Rows = append(t.Rows, row{Cells: []string{
			r.Teams[x.Team].Name, words.Number(int64(x.Minutes)), words.MoneyExact(x.Pence), statesText(x.States),
		}, Share: none})
	}
	t.Rows = append(t.Rows, row{Cells: []string{words.Say("report.column.sum"), "", words.MoneyExact(sum), ""}, Share: none, Sum: true})
	return &chart{ID: "fault-" + letter(i), Title: words.Say("after.faults.chart"), Says: words.Say("after.faults.says"), Keys: used, Table: t,
		Draw: func(id string, width int) *drawing.Canvas { return b.draw(id, width, keys) }}
}

// faultTable has the common faults, and in one row each the rest of them and those that only some had, so that its sum is
// what the room lost.
func faultTable(r *after.Room) *table {
	t := &table{Title: words.Say("after.faults.table"), Stack: true, Columns: []column{
		{Title: words.Say("after.column.fault"), Free: true}, {Title: words.Say("after.column.low"), Number: true}, {Title: words.Say("after.column.high"), Number: true},
		{Title: words.Say("after.column.all"), Number: true},
	}}
	rest, n := game.Pence(0), 0
	for i := range r.Common {
		f := &r.Common[i]
		if i >= shownFaults {
			rest, n = rest+f.Pence, n+1
			continue
		}
		bills := ranked(f)
		t.Rows = append(t.Rows, row{Cells: []string{
			words.Say("after.faults.name", "app", f.Name, "at", words.Date(f.Began), "kind", words.FaultKind(f.Kind)),
			words.MoneyExact(bills[0].Pence), words.MoneyExact(bills[len(bills)-1].Pence), words.MoneyExact(f.Pence),
		}, Share: none})
	}
	if n > 0 {
		t.Rows = append(t.Rows, row{Cells: []string{words.Say("report.restore.others", "n", n), "", "", words.MoneyExact(rest)}, Share: none})
	}
	if r.Others.Faults > 0 {
		t.Rows = append(t.Rows, row{Cells: []string{words.Say("after.faults.some", "n", r.Others.Faults), "", "", words.MoneyExact(r.Others.Pence)}, Share: none})
	}
	t.Rows = append(t.Rows, row{Cells: []string{words.Say("report.column.sum"), "", "", words.MoneyExact(r.Lost)}, Share: none, Sum: true})
	return t
}

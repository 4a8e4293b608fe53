package month

import (
	"fmt"
	"time"
)

// Week is a week of the level in which teams changed more, or less, than usual.
type Week struct {
	N      int    // 1 is the week in which the level begins
	Amount Figure // per mille of the usual changes
}

// weeks finds the weeks whose changes differ from the usual by more than chance brings. It is only asked where the level is
// as long as the data: a level that stands for a longer time has usual weeks only.
func (m *Month) weeks(d *data) {
	first := monday(m.From)
	n := int(m.To.Sub(first).Hours()/24+6) / 7
	if n < 2 || n > 6 {
		return
	}
	changes, all := make([]int64, n), int64(0)
	for i := range d.deployments {
		k := int(d.at(d.deployments[i].At).Sub(first).Hours() / (24 * 7))
		if k >= 0 && k < n {
			c := int64(max(d.deployments[i].Changes, 1))
			changes[k] += c
			all += c
		}
	}
	for k, c := range changes {
		if whole := m.wholeWeek(first.AddDate(0, 0, 7*k)); !whole || all == 0 {
			continue // a week of which the data has a part tells nothing about it
		}
		off := c*int64(n) - all // n times its difference from the mean
		if off*off <= 4*all*int64(n) {
			continue // within two standard deviations of a count
		}
		m.Demand = append(m.Demand, Week{k + 1, estimated(min(max(c*int64(n)*1000/all, 50), 20_000),
			"%s in this week, %s in a usual one", count(int(c), "change", "changes"), tenths(all*1000/int64(n)))})
	}
}

// monday is the beginning of the week of t.
func monday(t time.Time) time.Time { return day(t).AddDate(0, 0, -(int(t.Weekday())+6)%7) }

// wholeWeek tells whether the data has all working days of the week that begins at t.
func (m *Month) wholeWeek(t time.Time) bool {
	return !t.Before(m.From) && !t.AddDate(0, 0, 5).After(m.To)
}

// writeWeeks writes the unusual weeks as happenings.
func (m *Month) writeWeeks(line func(string, ...any)) {
	for _, w := range m.Demand {
		from := fmt.Sprintf("week %d Mon 00:00", w.N)
		if w.N == 1 {
			from = m.firstWorkingDay().String()[:3] + " 09:00"
		}
		line("\n[[happening]]\nat = %q\nkind = \"demand\"\namount = %s %s\nuntil = \"week %d Sun 23:59\"", from, thousandths(w.Amount.N), w.Amount.Comment(), w.N)
	}
}

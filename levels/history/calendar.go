package history

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"
	"github.com/teambition/rrule-go"
)

const (
	longestCalendar = 32 << 20
	mostRepeats     = 5000 // of one entry of a calendar
)

// readCalendar reads the shifts of an on-call calendar. Whoever is invited is on call, else whom the title names. An
// entry that repeats is written out for two years.
func readCalendar(in io.Reader, file string, o *Options, h *History) (*Recognised, error) {
	if o.Kind != Any && o.Kind != Rota {
		return nil, fmt.Errorf("%s: a calendar tells who was on call, not of %s: export those as CSV or JSON", file, o.Kind)
	}
	limited := &io.LimitedReader{R: in, N: longestCalendar + 1}
	cal, err := ics.ParseCalendar(endless{limited})
	switch {
	case errors.Is(err, errTooLong) || limited.N <= 0:
		return nil, fmt.Errorf("%s: it is longer than %d MiB: export a shorter time", file, longestCalendar>>20)
	case err != nil:
		return nil, fmt.Errorf("%s: it cannot be read as a calendar: %w", file, err)
	}
	r := &Recognised{Source: "an on-call calendar", Kind: Rota, Form: "iCalendar"}
	if row := floating(cal); row > 0 && o.Zone == nil { // said before anything is taken, so that it can be read again
		return nil, fmt.Errorf("%s: entry %d: %w: say it with --zone, such as --zone Europe/Berlin, or time_zone in a mapping", file, row, ErrZone)
	}
	for _, e := range cal.Events() {
		r.Rows++
		h.Rows++
		if err := shifts(e, file, r.Rows, o, h); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// endless says that the input is too long rather than that it ended.
type endless struct{ *io.LimitedReader }

func (e endless) Read(p []byte) (int, error) {
	if e.N <= 0 {
		return 0, errTooLong
	}
	return e.LimitedReader.Read(p)
}

// shifts takes one entry of the calendar over.
func shifts(e *ics.VEvent, file string, row int, o *Options, h *History) error {
	who := onCall(e)
	from, err := e.GetStartAt()
	if err != nil || !plausible(from) {
		h.note(BadTime, file, row, who)
		return nil
	}
	to, err := e.GetEndAt()
	if err != nil || !plausible(to) || !to.After(from) {
		h.note(BadTime, file, row, who)
		return nil
	}
	if o.Zone != nil {
		from, to = onTheWall(from, o.Zone), onTheWall(to, o.Zone)
	}
	if who == "" {
		h.note(NoApplication, file, row, "")
		return nil
	}
	person, ok := h.person(who)
	if !ok {
		return fmt.Errorf("%s: entry %d: more than %d people are on call: this is no rota", file, row, maxPeople)
	}
	some := false
	for _, start := range starts(e, from) {
		s := Shift{Who: person, From: Moment(start.Unix() / 60), To: Moment(start.Add(to.Sub(from)).Unix() / 60)}
		if h.again("shift", who, start.UTC().Format(time.RFC3339)) {
			continue
		}
		h.Shifts, some = append(h.Shifts, s), true
	}
	if !some {
		h.note(Duplicate, file, row, who)
	}
	return nil
}

// floating is the number of the first entry with a time that does not say its zone, 0 where all do. The library puts such
// times into the zone of the machine.
func floating(cal *ics.Calendar) int {
	for i, e := range cal.Events() {
		from, err := e.GetStartAt()
		to, wrong := e.GetEndAt()
		if err == nil && from.Location() == time.Local || wrong == nil && to.Location() == time.Local {
			return i + 1
		}
	}
	return 0
}

// onTheWall is the time that a clock in a zone shows as t does where it is.
func onTheWall(t time.Time, zone *time.Location) time.Time {
	if t.Location() != time.Local {
		return t
	}
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, zone)
}

// onCall is who an entry is about.
func onCall(e *ics.VEvent) string {
	for _, p := range e.Properties {
		if strings.EqualFold(p.IANAToken, string(ics.ComponentPropertyAttendee)) {
			for name, values := range p.ICalParameters {
				if strings.EqualFold(name, "CN") && len(values) > 0 && values[0] != "" {
					return strings.Trim(values[0], `"`)
				}
			}
		}
	}
	if p := e.GetProperty(ics.ComponentPropertySummary); p != nil {
		who, _, _ := strings.Cut(p.Value, " is on call")
		who = strings.TrimPrefix(who, "On Call - ")
		who = strings.TrimPrefix(who, "On call: ")
		who, _, _ = strings.Cut(who, " - ")
		return strings.TrimSpace(who)
	}
	return ""
}

// starts are the times at which an entry begins: once, or as its rule repeats it.
func starts(e *ics.VEvent, from time.Time) []time.Time {
	p := e.GetProperty(ics.ComponentPropertyRrule)
	if p == nil {
		return []time.Time{from}
	}
	o, err := rrule.StrToROption(p.Value)
	if err != nil || o.Freq > rrule.DAILY {
		return []time.Time{from} // nobody hands over the pager by the hour, and such rules may never end
	}
	o.Dtstart = from
	if o.Count == 0 || o.Count > mostRepeats {
		o.Count = mostRepeats
	}
	rule, err := rrule.NewRRule(*o)
	if err != nil {
		return []time.Time{from}
	}
	if all := rule.Between(from, from.AddDate(2, 0, 0), true); len(all) > 0 {
		return all
	}
	return []time.Time{from} // a rule that never comes true
}

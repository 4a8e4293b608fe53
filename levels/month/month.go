package month

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"callout/levels/history"
)

// Options say what the data does not.
type Options struct {
	Name, Title string         // of the level; empty for usual ones
	Zone        *time.Location // where the people work; nil for UTC
	From, To    time.Time      // the time that counts; zero for all there is
	Model       string         // the support model that was in use; empty for ops-run-it
	Days        int            // working days of the level; 0 for those of the data, at most a month
	Anonymise   bool           // no name of the data is written
	Revenue     int64          // pounds per hour that an application earns at its peak; 0 where nobody says
}

// Month is what a level is made from, and what it is compared with.
type Month struct {
	Name, Title string
	From, To    time.Time // in the zone of the people, whole days
	Weeks       int64     // thousandths of a week between them
	Days        int       // working days of the level
	Model       string
	Revenue     int64 // pounds per hour at the peak, of every application

	Apps          []App
	Teams         []string
	Analysts      []string
	AnalystsKnown bool // they are those of the rota
	Profile       *Profile
	Demand        []Week // weeks in which teams changed more, or less, than usual
	ChangeFailure Figure // per mille per change
	Work          Figure // per mille of the usual work on an incident; package fit finds it
	Faults        Figure // per mille of the faults that the counts suggest; package fit finds it
	Releases      Figure // per mille of the release requests that the counts suggest; package fit finds it
	Bursts        int64  // thousandths: how much more the counts of incidents vary from day to day than by chance alone
	Real          Real
	Facts         Facts

	Warnings []string // what a reader should know before believing it
}

// App is the figures of one application.
type App struct {
	Name        string // as the level has it
	Was         string // as the data has it; empty where names were taken off
	Team        string
	Incidents   int
	Noise       int
	Deployments int
	Changes     Figure // thousandths finished per week
	Release     Figure // minutes between release requests
	Faults      Figure // thousandths of a latent fault per week, as the level format wants it
	NoiseRate   Figure // thousandths of a false alert per week, as the level format wants it
}

// Real is what really happened, for comparison with what is simulated. Times are in minutes.
type Real struct {
	Incidents   int // false alarms left out
	Deployments int
	Closed      int // incidents with an end
	TTRMedian   int64
	TTRP90      int64
	Acked       int // incidents with a time of acknowledgement
	TTAMedian   int64
	Nights      int // incidents that began out of hours
}

// Limits of a level.
const (
	usualDays = 20
	mostDays  = 130
	mostApps  = 400
)

// errNothing means that there is no incident and no deployment in the time.
var errNothing = errors.New("there is no incident and no deployment in it to make a level from")

// Of works out the month of a history. h is in order, see history.History.Sort.
func Of(h *history.History, o Options) (*Month, error) {
	if o.Zone == nil {
		o.Zone = time.UTC
	}
	m := &Month{Name: o.Name, Title: o.Title, Model: o.Model}
	if m.Name == "" {
		m.Name = "our-month"
	}
	if m.Title == "" {
		m.Title = "Our month"
	}
	if m.Model == "" {
		m.Model = "ops-run-it"
	}
	if m.Revenue = o.Revenue; m.Revenue <= 0 {
		m.Revenue = 5000
	}
	d, err := m.period(h, &o)
	if err != nil {
		return nil, err
	}
	if err := m.applications(h, d, &o); err != nil {
		return nil, err
	}
	m.people(h, d, &o)
	m.real(d, &o)
	m.facts(d)
	m.changeFailure(d)
	m.profile(d)
	m.weeks(d)
	for i := range m.Apps {
		m.rates(i, d, &o)
	}
	m.Work = assumed(1000, "not fitted yet")
	m.Faults = assumed(1000, "not fitted yet")
	m.Releases = assumed(1000, "not fitted yet")
	m.warn(h)
	return m, nil
}

// data is what counts of a history: within the period, by application of the level.
type data struct {
	incidents   []history.Incident
	deployments []history.Deployment
	shifts      []history.Shift
	zone        *time.Location
	byApp       [][]int // indices into deployments
	afterChange []bool  // by incident: a deployment of its application came shortly before
	latent      []int   // by application: incidents that none preceded
}

// at is a moment where the people work.
func (d *data) at(m history.Moment) time.Time { return time.Unix(int64(m)*60, 0).In(d.zone) }

// inHours tells whether people are at work at t: on weekdays from nine to five.
func inHours(t time.Time) bool {
	return t.Weekday() != time.Saturday && t.Weekday() != time.Sunday && t.Hour() >= 9 && t.Hour() < 17
}

// period finds the time that counts, in whole days, and what lies in it.
func (m *Month) period(h *history.History, o *Options) (*data, error) {
	first, last := history.Moment(1<<31-1), history.Moment(-1)
	see := func(at history.Moment) { first, last = min(first, at), max(last, at) }
	for i := range h.Incidents {
		see(h.Incidents[i].Began)
	}
	for i := range h.Deployments {
		see(h.Deployments[i].At)
	}
	if last < 0 {
		return nil, errNothing
	}
	d := &data{zone: o.Zone}
	m.From, m.To = day(d.at(first)), day(d.at(last)).AddDate(0, 0, 1)
	if !o.From.IsZero() {
		m.From = day(o.From.In(o.Zone))
	}
	if !o.To.IsZero() {
		m.To = day(o.To.In(o.Zone))
	}
	if !m.To.After(m.From) {
		return nil, fmt.Errorf("the time from %s to %s has no day", m.From.Format(time.DateOnly), m.To.Format(time.DateOnly))
	}
	from, to := history.Moment(m.From.Unix()/60), history.Moment(m.To.Unix()/60)
	m.Weeks = max(int64(to-from)*1000/(7*24*60), 1)
	for i := range h.Incidents {
		if at := h.Incidents[i].Began; at >= from && at < to {
			d.incidents = append(d.incidents, h.Incidents[i])
		}
	}
	for i := range h.Deployments {
		if at := h.Deployments[i].At; at >= from && at < to {
			d.deployments = append(d.deployments, h.Deployments[i])
		}
	}
	d.shifts = slices.DeleteFunc(slices.Clone(h.Shifts), func(s history.Shift) bool { return s.To <= from || s.From >= to })
	if len(d.incidents)+len(d.deployments) == 0 {
		return nil, errNothing
	}
	working := 0
	for t := m.From; t.Before(m.To) && working < mostDays; t = t.AddDate(0, 0, 1) {
		if inHours(t.Add(12 * time.Hour)) {
			working++
		}
	}
	m.Days = min(max(working, 1), usualDays+3)
	if working > usualDays+3 {
		m.Days = usualDays
	}
	if o.Days > 0 {
		m.Days = min(o.Days, mostDays)
	}
	return d, nil
}

// day is the midnight before t.
func day(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
}

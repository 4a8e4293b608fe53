package month

import (
	"time"

	"callout/game"
)

// Profile is a course over the hours of the day, per mille of its peak: of weekdays and of weekends.
type Profile struct {
	Weekday, Weekend [24]int64
	Figure           Figure
}

// enoughHours is how many incidents it takes to draw a course from them: with fewer, luck draws it.
const enoughHours = 200

// profile draws the course of traffic from when incidents began, where there are enough of them: faults come with
// traffic (C9, C59), the more so the heavier it is. Hours are smoothed over their neighbours.
func (m *Month) profile(d *data) {
	n := 0
	var weekday, weekend [24]int64
	for i := range d.incidents {
		if d.incidents[i].Noise || d.afterChange[i] {
			continue
		}
		n++
		t := d.at(d.incidents[i].Began)
		if t.Weekday() == time.Saturday || t.Weekday() == time.Sunday {
			weekend[t.Hour()]++
		} else {
			weekday[t.Hour()]++
		}
	}
	if n < enoughHours {
		return
	}
	p := &Profile{Figure: estimated(int64(n), "the hours in which %d incidents began that came from no deployment, smoothed over three hours", n)}
	var top int64
	for h := range 24 {
		before, after := (h+23)%24, (h+1)%24
		p.Weekday[h] = (weekday[before] + 2*weekday[h] + weekday[after]) * 1000 / 5
		p.Weekend[h] = (weekend[before] + 2*weekend[h] + weekend[after]) * 1000 / 2
		top = max(top, p.Weekday[h], p.Weekend[h])
	}
	for h := range 24 {
		p.Weekday[h] = trafficAt(p.Weekday[h] * 1000 / top)
		p.Weekend[h] = trafficAt(p.Weekend[h] * 1000 / top)
	}
	m.Profile = p
}

// trafficAt is the traffic at which the rules give a share of the peak's faults: their curve read backwards. Below what they
// have even with no traffic it is next to none.
func trafficAt(faults int64) int64 {
	b, _ := rules()
	if least := int64(b.TrafficFaults.At(0)); faults <= least {
		return faults * 50 / max(least, 1)
	}
	for traffic := int32(0); traffic < 1000; traffic++ {
		if int64(b.TrafficFaults.At(traffic)) >= faults {
			return int64(traffic)
		}
	}
	return 1000
}

// week is the course as the rules have it.
func (p *Profile) week() (w game.Profile) {
	for h := range w {
		if day := h / 24; day < 5 {
			w[h] = game.PerMille(p.Weekday[h%24])
		} else {
			w[h] = game.PerMille(p.Weekend[h%24])
		}
	}
	return w
}

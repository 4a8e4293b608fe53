package report

import (
	"callout/game"
	"callout/game/debrief"
)

type costJSON struct {
	Key   string     `json:"key"`
	Title string     `json:"title"`
	Pence game.Pence `json:"pence"`
}

type protectionJSON struct {
	Tolerated game.Pence `json:"tolerated"`
	Lost      game.Pence `json:"lost"`
	Share     number     `json:"share"`
}

type goalJSON struct {
	Metric       string `json:"metric"`
	AtMost       bool   `json:"at_most"`
	Value        number `json:"value"`
	Current      number `json:"current"`
	Met          bool   `json:"met"`
	Renegotiated bool   `json:"renegotiated"`
}

type lossJSON struct {
	ID          int32            `json:"id"`
	Application string           `json:"application"`
	Fault       string           `json:"fault"`
	Began       game.Minute      `json:"began_minute"`
	Restored    *game.Minute     `json:"restored_minute"`
	Minutes     game.Minute      `json:"minutes"`
	Pence       game.Pence       `json:"pence"`
	States      map[string]int64 `json:"states"`
	Causes      []stepJSON       `json:"causes"`
}

type stepJSON struct {
	Event    game.EventID `json:"event"`
	Kind     string       `json:"kind"`
	Turn     int          `json:"turn"`
	At       game.Minute  `json:"minute"`
	Minutes  game.Minute  `json:"minutes"`
	Pence    game.Pence   `json:"pence"`
	Own      bool         `json:"own"`
	Decision bool         `json:"decision"`
	Order    string       `json:"order"`
	Text     string       `json:"text"`
}

type fireJSON struct {
	ID    int32         `json:"id"`
	Share game.PerMille `json:"share_per_mille"`
	Why   string        `json:"why"`
	Cut   *cutJSON      `json:"cut"`
}

type cutJSON struct {
	Turn    int        `json:"turn"`
	Order   string     `json:"order"`
	Without string     `json:"without"`
	Text    string     `json:"text"`
	Saved   game.Pence `json:"saved"`
	All     game.Pence `json:"saved_in_all"`
	Price   game.Pence `json:"price"`
}

type findingJSON struct {
	Key      string         `json:"key"`
	Title    string         `json:"title"`
	Seen     bool           `json:"seen"`
	Says     string         `json:"says"`
	Evidence []evidenceJSON `json:"evidence"`
}

type evidenceJSON struct {
	At      game.Minute `json:"minute"`
	Item    string      `json:"item"`
	Minutes game.Minute `json:"minutes"`
	Pence   game.Pence  `json:"pence"`
	Text    string      `json:"text"`
}

type pointJSON struct {
	Turn      int         `json:"turn"`
	At        game.Minute `json:"minute"`
	Burnout   int32       `json:"burnout"`
	Queue     int32       `json:"queue"`
	Lost      game.Pence  `json:"revenue_lost"`
	Waiting   int32       `json:"requests_waiting"`
	Finished  int32       `json:"finished"`
	Requested int32       `json:"requested"`
	Planned   int32       `json:"planned"`
	Deployed  int32       `json:"deployed"`
}

type markJSON struct {
	Turn  int         `json:"turn"`
	At    game.Minute `json:"minute"`
	Order string      `json:"order"`
	Text  string      `json:"text"`
	Heavy bool        `json:"heavy"`
}

type applicationJSON struct {
	Name         string     `json:"name"`
	Target       number     `json:"target"`
	Availability number     `json:"availability"`
	Incidents    int32      `json:"incidents"`
	Minutes      int32      `json:"minutes"`
	Pence        game.Pence `json:"pence"`
	Deployments  int32      `json:"deployments"`
	Waiting      int32      `json:"waiting"`
}

type personJSON struct {
	Name     string `json:"name"`
	Burnout  int32  `json:"burnout"`
	Worst    int32  `json:"burnout_worst"`
	Callouts int32  `json:"callouts"`
	SickDays int32  `json:"sick_days"`
	Left     bool   `json:"left"`
}

// statesJSON are minutes by state.
func statesJSON[M game.Minute | int64](minutes [game.IncidentStates]M) map[string]int64 {
	all := map[string]int64{}
	for s, m := range minutes {
		all[game.IncidentState(s).String()] = int64(m)
	}
	return all
}

// lookBack fills in what the record itself shows.
func (doc *document) lookBack(d *debrief.Debrief) {
	for _, c := range d.Costs {
		doc.Costs = append(doc.Costs, costJSON(c))
	}
	doc.Protection = protectionJSON{Tolerated: d.Loss.Tolerated, Lost: d.Loss.Lost, Share: numberOf(d.Loss.Share)}
	for _, g := range d.Result.Goals {
		unit, milli, _ := game.MetricUnit(g.Metric)
		in := func(n int64) number { return numberOf(game.Value{N: n, Unit: unit, Milli: milli, Valid: true}) }
		doc.Goals = append(doc.Goals, goalJSON{g.Metric, g.AtMost, in(g.Value), in(g.Current), g.Met, g.Relaxed})
	}
	for i := range d.Incidents {
		doc.Losses = append(doc.Losses, lossOf(&d.Incidents[i]))
	}
	for i := range d.Fires {
		f := &d.Fires[i]
		j := fireJSON{ID: f.Incident.Incident, Share: f.Share, Why: f.Why}
		if c := f.Cut; c.Order+c.Without != "" {
			j.Cut = &cutJSON{turnOf(c.Turn), c.Order, c.Without, c.Text, c.Saved, c.All, c.Price}
		}
		doc.Fires = append(doc.Fires, j)
	}
	for i := range d.Findings {
		f := &d.Findings[i]
		j := findingJSON{Key: f.Key, Title: f.Title, Seen: f.Seen, Says: f.Says, Evidence: []evidenceJSON{}}
		for _, e := range f.Evidence {
			j.Evidence = append(j.Evidence, evidenceJSON(e))
		}
		doc.Findings = append(doc.Findings, j)
	}
	for i, p := range d.Course {
		doc.Course = append(doc.Course, pointOf(i, p))
	}
	for _, m := range d.Marks {
		doc.Marks = append(doc.Marks, markJSON{turnOf(m.Turn), m.At, m.Order, m.Text, m.Heavy})
	}
	for _, a := range d.Result.Applications {
		doc.Applications = append(doc.Applications, applicationJSON{
			a.Name, decimal(int64(a.Target), 5), decimal(int64(a.Availability), 5), a.Incidents, a.Minutes, a.Lost, a.Deployments, a.Waiting,
		})
	}
	for _, p := range d.Result.People {
		if p.Hired {
			doc.People = append(doc.People, personJSON{p.Name, p.Burnout, p.Worst, p.Callouts, p.SickDays, p.Left})
		}
	}
}

func lossOf(i *debrief.Incident) lossJSON {
	j := lossJSON{
		ID: i.Incident, Application: i.Name, Fault: faultName(i.Fault), Began: i.Began, Minutes: i.Minutes, Pence: i.Pence,
		States: statesJSON(i.States), Causes: []stepJSON{},
	}
	if i.Restored != game.Never {
		j.Restored = &i.Restored
	}
	for k := range i.Causes {
		j.Causes = append(j.Causes, causeOf(&i.Causes[k]))
	}
	return j
}

func causeOf(s *debrief.Step) stepJSON {
	return stepJSON{s.Event, s.Kind, turnOf(s.Turn), s.At, s.Minutes, s.Pence, s.Own, s.Decision, s.Order, s.Text}
}

// pointOf is where a game stood at the end of the turn of that index.
func pointOf(turn int, p debrief.Point) pointJSON {
	return pointJSON{turnOf(turn), p.At, p.Burnout, p.Queue, p.Lost, p.Waiting, p.Finished, p.Requested, p.Planned, p.Deployed}
}

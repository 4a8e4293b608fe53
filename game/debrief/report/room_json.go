package report

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"

	"callout/game"
	"callout/game/workshop/after"
)

type roomDocument struct {
	Format      int             `json:"format"`
	Level       string          `json:"level"`
	Title       string          `json:"title"`
	LevelDigest string          `json:"level_digest"`
	Seed        string          `json:"seed_fingerprint"`
	Rules       int             `json:"rules"`
	LeftOut     []string        `json:"left_out"`
	RevenueLost game.Pence      `json:"revenue_lost"`
	TotalCost   game.Pence      `json:"total_cost"`
	Teams       []teamJSON      `json:"teams"`
	Faults      []faultJSON     `json:"common_faults"`
	Others      othersJSON      `json:"other_faults"`
	Habits      []habitJSON     `json:"decisions"`
	Parted      *partedJSON     `json:"parted"`
	Effects     []effectJSON    `json:"effects"`
	Models      []underJSON     `json:"support_models"`
	Ladder      []rungJSON      `json:"ladder"`
	Same        []modelJSON     `json:"models"`
	Events      []happenedJSON  `json:"events"`
	Predictions []predictedJSON `json:"predictions"`
	Next        string          `json:"next"`
	Questions   []string        `json:"questions"`
}

type teamJSON struct {
	Team    int               `json:"team"`
	Name    string            `json:"name"`
	Policy  string            `json:"policy"`
	Rank    int               `json:"rank"`
	Over    bool              `json:"over"`
	Won     bool              `json:"won"`
	Lost    game.Pence        `json:"revenue_lost"`
	Total   game.Pence        `json:"total_cost"`
	Share   game.PerMille     `json:"share_per_mille"`
	Score   int64             `json:"score"`
	Hints   int64             `json:"hint_points"`
	Medal   string            `json:"medal"`
	Model   string            `json:"support_model"`
	Metrics map[string]number `json:"metrics"`
	Costs   []costJSON        `json:"costs"`
	States  map[string]int64  `json:"time_to_restore"`
	Course  []pointJSON       `json:"course"`
}

type faultJSON struct {
	Application string      `json:"application"`
	Fault       string      `json:"fault"`
	Began       game.Minute `json:"began_minute"`
	Pence       game.Pence  `json:"pence"`
	Why         string      `json:"why"`
	Bills       []billJSON  `json:"bills"`
	Low         *sideJSON   `json:"cheapest"`
	High        *sideJSON   `json:"dearest"`
}

type billJSON struct {
	Team     int              `json:"team"`
	Incident int32            `json:"incident"`
	Minutes  game.Minute      `json:"minutes"`
	Restored bool             `json:"restored"`
	Pence    game.Pence       `json:"pence"`
	States   map[string]int64 `json:"states"`
}

type sideJSON struct {
	Team   int        `json:"team"`
	Causes []stepJSON `json:"causes"`
}

type othersJSON struct {
	Faults int        `json:"faults"`
	Pence  game.Pence `json:"pence"`
}

type habitJSON struct {
	Key   string      `json:"key"`
	Title string      `json:"title"`
	Pence game.Pence  `json:"pence"`
	Did   []doingJSON `json:"teams"`
}

type doingJSON struct {
	Team  int         `json:"team"`
	Times int         `json:"times"`
	First game.Minute `json:"first_minute"`
	Pence game.Pence  `json:"pence"`
}

type partedJSON struct {
	Best   int         `json:"cheapest"`
	Worst  int         `json:"dearest"`
	Gauges []apartJSON `json:"gauges"`
}

type apartJSON struct {
	Gauge string      `json:"gauge"`
	Turn  int         `json:"turn"`
	From  game.Minute `json:"minute"`
	Half  game.Minute `json:"half_minute"`
	Most  int64       `json:"most"`
	At    game.Minute `json:"most_minute"`
}

type effectJSON struct {
	Key      string        `json:"key"`
	Title    string        `json:"title"`
	Seen     []int         `json:"seen_by_teams"`
	Says     string        `json:"says"`
	Evidence []witnessJSON `json:"evidence"`
}

type witnessJSON struct {
	Team int `json:"team"`
	evidenceJSON
}

type underJSON struct {
	Model string     `json:"model"`
	Title string     `json:"title"`
	Teams []int      `json:"teams"`
	Lost  game.Pence `json:"revenue_lost"`
	Total game.Pence `json:"total_cost"`
}

type happenedJSON struct {
	Event    string       `json:"event"`
	Severity string       `json:"severity"`
	At       game.Minute  `json:"minute"`
	Apps     []string     `json:"applications"`
	Lost     []game.Pence `json:"pence_by_team"`
}

// roomJSON writes the debrief of a room for programs; the package's text has its shape.
func roomJSON(w io.Writer, r *after.Room) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(roomDocumentOf(r)); err != nil {
		return fmt.Errorf("write the debrief of a room as JSON: %w", err)
	}
	_, err := w.Write(visible(b.Bytes()))
	return err
}

func roomDocumentOf(r *after.Room) *roomDocument {
	l := r.Played.Level
	doc := &roomDocument{
		Format: formatVersion, Level: l.Name, Title: l.Title, LevelDigest: hex.EncodeToString(l.Digest[:]), Seed: fingerprint(r.Played.Seed), Rules: game.Rules,
		LeftOut: []string{}, RevenueLost: r.Lost, TotalCost: r.Total, Teams: []teamJSON{}, Faults: []faultJSON{}, Others: othersJSON(r.Others),
		Habits: []habitJSON{}, Effects: []effectJSON{}, Models: []underJSON{}, Ladder: []rungJSON{}, Same: []modelJSON{}, Events: []happenedJSON{},
		Predictions: []predictedJSON{}, Next: r.Next, Questions: append([]string{}, r.Questions...),
	}
	if len(r.Same) == 0 {
		doc.LeftOut = append(doc.LeftOut, "comparison")
	}
	number := func(team int) int { return r.Teams[team].N }
	for i := range r.Teams {
		doc.Teams = append(doc.Teams, teamOf(&r.Teams[i], l))
	}
	for i := range r.Common {
		doc.Faults = append(doc.Faults, faultOf(&r.Common[i], number))
	}
	for i := range r.Habits {
		h := &r.Habits[i]
		j := habitJSON{h.Key, h.Title, h.Pence, []doingJSON{}}
		for _, d := range h.Did {
			j.Did = append(j.Did, doingJSON{number(d.Team), d.Times, d.First, d.Pence})
		}
		doc.Habits = append(doc.Habits, j)
	}
	if p := r.Parted; p != nil {
		doc.Parted = &partedJSON{Best: number(p.Best), Worst: number(p.Worst)}
		for _, a := range p.Gauges {
			doc.Parted.Gauges = append(doc.Parted.Gauges, apartJSON{a.Key, a.Turn, a.From, a.Half, a.Most, a.At})
		}
	}
	for i := range r.Effects {
		e := &r.Effects[i]
		j := effectJSON{e.Key, e.Title, numbersOfTeams(r, e.Seen), e.Says, []witnessJSON{}}
		for _, x := range e.Evidence {
			j.Evidence = append(j.Evidence, witnessJSON{number(x.Team), evidenceJSON(x.Evidence)})
		}
		doc.Effects = append(doc.Effects, j)
	}
	for i := range r.Models {
		m := &r.Models[i]
		doc.Models = append(doc.Models, underJSON{l.Models[m.Model].Name, m.Title, numbersOfTeams(r, m.Teams), m.Lost, m.Total})
	}
	for _, g := range r.Ladder.Rungs {
		doc.Ladder = append(doc.Ladder, rungJSON{g.Policy, g.Score, g.Lost, g.Won, medalName(g.Medal)})
	}
	for i := range r.Same {
		m := &r.Same[i]
		doc.Same = append(doc.Same, modelJSON{modelName(m), m.Title, m.Own, m.Played, m.Won, valueOf(m.Values, "revenue_lost").N, m.Total, numbersOf(m.Values)})
	}
	for i := range r.Events {
		e := &r.Events[i]
		doc.Events = append(doc.Events, happenedJSON{e.Title, e.Severity, e.At(), append([]string{}, e.Apps...), e.Lost})
	}
	for _, p := range r.Predictions.Levels {
		doc.Predictions = append(doc.Predictions, predictedJSON{p.Sure, p.Said, p.Right})
	}
	return doc
}

func numbersOfTeams(r *after.Room, teams []int) []int {
	list := []int{}
	for _, i := range teams {
		list = append(list, r.Teams[i].N)
	}
	return list
}

func teamOf(t *after.Result, l *game.Level) teamJSON {
	j := teamJSON{
		t.N, t.Name, t.By, t.Rank, t.Over, t.Won, t.Lost, t.Total, t.Share, t.Score, t.Hints, medalName(t.Medal), l.Models[t.Model].Name,
		numbersOf(t.Values), []costJSON{}, statesJSON(t.States), []pointJSON{},
	}
	for _, c := range t.Costs {
		j.Costs = append(j.Costs, costJSON(c))
	}
	for i, p := range t.Course {
		j.Course = append(j.Course, pointOf(i, p))
	}
	return j
}

func faultOf(f *after.Fault, number func(int) int) faultJSON {
	j := faultJSON{Application: f.Name, Fault: faultName(f.Kind), Began: f.Began, Pence: f.Pence, Why: f.Why, Bills: []billJSON{}}
	for _, b := range f.Bills {
		j.Bills = append(j.Bills, billJSON{number(b.Team), b.Incident, b.Minutes, b.Restored, b.Pence, statesJSON(b.States)})
	}
	side := func(s *after.Side) *sideJSON {
		if s == nil {
			return nil
		}
		x := &sideJSON{number(s.Team), []stepJSON{}}
		for i := range s.Causes {
			x.Causes = append(x.Causes, causeOf(&s.Causes[i]))
		}
		return x
	}
	j.Low, j.High = side(f.Low), side(f.High)
	return j
}

package after

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"callout/game"
	"callout/game/debrief"
	"callout/game/predict"
)

// Room is what there is to see in a workshop. Sentences are in the language in use.
type Room struct {
	Played *Played
	Teams  []Result // by number
	Ranked []int    // indices of Teams, the cheapest game first; those that stand alike by number

	Lost  game.Pence // by all teams together: the sum of theirs
	Total game.Pence // that all games cost together

	Common []Fault // faults that every team had, those whose bills differ the most first
	Others Others  // faults that only some teams had
	Habits []Habit // kinds of decision, and who took them
	Parted *Parted // where the cheapest and the dearest game parted; nil for fewer than two teams, or where they did not

	Effects     []Effect // the article's eight effects, in its order
	Models      []UnderModel
	Predictions predict.Calibration // of all teams
	Events      []Happened          // what the facilitator let happen, and what it cost each team

	Next      string   // one next step for the room
	Questions []string // to talk about; they fit this room

	// Filled in by Compare.
	Ladder  debrief.Ladder        // of the seed: the medals of Teams are read off it
	Same    []debrief.ModelResult // the same demand under every support model, played by the rule of thumb, and with nothing done
	Missing []string              // sentences about support models that could not be compared
}

// Result is what one team's game came to.
type Result struct {
	N           int
	Name        string
	By          string // the policy that played for it, or empty
	Rank        int    // from 1; games that cost the same share one
	Turns       int    // that have ended
	At          game.Minute
	Over, Won   bool
	Values      []game.Value // every metric
	Lost, Total game.Pence
	Share       game.PerMille // of what the room lost
	Score       int64         // less what hints cost
	Hints       int64         // points that hints cost
	Medal       debrief.Medal // NoMedal before Compare
	Costs       []debrief.Cost
	States      [game.IncidentStates]int64 // minutes of all incidents
	Course      []debrief.Point
	Marks       []debrief.Mark
	Predictions predict.Calibration
	Model       int // that most of its applications are under at the end, as an index into the level's

	findings []debrief.Finding
	losses   []game.Loss
	next     string
}

// Value is a metric of the game.
func (t *Result) Value(name string) game.Value {
	for _, v := range t.Values {
		if v.Name == name {
			return v
		}
	}
	return game.Value{Name: name}
}

// Look reads the games of a workshop. Of each it keeps what is compared, so that hundreds of games fit into memory; the
// few whose chains of causes are told are read again.
func Look(ctx context.Context, p *Played, progress debrief.Progress) (*Room, error) {
	r := &Room{Played: p, Teams: make([]Result, len(p.Teams))}
	err := debrief.Crowd(ctx, len(p.Teams), func() struct{} { return struct{}{} }, func(_ struct{}, i int) error {
		d, err := debrief.Skim(p.record(&p.Teams[i]))
		if err != nil {
			return fmt.Errorf("team %d: %w", p.Teams[i].N, err)
		}
		r.Teams[i].fill(&p.Teams[i], d)
		return nil
	}, func(done int) {
		if progress != nil {
			progress(done * 1000 / len(p.Teams))
		}
	})
	if err != nil {
		return nil, err
	}
	r.rank()
	if err := r.faults(); err != nil {
		return nil, err
	}
	r.habits()
	r.parting()
	r.effects()
	r.models()
	r.predictions()
	r.happened()
	r.next()
	r.questions()
	return r, nil
}

// mostEvidence is how much evidence of each effect is kept of one game.
const mostEvidence = 3

// fill takes from a game's debrief what is compared.
func (t *Result) fill(team *Team, d *debrief.Debrief) {
	*t = Result{
		N: team.N, Name: team.Name, By: team.By, Turns: d.Result.Turns, At: d.Result.At, Over: d.Result.Over, Won: d.Result.Won,
		Values: d.Result.Values, Costs: d.Costs, States: d.Result.StateMinutes, Course: d.Course, Marks: d.Marks,
		Predictions: d.Predictions, Hints: d.Record.HintPoints, findings: d.Findings, losses: d.Result.Losses, next: d.NextKey,
	}
	t.Lost, t.Total = t.Value("revenue_lost").N, t.Value("total_cost").N
	t.Score = t.Value("score").N - t.Hints
	for i := range t.findings {
		f := &t.findings[i]
		f.Evidence = slices.Clone(f.Evidence[:min(len(f.Evidence), mostEvidence)])
	}
	count := make([]int, len(d.Record.Level.Models))
	for _, m := range d.ModelsAtEnd() {
		count[m]++
	}
	for m, n := range count {
		if n > count[t.Model] {
			t.Model = m
		}
	}
}

// rank orders the teams by what their games cost, and adds up what they lost.
func (r *Room) rank() {
	for i := range r.Teams {
		r.Ranked = append(r.Ranked, i)
		r.Lost += r.Teams[i].Lost
		r.Total += r.Teams[i].Total
	}
	slices.SortStableFunc(r.Ranked, func(a, b int) int { return cmp.Compare(r.Teams[a].Total, r.Teams[b].Total) })
	for place, i := range r.Ranked {
		t := &r.Teams[i]
		if t.Rank = place + 1; place > 0 && r.Teams[r.Ranked[place-1]].Total == t.Total {
			t.Rank = r.Teams[r.Ranked[place-1]].Rank
		}
		if r.Lost > 0 {
			t.Share = game.PerMille(t.Lost * 1000 / r.Lost)
		}
	}
}

// predictions measures what all teams predicted.
func (r *Room) predictions() {
	var list []predict.Prediction
	asked := 0
	for i := range r.Teams {
		list = append(list, r.Teams[i].Predictions.List...)
		asked += r.Teams[i].Predictions.Asked
	}
	r.Predictions = predict.Calibrate(list)
	r.Predictions.Asked = asked
}

// played is the team of that index, as it was handed in.
func (r *Room) played(i int) *Team { return &r.Played.Teams[i] }

package debrief

import (
	"context"

	"callout/game"
	"callout/game/predict"
)

// Debrief is what there is to see in a game that was played. Sentences are in the language in use.
type Debrief struct {
	Record *Record
	Result game.Result

	history *history // the record played again

	Costs     []Cost // what the game cost in all, by what it was spent on; they sum to the metric total_cost
	Loss      Protection
	Incidents []Incident // every incident, dearest first; their pence sum to revenue lost, their states to Result.StateMinutes
	Course    []Point    // one per ended turn
	Marks     []Mark     // decisions on the course, in order
	Fires     []Fire     // the five dearest losses, each walked back to its causes
	Findings  []Finding  // the article's eight effects, in its order, seen or not
	Next      string     // one next step
	NextKey   string     // what it is about, as in the catalogue under debrief.next
	Questions []string   // to talk about; they fit this game

	Predictions predict.Calibration // what the player predicted, and how sure they might have been

	// Filled in by Compare.
	Ladder Ladder
	Models []ModelResult // the same demand under every support model, and with nothing done
	// Missing are sentences about support models that could not be compared.
	Missing []string

	// Filled in by ReviewDecisions.
	Review Review
}

// Cost is one kind of cost.
type Cost struct {
	Key   string // the metric that it is, such as revenue_lost or cost_of_delay; people for what is in none of them
	Title string
	Pence game.Pence
}

// Protection is loss protection (domain 4.5): what the availability targets tolerate to be lost, and what was lost.
type Protection struct {
	Tolerated game.Pence
	Lost      game.Pence
	Share     game.Value // the metric protection
}

// Times is how many times as much was lost as is tolerated, in thousandths; 0 where it is not more than that.
func (p *Protection) Times() int64 {
	if p.Tolerated <= 0 || p.Lost <= p.Tolerated {
		return 0
	}
	return p.Lost * 1000 / p.Tolerated
}

// Incident is one incident with the minutes of its states, and the events of its life.
type Incident struct {
	game.Loss
	Name    string // of its application
	Causes  []Step // walked back from the loss to decisions and waits, the latest first
	Minutes game.Minute

	life  []stretch    // where the minutes went, the earliest first
	pence []game.Pence // that each stretch cost
}

// Step is one link of the chain of causes behind a loss.
type Step struct {
	At       game.Minute
	Turn     int    // index of the turn that it was in
	Kind     string // as in the catalogue under debrief.step: wrong-link, inbox, deployment, …
	Event    game.EventID
	Text     string
	Minutes  game.Minute // that it took or cost, 0 where that cannot be told
	Own      bool        // they are minutes of the incident itself: those of all its own steps sum to its length
	Pence    game.Pence  // that went in these minutes; those of all its own steps sum to the loss
	Decision bool        // it was, or followed from, an order of the player
	Order    string      // the order, where it was one
}

// Fire is one of the dearest losses, why it burned, and the cheapest move that would have cut it.
type Fire struct {
	Incident Incident
	Share    game.PerMille // of all revenue lost
	Why      string        // in one sentence
	Cut      Cut
}

// Cut is a move that would have cut a loss, found by playing the same demand again with it. With no Order and nothing
// that it is Without, none was found, and Text says so.
type Cut struct {
	Turn    int        // index of the turn in which it would have been given
	Order   string     // the move; empty where something is only left out
	Without string     // the order of that turn in whose place it is given; empty where it is given first of all
	Until   int        // index of the turn at whose beginning it is judged, when the incident was over; the time counts
	Text    string     // what it would have changed, in a sentence
	Saved   game.Pence // less lost to this incident by then, and no more than less was lost to all of them
	All     game.Pence // less lost to all incidents by then
	Price   game.Pence // more spent by then on standby, callouts and the set-up of support models
}

// Point is the course of the gauges at the end of one turn, and the flow of changes: cumulative numbers, each at most
// the one before it.
type Point struct {
	game.Gauge
	Finished  int32 // changes that teams have finished
	Requested int32 // of them, asked to be deployed
	Planned   int32 // of them, read and submitted
	Deployed  int32 // of them, live
}

// Mark is a decision on the course.
type Mark struct {
	At    game.Minute
	Turn  int
	Order string
	Kind  string     // as in the catalogue under debrief.mark: wrong-link, escalate, rest, move, …
	Text  string     // short, for beside a chart
	Pence game.Pence // that it is known to have cost
	Heavy bool       // it is worth marking where there is little room: a support model, a freeze, a wrong link, …
}

// Finding is one of the article's eight effects.
type Finding struct {
	Key      string // as in the article: long-time-to-restore, …
	Title    string
	Seen     bool
	Says     string     // one sentence: what was seen, or "not seen" and what that was measured by
	Evidence []Evidence // the strongest first
}

// Evidence is one thing in the record that shows an effect.
type Evidence struct {
	At      game.Minute
	Item    string // an incident, an application; as on screen
	Minutes game.Minute
	Pence   game.Pence
	Text    string
}

// Medal is a rung of the ladder that a game reached.
type Medal uint8

// Medals.
const (
	NoMedal Medal = iota
	Bronze        // better than first come, first served
	Silver        // better than the rule of thumb
	Gold          // as good as looking ahead
)

// Ladder is what policies come to on this seed, so that one game is judged on its own luck.
type Ladder struct {
	Rungs []Rung // idle first; scores rise, a rung is never below the one before it
	Score int64  // the game's own, less what hints cost
	Hints int64  // points that hints cost
	Medal Medal  // NoMedal for a game that is not over
	Says  string // what the medal is for, and what the next one needs, in a sentence
}

// Rung is one policy's game.
type Rung struct {
	Policy string
	Score  int64
	Lost   game.Pence
	Won    bool
	Medal  Medal // that a score above this rung earns
}

// ModelResult is the same demand under one support model, played by the rule of thumb, or with nothing done.
type ModelResult struct {
	Model  string // name; "idle" for nothing done, "" for the game itself
	Title  string
	Own    bool // the model, or mix of models, that the game was played under
	Played bool // the game itself, as the player played it
	Values []game.Value
	Total  game.Pence
	Won    bool
}

// Review is the decisions that cost the most, and the best one.
type Review struct {
	Worst []Decision // at most three, the dearest first
	Best  *Decision
	Tried int // decisions that were looked at
	Games int // games that were played for it
}

// Decision is an order that was given, or one that was not, compared with what else could have been done then.
type Decision struct {
	Turn    int // index of the turn
	At      game.Minute
	Kind    string     // wrong-link, wrong-team, late-deployment, no-rest, …; as in the catalogue under review.cost and review.gain
	Order   string     // the order; empty where something was left undone
	Instead string     // the best alternative, as it is typed; empty where doing nothing, or nothing yet, is
	Text    string     // what it was and why it cost, in a sentence
	Pence   game.Pence // what it cost against the alternative, mean over common futures; what it gained for the best
	Error   game.Pence // standard error of that

	// Later: the best alternative is the same order the next morning. Instead is empty then.
	Later bool

	// Usual: the rule of thumb would have done the same on what one could know then. It is told after what it would not.
	Usual bool

	// Goals is how many of a thousand futures met the level's goals, as it was and with the alternative. It is told of
	// what lasts to the end of the game; both are 0 otherwise. What costs goals is told even where it saves money.
	Goals [2]game.PerMille
}

// Progress is told how far a long calculation has come, of 1000.
type Progress func(done int)

// Look is what the record itself shows. It takes milliseconds.
func Look(r *Record) (*Debrief, error) { return look(r, effort) }

// Skim is Look without the moves that would have cut the dearest losses, which take most of its time: for whoever looks
// at many games at once.
func Skim(r *Record) (*Debrief, error) { return look(r, 0) }

func look(r *Record, effort int) (*Debrief, error) {
	h, err := playAgain(r)
	if err != nil {
		return nil, err
	}
	d := &Debrief{Record: r, Result: h.game.Result(), history: h}
	d.costs(h)
	d.course(h)
	d.incidents(h)
	d.fires(h, effort)
	d.marks(h)
	d.findings(h)
	d.next(h)
	d.questions(h)
	return d, d.predictions()
}

// ModelsAtEnd are the support models that the applications are under at the end, by application, as indices into the level's.
func (d *Debrief) ModelsAtEnd() []int {
	var list []int
	for _, a := range d.history.apps[len(d.history.apps)-1] {
		list = append(list, a.Model)
	}
	return list
}

// Make is the whole debrief. It takes a second or two, and tells its progress; when ctx is done it returns early with
// its error, and what was found so far.
func Make(ctx context.Context, r *Record, progress Progress) (*Debrief, error) {
	d, err := Look(r)
	if err != nil {
		return nil, err
	}
	if err := d.Compare(ctx, progress.part(0, compareShare)); err != nil {
		return d, err
	}
	return d, d.ReviewDecisions(ctx, progress.part(compareShare, 1000))
}

// compareShare is roughly how much of the time of Make goes into Compare, of 1000.
const compareShare = 150

// part is the progress of a part of the whole, from so many thousandths of it to so many.
func (p Progress) part(from, to int) Progress {
	if p == nil {
		return nil
	}
	return func(done int) { p(from + done*(to-from)/1000) }
}

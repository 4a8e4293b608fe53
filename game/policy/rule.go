package policy

import "callout/game"

// rule plays by rules of thumb, as a good shift leader does: what costs most comes first and goes to whoever knows it
// and has time, clues are read, a suspicious deployment is rolled back, the tired rest, and quiet hours are spent on
// knowledge, runbooks and alerts.
type rule struct {
	name  string
	links linking
	style style
	// without are the traits that are left out.
	without trait
	luck    chance
	crew    crew
	asked   asked

	clues    []game.Clue
	points   []int // for each application, what speaks for it
	tickets  []ticket
	plans    []plan
	rolled   []game.Minute // for each application, the deployment that a rollback was ordered for
	guessed  []bool        // by alert number: linked by guess already
	taken    []bool        // by analyst: taken off their work this turn
	calendar []game.Happening
	noise    []int     // for each application, open alerts that seem to be about it
	enabled  [][2]int8 // for each application, how often it was instrumented and how many chaos days it had
}

// linking is how rule says which application an alert belongs to.
type linking uint8

const (
	byClues linking = iota // where the clues point clearly to one
	byGuess                // any application that is live
	never                  // not at all: analysts find out
)

// style is what a shift leader may weigh one way or another.
type style struct {
	call      game.Pence  // pence until morning for which somebody is got out of bed
	fix       game.Pence  // pence an hour from which a workaround is better than the right repair
	swamped   game.Minute // until somebody begins, from which the owner is asked at once
	pagesOnly bool        // leave alone what customers do not feel
	noDeploys bool        // begin no deployment
	deploys   bool        // deployments before alerts
	noQuiet   bool        // spend quiet hours on nothing
}

var usual = style{call: 1_000_00, fix: 2_000_00, swamped: 30}

func newRule(name string, links linking) *rule { return &rule{name: name, links: links, style: usual} }

func (r *rule) Name() string { return r.name }

func (r *rule) Begin(number uint64) {
	r.luck.begin(number)
	r.asked.begin()
	r.rolled = r.rolled[:0]
	r.guessed = r.guessed[:0]
	r.enabled = r.enabled[:0]
}

// has tells whether the rule has a trait.
func (r *rule) has(t trait) bool { return r.without&t == 0 }

func (r *rule) Play(v *game.View, give Give) {
	r.crew.look(v)
	r.taken = append(r.taken[:0], make([]bool, len(v.Analysts))...)
	for len(r.rolled) < len(v.Apps) {
		r.rolled = append(r.rolled, -1)
	}
	for len(r.enabled) < len(v.Apps) {
		r.enabled = append(r.enabled, [2]int8{})
	}
	if v.Now.InHours() {
		if r.has(rests) {
			r.people(v, give)
		}
		r.messages(v, give)
		if r.has(moves) {
			r.move(v, give)
		}
		if r.has(tunes) {
			r.hush(v, give)
		}
	}
	if v.Now.InHours() && r.style.deploys {
		r.deployments(v, give)
	}
	r.alerts(v, give)
	if v.Now.InHours() && !r.style.deploys {
		r.deployments(v, give)
	}
	if v.Now.InHours() && !r.style.noQuiet {
		r.quiet(v, give)
	}
}

// messages reads what wants reading, reports to management, and takes what help is offered.
func (r *rule) messages(v *game.View, give Give) {
	for i := range v.Messages {
		m := &v.Messages[i]
		o := game.Order{Kind: game.Read, Item: game.Item{Kind: game.Message, N: m.N}}
		if m.Kind != game.OfferMessage && !r.has(reads) {
			continue
		}
		switch m.Kind {
		case game.PressMessage:
			if m.Analyst != game.None {
				continue
			}
			o.Kind, o.Choice, o.Analyst = game.Answer, game.Report, r.crew.shortest()
			if o.Analyst == game.None {
				continue
			}
			r.crew.give(o.Analyst, game.WorkReport)
		case game.OfferMessage:
			o.Kind, o.Choice = game.Answer, game.Unchanged
			if r.has(renegotiates) {
				o.Choice = game.Overtime
				for _, c := range m.Answers {
					if c == game.People {
						o.Choice = c
					}
				}
			}
		}
		give(o)
	}
}

package game

// Model is a support model: the rules for who deploys, who is called, in what order, and who pays. It is data;
// the engine knows chains, not the names of models.
type Model struct {
	Name    string // slug
	Title   string
	Article string // the article of the series that describes it

	Deploys  Staffing // who deploys: Analysts or DeliveryTeam
	Approval Approval
	Chain    []Responders // first to be called first; at least one

	// Incentive is what being called (or not) does to an application's operability and telemetry, in per mille
	// per change deployed: negative where the team that builds it is not called (article: operability incentives).
	Incentive int32

	Rota     Rota   // whose standby out of hours a Delivery team shares, where it is paid for it
	Keep     Pence  // per application and week: what it costs to keep a team for it that has no changes to make (foundational systems)
	SetUp    Pence  // what it costs to move one application to this model: training, toolchain, runbooks
	SetUpFor Minute // working minutes that the move takes
	Evidence int32  // incidents of the application that must have been written up before management agrees to the move

	// Error budget, where the model has one: when an application has failed more than its target allows within a
	// period, it is handed back to another model (article: You Build It SRE Run It).
	Review   Minute   // length of the period, 0 without a budget
	HandBack int      // model that it goes back to
	Entry    PerMille // operability that an application needs to be taken on
}

// Rota says how many share one standby rota of Delivery teams.
type Rota uint8

// Rotas.
const (
	TeamRota   Rota = iota // every team has its own
	DomainRota             // the teams of a domain share one, and know each other's applications less well
)

// Staffing says whose people a group of responders is made of.
type Staffing uint8

// Who answers.
const (
	Desk         Staffing = iota // a shared desk outside the player's command, such as Ops Bridge
	Analysts                     // the player's people
	DeliveryTeam                 // the team that owns the application, or that was asked
)

// Cover says who answers out of hours.
type Cover uint8

// Kinds of cover.
const (
	NoCover        Cover = iota // nobody until the next working day
	BestEndeavours              // unpaid; may not answer
	Standby                     // paid for being reachable, and for being called
	AroundTheClock              // a shift is at work
)

// Budget is the purse that pays.
type Budget uint8

// The two purses of the article.
const (
	OpEx Budget = iota
	CapEx
)

// Responders is one link of a support chain.
type Responders struct {
	Name      string // as on screen: "Ops Bridge", "Application Operations", "Delivery team"
	Staffing  Staffing
	Nights    Cover
	Staff     int32    // people at a desk, each handling one ticket at a time; 0 for other staffing
	Handling  Minute   // median minutes a desk spends on a ticket before it hands it over
	Restores  PerMille // share of incidents that a desk restores by itself, with a restart script
	Code      bool     // may change code
	TakesOver PerMille // share of diagnoses and repairs that a desk takes over from the team, whatever the cause; with Code
	Handoff   Minute   // minutes lost when work goes on to the next link

	StandbyPay Pence // per person and night or weekend day on standby
	CalloutPay Pence // per callout
	Budget     Budget
}

// Approval is the board that a change must pass, if there is one.
type Approval struct {
	Days    [7]bool // weekdays on which it sits, Monday first; none means no board
	At      Minute  // time of day
	Notice  Minute  // a change must be submitted this long before
	Minutes int32   // analyst minutes to prepare one change for it
}

// team is the link of the chain that is the Delivery team's, or nil where nobody asks them.
func (m *Model) team() *Responders {
	for k := range m.Chain {
		if m.Chain[k].Staffing == DeliveryTeam {
			return &m.Chain[k]
		}
	}
	return nil
}

// next is the minute at which a change submitted at m is approved.
func (a *Approval) next(m Minute) Minute {
	for d := m - m%Day; d <= m+2*Week; d += Day {
		if at := d + a.At; a.Days[d.Weekday()] && m+a.Notice <= at {
			return at
		}
	}
	return m
}

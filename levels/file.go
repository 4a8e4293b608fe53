package levels

// These structures are the format of a level file. The tags are its grammar (see decoder) and the source of the
// tables in README.md.

// levelFile is a whole level.
type levelFile struct {
	Name     slug   `key:"name" need:"true" example:"name = \"my-level\"" about:"short name, as on the command line"`
	Title    label  `key:"title" need:"true" longest:"60" example:"title = \"Ten teams\"" about:"name on screen"`
	Lesson   label  `key:"lesson" need:"true" longest:"200" example:"lesson = \"what it teaches, in one sentence\"" about:"what it teaches, in one sentence"`
	Briefing prose  `key:"briefing" need:"true" longest:"2000" example:"briefing = \"what the player reads first\"" about:"what the player reads first; blank lines divide paragraphs"`
	Start    moment `key:"start" range:"Mon 00:00..Sun 23:59" about:"first minute of play"`
	Days     whole  `key:"days" need:"true" range:"1..130" example:"days = 5" about:"working days; the game ends at 17:00 on the last"`
	Turn     span   `key:"turn" range:"10m..8h" about:"length of a turn in working hours"`
	Night    span   `key:"night" range:"1h..3d" about:"longest turn out of hours; a page ends it early"`
	Model    label  `key:"model" longest:"200" about:"support model of all applications that name no other: a shipped one's name, or a file's path from this file"`
	Models   []word `key:"models" longest:"8" about:"support models that an application can be moved to during play, besides those in use; named as in model"`
	Teaches  slug   `key:"teaches" about:"the trait of the policy rule that the lesson is about: without it the level is lost"`
	Par      money  `key:"par" need:"true" range:"£1..£1000m" example:"par = \"£400,000\"" about:"total cost at which a game scores nothing"`
	Weekends bool   `key:"weekends" about:"whether teams finish changes at weekends too"`

	Defaults     traits            `key:"defaults" about:"what holds for every application that does not say otherwise"`
	Profiles     []profileFile     `key:"profile" longest:"50" about:"weekly courses of revenue of your own"`
	Teams        []teamFile        `key:"team" longest:"1000" about:"the Delivery teams"`
	Applications []applicationFile `key:"application" longest:"1000" about:"the applications"`
	Estate       *estateFile       `key:"estate" about:"teams and applications to generate, besides those that are named"`
	Analysts     []analystFile     `key:"analyst" need:"true" longest:"40" about:"the people of Application Operations"`
	Happenings   []happeningFile   `key:"happening" longest:"500" about:"what happens at a set time whatever the player does"`
	Goals        []goalFile        `key:"goal" need:"true" longest:"8" about:"the numbers to keep to; all must be met to win"`
	Balance      overrides         `key:"balance" about:"constants that are different here; their names and units are in balance.toml"`
}

// traits is what applications may have in common.
type traits struct {
	Revenue     money  `key:"revenue_per_hour" range:"£0..£10m" about:"revenue per hour at its peak"`
	Profile     label  `key:"profile" longest:"24" about:"course of revenue over the week: a shipped shape or one of the level's own"`
	Target      target `key:"target" range:"0.5..1" about:"availability target"`
	Operability share  `key:"operability" range:"0..1" about:"how well its design copes with failure, at the start"`
	Telemetry   share  `key:"telemetry" range:"0..1" about:"how much its monitoring says, at the start: 0 host metrics, 1 user journeys"`
	Pipeline    share  `key:"pipeline" range:"0..1" about:"how much of a deployment is automated"`
	Changes     rate   `key:"changes_per_week" range:"0..200" about:"changes its team finishes per week"`
	Waiting     whole  `key:"changes_waiting" range:"0..200" about:"changes that are finished and wait for a deployment at the start"`
	Release     span   `key:"release_every" range:"1h..26w" about:"a release candidate is asked for this often, if there are changes"`
	Faults      rate   `key:"faults_per_week" range:"0..200" about:"latent faults per week at operability 0 and full traffic"`
	Noise       rate   `key:"noise_per_week" range:"0..1000" about:"false alerts per week at telemetry 0"`
	ChangeValue money  `key:"change_value" range:"£0..£1m" about:"what one finished change earns per week once deployed: the cost of its delay"`
	Known       bool   `key:"known" about:"whether its hosts and owner are in the catalogue at the start"`
	Model       label  `key:"model" longest:"200" about:"its support model, where it is not the level's"`
}

// applicationFile is one application.
type applicationFile struct {
	At        place
	Name      slug    `key:"name" need:"true" example:"name = \"ledger\"" about:"its name, unique in the level"`
	Team      slug    `key:"team" need:"true" example:"team = \"kestrel\"" about:"the Delivery team that owns it"`
	Hosts     []slug  `key:"hosts" longest:"6" about:"where it runs; a host named twice is shared. Without it, it gets a host of its own"`
	DependsOn []slug  `key:"depends_on" longest:"16" about:"the applications that it cannot work without"`
	Joins     *moment `key:"joins" range:"Mon 00:00..week 60 Sun 23:59" about:"when it goes live, if later than the start"`
	Version   release `key:"version" about:"what is live at the start"`
	traits
}

// teamFile is one Delivery team.
type teamFile struct {
	At       place
	Name     slug  `key:"name" need:"true" example:"name = \"kestrel\"" about:"its name, unique in the level; best one that says nothing about what it owns"`
	Domain   slug  `key:"domain" about:"teams of one domain may share a standby rota; without it, it is a domain of its own"`
	Goodwill share `key:"goodwill" range:"0..1" about:"at the start: it decides how fast they answer"`
}

// analystFile is one person.
type analystFile struct {
	At      place
	Name    person           `key:"name" need:"true" example:"name = \"Asha\"" about:"first name, unique in the level"`
	Knows   map[string]share `key:"knows" range:"0..1" about:"knowledge of applications at the start, such as { ledger = 0.6 }"`
	Reserve bool             `key:"reserve" about:"not here: management may offer to hire them when a goal is in danger"`
}

// profileFile is a weekly course of revenue.
type profileFile struct {
	At      place
	Name    slug    `key:"name" need:"true" example:"name = \"shop\"" about:"what applications call it"`
	Weekday []share `key:"weekday" need:"true" range:"0..1" longest:"24" example:"weekday = [24 shares of the peak, from midnight on]" about:"24 shares of the peak, from midnight on"`
	Weekend []share `key:"weekend" need:"true" range:"0..1" longest:"24" example:"weekend = [24 shares of the peak, from midnight on]" about:"24 shares of the peak, from midnight on"`
}

// happeningFile is something that happens.
type happeningFile struct {
	At     place
	When   *moment `key:"at" need:"true" range:"Mon 00:00..week 60 Sun 23:59" example:"at = \"Wed 10:00\"" about:"when"`
	Kind   word    `key:"kind" need:"true" example:"kind = \"campaign\"" about:"replatform, reorganise, campaign, demand, fault or false-alarm"`
	App    slug    `key:"application" about:"to which application; campaign and demand concern all without it"`
	From   slug    `key:"from" about:"replatform: the host it leaves"`
	To     slug    `key:"to" about:"replatform: the host it moves to"`
	Team   slug    `key:"team" about:"reorganise: the new owner"`
	Amount *share  `key:"amount" range:"0..20" about:"campaign: share of the usual revenue; demand: share of the usual changes; 1.5 is half as much again; fault: share of the revenue that it costs"`
	Until  *moment `key:"until" range:"Mon 00:00..week 60 Sun 23:59" about:"campaign, demand: when it is over"`
	Cause  word    `key:"cause" about:"fault: configuration, data, infrastructure or code"`
}

// goalFile is one goal.
type goalFile struct {
	At      place
	Metric  word `key:"metric" need:"true" example:"metric = \"revenue_lost\"" about:"what is measured"`
	AtMost  any  `key:"at_most" about:"the most it may be"`
	AtLeast any  `key:"at_least" about:"the least it may be; one of the two"`
}

// estateFile describes teams and applications to generate. Pairs are the least and the most; values spread between.
type estateFile struct {
	At           place
	Teams        whole   `key:"teams" need:"true" range:"1..1000" example:"teams = 30" about:"how many teams to generate, each with one application"`
	Seed         whole   `key:"seed" range:"0..1000000000" about:"another seed, another estate"`
	Revenue      []money `key:"revenue_per_hour" range:"£0..£10m" longest:"2" about:"least and most"`
	Operability  []share `key:"operability" range:"0..1" longest:"2" about:"least and most"`
	Telemetry    []share `key:"telemetry" range:"0..1" longest:"2" about:"least and most"`
	Pipeline     []share `key:"pipeline" range:"0..1" longest:"2" about:"least and most"`
	Changes      []rate  `key:"changes_per_week" range:"0..200" longest:"2" about:"least and most"`
	Domains      whole   `key:"domains" range:"0..1000" about:"how many domains the teams belong to, in turn; without it, each team is a domain of its own"`
	Hosts        []whole `key:"hosts" range:"1..6" longest:"2" about:"least and most hosts of an application"`
	Shared       share   `key:"shared_hosts" range:"0..1" about:"share of the hosts that another application has too"`
	Dependencies []whole `key:"dependencies" range:"0..16" longest:"2" about:"least and most applications that one depends on"`
	Known        share   `key:"known" range:"0..1" about:"share of the applications that are in the catalogue at the start"`
	Knowledge    []share `key:"knowledge" range:"0..1" longest:"2" about:"least and most that one analyst knows of each application, as far as their minds reach"`
	First        whole   `key:"first" range:"0..1000" about:"how many of the teams are there at the start; all without it"`
	JoinEvery    span    `key:"join_every" range:"1h..26w" about:"the others join one by one, this far apart"`
}

// modelFile is a support model.
type modelFile struct {
	Name    slug  `key:"name" need:"true" example:"name = \"my-model\"" about:"short name, as on the command line"`
	Title   label `key:"title" need:"true" longest:"60" example:"title = \"You Build It Ops Run It\"" about:"name on screen"`
	Article label `key:"article" longest:"200" about:"the article that describes it"`
	terms
	Variants []variantFile `key:"variant" some:"true" longest:"6" about:"the same model for different applications: each gets the first one that fits it"`
}

// terms are what a support model lays down, or one variant of it.
type terms struct {
	Deploys    word             `key:"deploys" about:"who deploys: analysts or delivery-team"`
	Incentive  whole            `key:"incentive" range:"-100..100" about:"what one deployed change does to operability and telemetry, in per mille: negative where its builders are not called"`
	Board      *boardFile       `key:"board" about:"the approval board that changes must pass; none without it"`
	Rota       word             `key:"rota" about:"who shares a paid rota of Delivery teams: team (each has its own) or domain (one for all its teams, who know each other's applications less well)"`
	Keep       money            `key:"keep" range:"£0..£1m" about:"what it costs per week to keep a team for an application that does not change; nothing at a change a week or more"`
	SetUp      money            `key:"set_up" range:"£0..£10m" about:"what it costs to move an application here: training, toolchain, runbooks"`
	SetUpFor   span             `key:"set_up_for" range:"0m..26w" about:"working time that the move takes"`
	Evidence   whole            `key:"evidence" range:"0..100" about:"incidents of an application that must be written up before management agrees to the move"`
	Entry      share            `key:"entry" range:"0..1" about:"operability that an application needs to be moved here"`
	Budget     *errorBudgetFile `key:"error_budget" about:"what an application may fail before it is handed back; none without it"`
	Responders []respondersFile `key:"responders" some:"true" longest:"6" about:"the support chain, first to be called first"`
}

// variantFile is a variant of a support model: whom it is for, and what is different there.
type variantFile struct {
	At       place
	Name     slug   `key:"name" need:"true" example:"name = \"team\"" about:"added to the model's name: you-run-it and team make you-run-it-team"`
	Title    label  `key:"title" need:"true" longest:"30" example:"title = \"team rota\"" about:"added to the model's title, after a comma"`
	Target   target `key:"target_at_least" range:"0.5..1" about:"for applications with this availability target or a higher one; any without it"`
	Exposure money  `key:"exposure_at_least" range:"£0..£10m" about:"for applications that earn this much per hour at their peak, or more; any without it"`
	terms
}

// errorBudgetFile is an error budget.
type errorBudgetFile struct {
	At       place
	Period   span  `key:"period" need:"true" range:"1h..26w" example:"period = \"1w\"" about:"length of the period, after which the budget is full again"`
	HandBack label `key:"hand_back" need:"true" longest:"200" example:"hand_back = \"you-run-it\"" about:"the model that an application goes back to when its budget is spent, named as in a level"`
}

// boardFile is an approval board.
type boardFile struct {
	At     place
	Days   []word `key:"days" need:"true" longest:"7" example:"days = [\"Tue\", \"Thu\"]" about:"when it sits"`
	Time   clock  `key:"at" need:"true" example:"at = \"14:00\"" about:"at what time of day"`
	Notice span   `key:"notice" range:"0m..2w" about:"a change must be submitted this long before"`
	Work   span   `key:"work" range:"0m..1d" about:"an analyst's work to prepare one change for it"`
}

// respondersFile is one link of the support chain.
type respondersFile struct {
	At        place
	Name      label `key:"name" need:"true" longest:"24" example:"name = \"Ops Bridge\"" about:"name on screen"`
	Staffing  word  `key:"staffing" need:"true" example:"staffing = \"analysts\"" about:"desk (outside the player's command), analysts (the player's people) or delivery-team"`
	Nights    word  `key:"nights" need:"true" example:"nights = \"standby\"" about:"out of hours: none, best-endeavours, standby or around-the-clock"`
	Staff     whole `key:"staff" range:"0..100" about:"people at a desk, each with one ticket at a time"`
	Handling  span  `key:"handling" range:"0m..1d" about:"median time a desk spends on a ticket before it hands it on"`
	Restores  share `key:"restores" range:"0..1" about:"share of incidents that a desk restores by itself"`
	Code      bool  `key:"code" about:"whether they may change code"`
	TakesOver share `key:"takes_over" range:"0..1" about:"share of incidents that a desk which may change code diagnoses and mends in the team's place"`
	Handoff   span  `key:"handoff" range:"0m..1d" about:"time lost when work goes on to the next link"`
	Standby   money `key:"standby_pay" range:"£0..£10,000" about:"per person and night or weekend day on standby"`
	Callout   money `key:"callout_pay" range:"£0..£10,000" about:"per callout"`
	Budget    word  `key:"budget" about:"the purse that pays: opex or capex"`
}

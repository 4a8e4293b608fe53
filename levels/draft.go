package levels

import (
	"fmt"
	"strings"
)

// Draft is what a new level begins from.
type Draft struct {
	Name    string // short name; letters, digits and hyphens
	Title   string
	Lesson  string // what it teaches, in a sentence
	Teaches string // the trait of play that decides it
	Teams   int    // 1 to 12, each with an application
	People  int    // 1 to 12
	Days    int    // working days, 1 to 20
	Model   string // a support model's shipped name
}

// Bounds of a draft: what is longer is better made with [estate].
const (
	MostDraftTeams  = 12
	MostDraftPeople = 12
	MostDraftDays   = 20
)

// Write is the draft as a level file that can be played as it is, with a remark at everything that is worth changing. The
// error says which number is out of its bounds, or what is wrong with a text.
func (d *Draft) Write() ([]byte, error) {
	for _, n := range []struct {
		what        string
		value, most int
	}{{"teams", d.Teams, MostDraftTeams}, {"people", d.People, MostDraftPeople}, {"days", d.Days, MostDraftDays}} {
		if n.value < 1 || n.value > n.most {
			return nil, fmt.Errorf("%s is %d: it must be from 1 to %d", n.what, n.value, n.most)
		}
	}
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("# Check it with: callout check %s.toml", d.Name)
	line("# What makes a level good, and how to prove it: callout check --advise --gates %s.toml", d.Name)
	line("# Every key of the format: levels/README.md. The constants of the rules: levels/balance.toml.")
	line("")
	line("name = %q", d.Name)
	line("title = %q", d.Title)
	line("lesson = %q # what a player should have learned, in one sentence", d.Lesson)
	line("teaches = %q # the habit that decides it: whoever plays without it should lose", d.Teaches)
	line("briefing = \"\"\"")
	line("%d %s, %d of you. Say here what is special, in a few short sentences.", d.Teams, plural(d.Teams, "team builds", "teams build"), d.People)
	line("")
	line("A blank line begins a new paragraph.")
	line("\"\"\"")
	line("days = %d", d.Days)
	line("model = %q # who deploys, who is called, who pays: callout models", d.Model)
	line("par = \"£%d\" # what a game may cost that scores nothing: see what doing nothing costs with --gates", d.Teams*d.Days*9000)
	line("")
	line("[defaults] # what holds for every application that does not say otherwise")
	line("operability = 0.5 # how well they cope with failure")
	line("telemetry = 0.4 # how much their monitors say; 0 is host metrics only, 1 is user journeys")
	line("changes_per_week = 4")
	line("release_every = \"2d\"")
	line("faults_per_week = 5 # at operability 0; at 0.5 it is less than half of that")
	line("noise_per_week = 8")
	line("change_value = \"£1,000\" # what a finished change earns a week once it is live")
	for i := range d.Teams {
		line("\n[[team]]")
		line("name = %q", birds[(i*7+40)%len(birds)])
	}
	for i := range d.Teams {
		line("\n[[application]]")
		line("name = %q", functions[(i*17+7)%len(functions)])
		line("team = %q", birds[(i*7+40)%len(birds)])
		line("hosts = [\"lnx-prd-%04d\"] # named by infrastructure, not by what runs there; a host named twice is shared", 401+i)
		line("revenue_per_hour = \"£%d,000\" # at its peak", []int{12, 4, 20, 2, 8}[i%5])
		line("target = \"99.5 %%\"")
		if i%2 == 0 {
			line("changes_waiting = 2 # something to do on the first morning")
		}
		if i%3 == 2 {
			line("known = false # not in the catalogue: whose its alerts are has to be found out")
			line("depends_on = [%q] # it fails when that one fails", functions[((i-1)*17+7)%len(functions)])
		}
	}
	for i := range d.People {
		line("\n[[analyst]]")
		line("name = %q", people[(i*11+5)%len(people)])
		line("knows = { %s = 0.6 }", functions[(i%d.Teams*17+7)%len(functions)])
	}
	line("\n[[happening]] # something that happens whatever the player does")
	line("at = \"%s 14:00\"", []string{"Mon", "Tue"}[min(d.Days-1, 1)])
	line("kind = \"fault\"")
	line("application = %q", functions[7])
	line("cause = \"configuration\"")
	line("amount = 0.4 # share of its revenue that it costs while it lasts")
	line("\n[[goal]] # the numbers to keep to; all must be met to win")
	line("metric = \"revenue_lost\"")
	line("at_most = \"£%d\"", d.Teams*d.Days*4000)
	line("\n[[goal]]")
	line("metric = \"burnout_max\"")
	line("at_most = 60")
	text := []byte(b.String())
	if _, err := Parse(d.Name+".toml", text, ""); err != nil {
		return nil, err
	}
	return text, nil
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

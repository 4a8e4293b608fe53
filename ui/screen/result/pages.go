package result

import (
	"cmp"
	"slices"
	"strconv"

	"callout/game"
	"callout/game/words"
	"callout/ui/line"
	"callout/ui/theme"
	"callout/ui/widget"
)

// headline writes the sentence that answers a page's question.
func (r *Result) headline(b *line.Block, text string) {
	b.Para(r.theme.Strong, text, 0)
	b.End()
}

// course: when did it go wrong?
func (r *Result) course(b *line.Block) {
	t, course := r.theme, r.game.Course
	if len(course) == 0 {
		r.headline(b, "No turn has ended yet: there is no course to draw.")
		return
	}
	longest, worst, steepest, most := 0, 0, 0, int64(-1)
	before := game.Pence(0)
	for i := range course {
		c := &course[i]
		if c.Queue > course[longest].Queue {
			longest = i
		}
		if c.Burnout > course[worst].Burnout {
			worst = i
		}
		if c.Lost-before > most {
			steepest, most = i, c.Lost-before
		}
		before = c.Lost
	}
	from, hours := r.level.Start, int((course[len(course)-1].At-r.level.Start)/game.Hour)+1
	burnout, queue, lost := byHour(course, from, hours)
	var marks []widget.Mark
	for h := range hours {
		at := from + game.Minute(h)*game.Hour
		if hour, _ := at.Clock(); h == 0 || hour == 0 {
			marks = append(marks, widget.Mark{At: h, Name: words.Weekday(at.Weekday())})
		}
	}
	number := words.Number
	chart := func(title, says string, values []int64, top int64, label func(int64) string, warn, alarm int64) {
		b.Put(t.Title, title).Space(2).Put(t.Text, says).End()
		c := widget.Chart{Values: values, Top: top, Label: label, Marks: marks, Warn: warn, Alarm: alarm}
		c.Draw(b, t, r.chart)
		if r.chart > 5 {
			b.End()
		}
	}
	chart("BURNOUT", "points, mean of all analysts: "+peak("at its worst ", course[worst].Burnout, course[worst].At),
		burnout, 50, number, 45, 70)
	chart("QUEUE", "items that wait: "+peak("at its longest ", course[longest].Queue, course[longest].At),
		queue, 8, number, 0, 0)
	says := "nothing was lost."
	if most > 0 {
		says = "all of it: steepest until " + words.Date(course[steepest].At) + ", " + words.Money(most) + " in one turn."
	}
	chart("REVENUE LOST", says, lost, 10_000, words.MoneyCoarse, 1, r.ceiling())
}

// peak says when a gauge was highest.
func peak(says string, n int32, at game.Minute) string {
	if n == 0 {
		return "none all the time."
	}
	return says + words.Number(int64(n)) + ", " + words.Date(at) + "."
}

// byHour is the course in equal steps of time: between two turns a gauge stands where the first of them left it.
func byHour(course []game.Gauge, from game.Minute, hours int) (burnout, queue, lost []int64) {
	burnout, queue, lost = make([]int64, hours), make([]int64, hours), make([]int64, hours)
	i := 0
	for h := range hours {
		end := from + game.Minute(h)*game.Hour
		for i < len(course)-1 && course[i+1].At <= end {
			i++
		}
		if course[i].At <= end || h == hours-1 {
			burnout[h], queue[h], lost[h] = int64(course[i].Burnout), int64(course[i].Queue), course[i].Lost
		}
	}
	return burnout, queue, lost
}

// ceiling is the most that may be lost, or 0 where no goal says so.
func (r *Result) ceiling() int64 {
	for _, g := range r.game.Goals {
		if g.Metric == "revenue_lost" && g.AtMost {
			return g.Value + 1
		}
	}
	return 0
}

// stateGlyphs tell the seven states apart without colour.
var stateGlyphs = [game.IncidentStates]string{"░", "▒", "▓", "█", "▚", "╱", "━"}

// restore: where did time to restore go?
func (r *Result) restore(b *line.Block) {
	t, g := r.theme, &r.game
	var sum int64
	for _, n := range g.StateMinutes {
		sum += n
	}
	if sum == 0 {
		r.headline(b, "There was no incident: nothing had to be restored.")
		return
	}
	order := []int{0, 1, 2, 3, 4, 5, 6}
	slices.SortStableFunc(order, func(i, j int) int { return -cmp.Compare(g.StateMinutes[i], g.StateMinutes[j]) })
	mended := g.StateMinutes[game.InRepair]
	r.headline(b, "Of every hour of an incident "+strconv.FormatInt((mended*60+sum/2)/sum, 10)+" minutes went into mending it. Most went into: "+
		words.IncidentState(game.IncidentState(order[0]))+".")
	for _, name := range []string{"ttr_median", "ttr_p90", "tta_median", "misrouted_share"} {
		title, _ := words.Metric(name)
		b.Cell(t.Dim, title, 36).Put(t.Text, words.Value(r.value(name))).End()
	}
	if n := r.open(); n > 0 {
		b.Para(t.Dim, words.Count(int64(n), "incident", "incidents")+" still open: counted with the time so far.", 0)
	}
	b.End()
	b.Line(t.Title, "ALL MINUTES OF ALL INCIDENTS, BY WHAT THEY WAITED FOR")
	width := b.Width()
	used, past := 0, int64(0)
	for s, n := range g.StateMinutes {
		past += n
		to := int(past * int64(width) / sum)
		b.Fill(r.stateStyle(game.IncidentState(s)), stateGlyphs[s], to-used)
		used = to
	}
	b.End()
	for s, n := range g.StateMinutes {
		st := r.stateStyle(game.IncidentState(s))
		b.Fill(st, stateGlyphs[s], 2).Space(1).Cell(t.Text, words.IncidentState(game.IncidentState(s)), 36)
		b.Right(t.Text, words.Percent(game.PerMille((n*1000+sum/2)/sum)), 6).Space(2)
		b.Right(t.Dim, words.Span(game.Minute(n)), 10).Space(2)
		widget.Bar(b, t, st, n, sum, min(24, b.Room()))
		b.End()
	}
}

// open is the number of incidents that were not restored.
func (r *Result) open() int {
	n := 0
	for i := range r.game.Losses {
		if r.game.Losses[i].Restored == game.Never {
			n++
		}
	}
	return n
}

func (r *Result) stateStyle(s game.IncidentState) line.Style {
	t := r.theme
	switch s {
	case game.InRepair:
		return t.Good
	case game.InDiagnose:
		return t.Accent
	case game.InHandoff, game.InQueue, game.InIdentify:
		return t.Warn
	case game.InDetect:
		return t.Alarm
	}
	return t.Dim
}

// applications: were they there when customers came?
func (r *Result) applications(b *line.Block) {
	t, apps := r.theme, r.game.Applications
	met := 0
	for i := range apps {
		if apps[i].Availability >= apps[i].Target {
			met++
		}
	}
	says := strconv.Itoa(met) + " of " + words.Count(int64(len(apps)), "application", "applications") + " kept the availability target."
	if len(apps) == 1 {
		says = apps[0].Name + " missed its availability target."
		if met == 1 {
			says = apps[0].Name + " kept its availability target."
		}
	}
	r.headline(b, says+" Availability is weighed by traffic: a minute at noon counts more than one at night.")
	name := 16
	b.Cell(t.Dim, "", name+2).Right(t.Dim, "availability", 14).Right(t.Dim, "target", 10).Right(t.Dim, "lost", 12).Right(t.Dim, "incidents", 11)
	b.Right(t.Dim, "deployed", min(10, b.Room())).End()
	order := make([]int, len(apps))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return -cmp.Compare(apps[i].Lost, apps[j].Lost) })
	for _, i := range order {
		a := &apps[i]
		mark, st := theme.Met, t.Good
		if a.Availability < a.Target {
			mark, st = theme.Missed, t.Alarm
		}
		b.Put(st, mark).Space(1).Cell(t.Text, a.Name, name).Right(st, words.Availability(a.Availability/10*10), 14).Right(t.Dim, words.Availability(a.Target), 10)
		b.Right(t.Text, words.Money(a.Lost), 12).Right(t.Dim, strconv.Itoa(int(a.Incidents)), 11).Right(t.Dim, strconv.Itoa(int(a.Deployments)), min(10, b.Room())).End()
	}
	b.End()
	b.Line(t.Title, "DEPLOYMENTS")
	waiting := int32(0)
	for i := range apps {
		waiting += apps[i].Waiting
	}
	delay := words.Money(r.value("cost_of_delay").N)
	if done := r.value("deployments"); done.N > 0 {
		b.Para(t.Text, words.Count(int64(done.N), "deployment", "deployments")+", "+words.Value(r.value("batch_mean"))+" changes in each on average. Half of all requests waited "+
			words.Value(r.value("deploy_wait_median"))+" or longer. "+words.Value(r.value("change_failure_rate"))+" of the deployments failed.", 0)
	} else {
		b.Para(t.Text, "Nothing was deployed.", 0)
	}
	left := "nothing waits at the end."
	if waiting > 0 {
		left = words.Count(int64(waiting), "change waits", "changes wait") + " at the end."
	}
	b.Para(t.Text, "What is built and not deployed earns nothing: "+delay+" cost of delay; "+left, 0)
}

// losses: what did it cost?
func (r *Result) losses(b *line.Block) {
	t, g := r.theme, &r.game
	total := r.total()
	if total == 0 {
		r.headline(b, "No revenue was lost.")
		return
	}
	says := "Revenue lost: " + words.Money(total) + ", to " + words.Count(int64(len(g.Losses)), "incident", "incidents")
	if dearest := 5; len(g.Losses) > dearest {
		sum := game.Pence(0)
		for i := range dearest {
			sum += g.Losses[i].Pence
		}
		says += "; " + words.Money(sum) + " of it to the five dearest"
	}
	r.headline(b, says+".")
	shown := min(12, len(g.Losses))
	for i := range shown {
		l := &g.Losses[i]
		if l.Pence == 0 {
			break
		}
		length := l.Restored
		if length == game.Never {
			length = g.At
		}
		b.Right(t.Warn, words.Money(l.Pence), 10).Space(2).Cell(t.Text, r.app(l.App), 12)
		b.Cell(t.Dim, words.Date(l.Began), 18).Right(t.Text, words.Span(length-l.Began), 9).Space(2)
		long := 0
		for s := range l.States {
			if l.States[s] > l.States[long] {
				long = s
			}
		}
		if l.Restored == game.Never {
			b.Put(t.Alarm, "still open")
		} else {
			b.Put(t.Dim, "mostly "+words.IncidentState(game.IncidentState(long)))
		}
		b.End()
	}
	if more := len(g.Losses) - shown; more > 0 {
		sum := game.Pence(0)
		for i := shown; i < len(g.Losses); i++ {
			sum += g.Losses[i].Pence
		}
		b.Right(t.Dim, words.Money(sum), 10).Space(2).Put(t.Dim, words.Count(int64(more), "incident more", "incidents more")).End()
	}
	b.Right(t.Strong, words.Money(total), 10).Space(2).Put(t.Strong, "in all").End()
}

func (r *Result) app(i int) string {
	if i < 0 || i >= len(r.game.Applications) {
		return "?"
	}
	return r.game.Applications[i].Name
}

// people: what did it do to them?
func (r *Result) people(b *line.Block) {
	t, people := r.theme, r.game.People
	worst, left, callouts := 0, 0, int32(0)
	for i := range people {
		if people[i].Worst > people[worst].Worst {
			worst = i
		}
		if people[i].Left {
			left++
		}
		callouts += people[i].Callouts
	}
	if len(people) == 0 {
		r.headline(b, "There was nobody.")
		return
	}
	says := "Nobody left."
	if left > 0 {
		says = words.Count(int64(left), "analyst", "analysts") + " left, and what they knew left with them."
	}
	if w := &people[worst]; w.Worst > 0 {
		says += " " + w.Name + " was worst off, with " + strconv.Itoa(int(w.Worst)) + " of 100 points of burnout."
	}
	if callouts == 0 {
		says += " Nobody was called out at night."
	} else {
		says += " " + words.Count(int64(callouts), "callout", "callouts") + " out of hours."
	}
	r.headline(b, says)
	b.Cell(t.Dim, "", 14).Cell(t.Dim, "burnout at the end", 26).Right(t.Dim, "worst", 7).Right(t.Dim, "callouts", 10).Right(t.Dim, "sick days", 11).End()
	for i := range people {
		p := &people[i]
		if !p.Hired {
			continue
		}
		b.Cell(t.Text, p.Name, 14)
		widget.Bar(b, t, t.Line(theme.Strain(p.Burnout)), int64(p.Burnout), 100, 20)
		b.Right(t.Text, strconv.Itoa(int(p.Burnout)), 4).Space(2).Right(t.Of(theme.Strain(p.Worst)), strconv.Itoa(int(p.Worst)), 7)
		b.Right(t.Text, strconv.Itoa(int(p.Callouts)), 10).Right(t.Text, strconv.Itoa(int(p.SickDays)), 11)
		if p.Left {
			b.Space(3).Put(t.Alarm, "left")
		}
		b.End()
	}
	b.End()
	b.Para(t.Dim, "Burnout is how far somebody is from being able to go on, 0 to 100. It rises with load, queue and callouts, and falls with rest.", 0)
}

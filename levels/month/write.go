package month

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"callout/levels"
)

// Level is the month as a level file, with a remark beside every figure that says what it rests on.
func (m *Month) Level() []byte {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	figure := func(key, value string, f Figure) { line("%s = %s %s", key, value, f.Comment()) }

	line("# A level made from a team's own past: %s to %s.", m.From.Format("2 January 2006"), m.To.AddDate(0, 0, -1).Format("2 January 2006"))
	line("# Beside each figure stands whether it was measured in the data, estimated from it, or assumed. Change what you know better.")
	for _, w := range m.Warnings {
		line("# Mind: %s.", w)
	}
	line("")
	line("name = %q", m.Name)
	line("title = %s", quoted(m.Title, 60))
	line("lesson = %s", quoted("What our own month would have been like with other habits, and under another support model.", 200))
	line("briefing = \"\"\"")
	line("This is your own month, as far as the data tells it: %s, %s and %s.",
		count(len(m.Apps), "application", "applications"), count(m.Real.Incidents, "incident", "incidents"), count(m.Real.Deployments, "deployment", "deployments"))
	line("")
	line("Play it as you would work. Nothing happens at the minute it really did: what comes is as much, as often, and as long.")
	line("\"\"\"")
	if first := m.firstWorkingDay(); first != time.Monday {
		line("start = \"%s 09:00\"", first.String()[:3])
	}
	line("days = %d", m.Days)
	line("model = %q", m.Model)
	line("models = [%s] # an application can be moved to these", m.models())
	line("par = \"£%d\" # what a game may cost that scores nothing; a guess from the size of it", m.par())
	line("")
	line("[defaults]")
	line("revenue_per_hour = \"£%d\" # assumed: nothing in the data says what an hour earns", m.revenue())
	line("operability = %s # assumed: the usual one", thousandths(usualOperability))
	line("telemetry = %s # assumed: the usual one", thousandths(usualTelemetry))
	line("target = \"99.5 %%\" # assumed")
	if m.Profile != nil {
		line("profile = \"ours\"")
	}
	m.writeProfile(line)
	m.writeBalance(line, figure)
	for _, t := range m.Teams {
		line("\n[[team]]\nname = %q", t)
	}
	for i := range m.Apps {
		a := &m.Apps[i]
		line("\n[[application]]")
		was := ""
		if a.Was != "" && a.Was != a.Name {
			was = " # in the data: " + remark(a.Was)
		}
		line("name = %q%s", a.Name, was)
		line("team = %q", a.Team)
		figure("changes_per_week", thousandths(min(a.Changes.N, 200_000)), a.Changes)
		figure("release_every", fmt.Sprintf("\"%dm\"", min(max(a.Release.N*1000/m.Releases.N, 60), 26*7*24*60)), a.Release)
		figure("faults_per_week", thousandths(min(a.Faults.N*m.Faults.N/1000, 200_000)), a.Faults)
		figure("noise_per_week", thousandths(min(a.NoiseRate.N, 1_000_000)), a.NoiseRate)
	}
	known := "measured: who was on call"
	if !m.AnalystsKnown {
		known = "assumed: one for two or three applications"
	}
	for i, name := range m.Analysts {
		line("\n[[analyst]]")
		if i == 0 {
			line("name = %q # %s", name, known)
		} else {
			line("name = %q", name)
		}
		line("knows = { %s } # assumed: everybody knows some of it", m.knows(i))
	}
	m.writeWeeks(line)
	m.writeGoals(line)
	return []byte(b.String())
}

// firstWorkingDay is the weekday on which the level begins.
func (m *Month) firstWorkingDay() time.Weekday {
	for t := m.From; t.Before(m.To); t = t.AddDate(0, 0, 1) {
		if inHours(t.Add(12 * time.Hour)) {
			return t.Weekday()
		}
	}
	return time.Monday
}

// models are the shipped support models that can be moved to.
func (m *Month) models() string {
	var names []string
	for _, i := range levels.Models() {
		if i.Name != m.Model {
			names = append(names, fmt.Sprintf("%q", i.Name))
		}
	}
	return strings.Join(names, ", ")
}

// par is a fifth of what the applications earn in the time, and at least something.
func (m *Month) par() int64 {
	return max(int64(len(m.Apps))*m.revenue()*int64(m.Days)*24/20, 1000)
}

func (m *Month) revenue() int64 { return max(m.Revenue, 1) }

func (m *Month) writeProfile(line func(string, ...any)) {
	if m.Profile == nil {
		return
	}
	list := func(values [24]int64) string {
		var parts []string
		for _, v := range values {
			parts = append(parts, thousandths(v))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	line("\n[[profile]]\nname = \"ours\" %s", m.Profile.Figure.Comment())
	line("weekday = %s\nweekend = %s", list(m.Profile.Weekday), list(m.Profile.Weekend))
}

// writeBalance writes the constants of the rules that are different for this team.
func (m *Month) writeBalance(line func(string, ...any), figure func(key, value string, f Figure)) {
	line("\n[balance]")
	figure("change_failure", fmt.Sprint(m.ChangeFailure.N), m.ChangeFailure)
	if m.Work.Basis == Assumed {
		return
	}
	b, _ := rules()
	scaled := func(minutes int64) string { return fmt.Sprintf("\"%dm\"", min(max(minutes*m.Work.N/1000, 1), 7*24*60)) }
	figure("investigate_work", scaled(int64(b.InvestigateWork)), m.Work)
	line("diagnose_work = %s", scaled(int64(b.DiagnoseWork)))
	line("repair_work = %s", scaled(int64(b.RepairWork)))
	line("code_fix_work = %s", scaled(int64(b.CodeFixWork)))
}

// knows shares the applications among the analysts: each knows one in two or three well, up to the six busiest.
func (m *Month) knows(analyst int) string {
	var parts []string
	for i := range m.Apps {
		if i%len(m.Analysts) == analyst && len(parts) < 6 {
			parts = append(parts, fmt.Sprintf("%s = 0.7", m.Apps[i].Name))
		} else if (i+1)%len(m.Analysts) == analyst && len(parts) < 6 {
			parts = append(parts, fmt.Sprintf("%s = 0.4", m.Apps[i].Name))
		}
	}
	return strings.Join(parts, ", ")
}

// writeGoals makes goals of what really happened: to be no worse.
func (m *Month) writeGoals(line func(string, ...any)) {
	if m.Real.TTRMedian > 0 {
		line("\n[[goal]]\nmetric = \"ttr_median\"\nat_most = \"%dm\" # measured: what it really was", min(max(m.Real.TTRMedian, 1), 26*7*24*60))
	}
	line("\n[[goal]]\nmetric = \"burnout_max\"\nat_most = 60 # assumed: from there people begin to break")
	if m.Real.Deployments > 0 {
		scaled := int64(m.Real.Deployments) * int64(m.Days) * 1000 / 5 / m.Weeks
		line("\n[[goal]]\nmetric = \"deployments\"\nat_least = %d # measured: nine tenths of as many as there really were", max(scaled*9/10, 1))
	}
}

// quoted is a text as a TOML string of at most so many characters, without what a level may not hold.
func quoted(s string, most int) string {
	return fmt.Sprintf("\"%s\"", strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(cut(remark(s), most)))
}

// remark is a text that may stand behind a # in a file: printable, on one line, not long.
func remark(s string) string {
	r := []rune(strings.Map(printable, s))
	return string(r[:min(len(r), 200)])
}

// printable drops what could upset a terminal or a reader.
func printable(r rune) rune {
	if !unicode.IsPrint(r) || unicode.Is(unicode.Mn, r) {
		return -1
	}
	return r
}

package assets

import (
	"bufio"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"
)

// needed are words that the screens use or that the design defines: a player who meets one must find it.
const needed = `actionable, alert, alert storm, analyst, andon, application, Application Operations, approval board,
availability, availability target, batch size, BAU, best endeavours, blast radius, burnout, CAB, callout, campaign,
CapEx, catalogue, CFR, change failure rate, chase, clue, code fault, complaints, continue, Continuous Delivery, cost
of delay, course, CPU, debt, degraded, Delivery team, dependency, deployment, deployment frequency, diagnose, digital
service, Discontinuous Delivery, disk, drop, duty, error budget, escalation, estate, excess, exposure, fatigue, FCR,
first, fix action, FLR, foundational system, freeze, gauge, goal, golden signals, goodwill, graceful degradation,
handoff, health check, hint, host, HTTP 5xx, hypercare, in hours, inbox, incident, incident commander, insurance,
investigate, IT as a cost centre, journal, knowledge, knowledge synchronisation, L0, L1, L1.5, L2, L3, latency, lead
time, level, link, load, major incident, management, median, memory, message, MTBF, MTTR, MTTx, noise, noise alert,
normal change, operability, operability incentives, OpEx, Ops Bridge, order, out of hours, overtime, P1-P4, page, peak
support, percentile, pipeline, PIR, Plan-Build-Run, playbook, policy, postmortem, premium, product demand, protection,
queue, queue depth, queue length, RCA, re-platform, readiness review, recovery time, refuse, release candidate,
release request, renegotiation, resignation, rest, restore, result, revenue lost, rework, rollback, rota, runbook,
scope, score, seed, Service Desk, shutter page, sick leave, SLI, SLO, standard change, standby, status report, stop
the line, support model, swarming, telemetry, throughput, TOIL, toil, trend, TSG, TTA, TTD, TTE, TTM, TTR, tune, turn,
user journey, utilisation, warranty, WIP, wish, workaround, You Build It Ops Run It, You Build It SRE Run It, You
Build It You Run It`

func TestEveryNeededWordIsExplained(t *testing.T) {
	for word := range strings.SplitSeq(needed, ",") {
		if _, err := Find(word); err != nil {
			t.Error(err)
		}
	}
}

func TestGlossaryIsWellFormed(t *testing.T) {
	list := Glossary()
	if !slices.IsSortedFunc(list, func(a, b Entry) int { return strings.Compare(fold(a.Term), fold(b.Term)) }) {
		t.Error("the glossary is not sorted")
	}
	owner := map[string]string{}
	for _, e := range list {
		for _, name := range append([]string{e.Term}, e.Also...) {
			key := fold(name)
			if key == "toil" { // time off in lieu and manual work: told apart by capitals
				continue
			}
			if other, taken := owner[key]; taken {
				t.Errorf("%q belongs to %q and to %q: leave it to one", name, other, e.Term)
			}
			owner[key] = e.Term
		}
		for what, text := range map[string]string{"idea": e.Idea, "definition": e.Definition} {
			if n := utf8.RuneCountInString(text); n < 20 || n > 260 {
				t.Errorf("%s: the %s has %d characters: 20 to 260 fit the screen", e.Term, what, n)
			}
			if end, _ := utf8.DecodeLastRuneInString(text); !strings.ContainsRune(".?", end) {
				t.Errorf("%s: the %s is not a whole sentence: %q", e.Term, what, text)
			}
			if strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r == utf8.RuneError }) {
				t.Errorf("%s: the %s contains something that is not text: %q", e.Term, what, text)
			}
		}
	}
}

func TestGlossaryIsTheCallersOwn(t *testing.T) {
	Glossary()[0].Term = "scribbled over"
	if Glossary()[0].Term == "scribbled over" {
		t.Error("a caller could change the glossary for everybody")
	}
}

func TestFind(t *testing.T) {
	tests := []struct{ ask, want string }{
		{"burnout", "burnout"},
		{"  BurnOut ", "burnout"},
		{"ttr", "time to restore"},
		{"blast   RADIUS", "blast radius"},
		{"ops-run-it", "You Build It Ops Run It"},
		{"toil", "toil"},
		{"TOIL", "time off in lieu"},
	}
	for _, test := range tests {
		e, err := Find(test.ask)
		if err != nil || e.Term != test.want {
			t.Errorf("Find(%q) = %q, %v; want %q", test.ask, e.Term, err, test.want)
		}
	}
}

func TestFindNamesWhatIsNear(t *testing.T) {
	tests := []struct{ ask, want string }{
		{"burnuot", "burnout"},
		{"standbye", "standby"},
		{"escallation", "escalation"},
		{"synchron", "knowledge synchronisation"},
		{"telemetri", "telemetry"},
		{"", "such as burnout"},
		{strings.Repeat("x", 1<<20), "nearest"},
		{"\x00\xff", "nearest"},
	}
	for _, test := range tests {
		_, err := Find(test.ask)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("Find(%.40q): %v; want it to name %q", test.ask, err, test.want)
		}
	}
}

func TestReadGlossaryNamesMistakes(t *testing.T) {
	const whole = "idea: a thing.\nfield: a thing.\nread: a book\n"
	tests := []struct{ name, text, want string }{
		{"no idea", "term: page\nfield: x\nread: y\n", `glossary/a.txt:3: the entry "page" needs the lines idea, field and read`},
		{"unknown line", "term: page\nidee: x\n", `glossary/a.txt:2: "idee: x" is not a line of the glossary`},
		{"no text", "term: page\nidea:\n", `glossary/a.txt:2: "idea:" is not a line`},
		{"two in one", "term: page\n" + whole + "term: queue\n", `glossary/a.txt:5: a second "term" in one entry`},
		{"no term", "# remark\n\n" + whole, `glossary/a.txt:3: an entry begins with "term: word"`},
		{"endless line", "term: " + strings.Repeat("x", bufio.MaxScanTokenSize), "glossary/a.txt:1: "},
	}
	for _, test := range tests {
		_, err := readGlossary(fstest.MapFS{"glossary/a.txt": {Data: []byte(test.text)}})
		if err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%s: %v; want %s…", test.name, err, test.want)
		}
	}
}

func TestReadGlossarySortsOverFiles(t *testing.T) {
	const rest = "\nidea: a thing.\nfield: a thing.\nread: a book\n"
	list, err := readGlossary(fstest.MapFS{
		"glossary/a.txt": {Data: []byte("term: Zebra" + rest + "\n\nterm: alert\nalso: warning, bell" + rest)},
		"glossary/b.txt": {Data: []byte("term: MTTR" + rest)},
	})
	if err != nil {
		t.Fatal(err)
	}
	var terms []string
	for _, e := range list {
		terms = append(terms, e.Term)
	}
	if want := []string{"alert", "MTTR", "Zebra"}; !slices.Equal(terms, want) {
		t.Errorf("terms %v, want %v", terms, want)
	}
	if want := []string{"warning", "bell"}; !slices.Equal(list[0].Also, want) {
		t.Errorf("other names %v, want %v", list[0].Also, want)
	}
}

func TestSeries(t *testing.T) {
	series := Series()
	if len(series) != 7 {
		t.Errorf("%d articles; the series has seven", len(series))
	}
	for _, a := range series {
		if a.About == "" || a.Model == "" || len(a.Levels) == 0 || !strings.HasPrefix(a.URL, "https://") {
			t.Errorf("%q is not complete: %+v", a.Title, a)
		}
		if _, err := Find(a.Title); err != nil {
			t.Errorf("an article without a word in the glossary: %v", err)
		}
	}
}

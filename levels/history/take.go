package history

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A taker takes rows of one file over into the history.
type taker struct {
	file    string
	source  *source
	columns []Column
	o       *Options
	h       *History
	dial    dial
	at      [fields]*Column
}

func newTaker(file string, s *source, columns []Column, o *Options, h *History) *taker {
	k := &taker{file: file, source: s, columns: columns, o: o, h: h, dial: dial{zone: o.Zone, dates: o.Mapping.Dates}}
	for i := range columns {
		k.at[columns[i].Field] = &columns[i]
	}
	return k
}

// cell is what a row has in a column; columns that come several times are joined.
func (k *taker) cell(c *Column, row []string) string {
	if c == nil {
		return ""
	}
	text := ""
	for _, at := range c.at {
		if at < len(row) && row[at] != "" {
			if text != "" {
				text += ";"
			}
			text += row[at]
		}
	}
	if c.Field.isTime() {
		text, _, _ = strings.Cut(text, ";")
	}
	return text
}

func (k *taker) field(f Field, row []string) string { return strings.TrimSpace(k.cell(k.at[f], row)) }

func (k *taker) doubt(d Doubt, row int, example string) { k.h.note(d, k.file, row, example) }

// take takes one row over.
func (k *taker) take(row []string, number int) {
	k.h.Rows++
	if blank(row) {
		k.doubt(Empty, number, "")
		return
	}
	app, ok := k.application(row, number)
	if !ok {
		return
	}
	if k.source.kind == Deployments {
		k.deployment(app, row, number)
		return
	}
	k.incident(app, row, number)
}

func blank(row []string) bool {
	for _, c := range row {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}

// application finds which application a row is about.
func (k *taker) application(row []string, number int) (int32, bool) {
	name := k.field(Application, row)
	if name == "" {
		name = k.o.Application
	}
	if parts := k.apart(name); len(parts) > 1 {
		k.doubt(SeveralApplications, number, name)
		name = parts[0]
	}
	name = fromURL(build.ReplaceAllString(name, ""))
	if other, said := k.o.Mapping.Applications[name]; said {
		if other == "" {
			k.doubt(Unwanted, number, name)
			return 0, false
		}
		name = other
	}
	if name == "" {
		k.doubt(NoApplication, number, "")
		return 0, false
	}
	app, ok := k.h.app(name)
	if !ok {
		k.doubt(NoApplication, number, name)
	}
	return app, ok
}

// apart divides a cell that names several applications: at semicolons, bars and line breaks, and at what the mapping says.
func (k *taker) apart(cell string) []string {
	parts := strings.FieldsFunc(cell, func(r rune) bool {
		return r == ';' || r == '|' || r == '\n' || r == '\r' || k.o.Mapping.Separator != "" && strings.ContainsRune(k.o.Mapping.Separator, r)
	})
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	slices.Sort(parts[min(1, len(parts)):])
	return slices.Compact(parts)
}

// build is the number that Jenkins adds to a job's name.
var build = regexp.MustCompile(`\s+#\d+$`)

// fromURL is the repository that an address of GitHub or GitLab is about; another name is left as it is.
func fromURL(name string) string {
	_, path, ok := strings.Cut(name, "://")
	if !ok {
		return name
	}
	parts := strings.Split(strings.Trim(path, "/"), "/")
	for i, p := range parts {
		if p == "repos" && i+2 < len(parts) {
			return parts[i+2]
		}
		if p == "-" && i > 1 {
			return parts[i-1]
		}
	}
	if len(parts) >= 3 {
		return parts[2]
	}
	return name
}

// time reads a time. ok is false where there is something that cannot be read.
func (k *taker) time(f Field, row []string, number int) (Moment, bool) {
	s := k.field(f, row)
	m, odd, ok := k.dial.read(s)
	if odd {
		k.doubt(ClockChange, number, s)
	}
	return m, ok
}

// incident takes over an incident.
func (k *taker) incident(app int32, row []string, number int) {
	began, ok := k.time(Began, row, number)
	switch {
	case !ok:
		k.doubt(BadTime, number, k.field(Began, row))
		return
	case began == Unknown:
		k.doubt(NoBegin, number, "")
		return
	}
	inc := Incident{App: app, Began: began}
	inc.Detected = k.later(Detected, began, row, number)
	inc.Acknowledged = k.later(Acknowledged, began, row, number)
	inc.Restored = k.later(Restored, began, row, number)
	for _, f := range [...]Field{AckSeconds, AckMilliseconds} {
		if inc.Acknowledged == Unknown {
			inc.Acknowledged = k.after(f, began, row, number)
		}
	}
	for _, f := range [...]Field{RestoreSeconds, RestoreMilliseconds} {
		if inc.Restored == Unknown {
			inc.Restored = k.after(f, began, row, number)
		}
	}
	id := k.field(ID, row)
	if id == "" {
		id = strconv.Itoa(int(inc.Restored))
	}
	if k.h.again("incident", k.h.Apps[app], strconv.Itoa(int(began)), id) {
		k.doubt(Duplicate, number, id)
		return
	}
	if inc.Restored == Unknown && k.field(Restored, row) == "" {
		k.doubt(NoEnd, number, id) // of an end that cannot be, another doubt tells
	}
	inc.Team = -1
	if name := k.field(Team, row); name != "" {
		if team, ok := k.h.team(name); ok {
			inc.Team = team
		}
	}
	inc.Severity = severity(k.field(Severity, row))
	inc.Noise = k.one(k.field(Noise, row), k.o.Mapping.Noise, noiseWords)
	k.h.Incidents = append(k.h.Incidents, inc)
}

// later reads a time that cannot be before began.
func (k *taker) later(f Field, began Moment, row []string, number int) Moment {
	m, ok := k.time(f, row, number)
	switch {
	case !ok:
		k.doubt(BadNumber, number, k.field(f, row))
		return Unknown
	case m != Unknown && m < began:
		k.doubt(EndBeforeBegin, number, k.field(f, row))
		return Unknown
	}
	return m
}

// after reads a number of seconds, or of milliseconds, after began.
func (k *taker) after(f Field, began Moment, row []string, number int) Moment {
	s := k.field(f, row)
	if s == "" {
		return Unknown
	}
	n, ok := quantity(s)
	if f == AckMilliseconds || f == RestoreMilliseconds {
		n /= 1000
	}
	if !ok || n < 0 || n > 10*366*24*3600 {
		k.doubt(BadNumber, number, s)
		return Unknown
	}
	return began + Moment(n/60)
}

// deployment takes over a deployment.
func (k *taker) deployment(app int32, row []string, number int) {
	if env := k.field(Environment, row); env != "" && !k.one(env, k.o.Mapping.Production, productionWords) {
		k.doubt(NotProduction, number, env)
		return
	}
	status := strings.ToLower(k.field(Status, row))
	if slices.Contains(unfinishedWords, status) || status == "true" && k.source.name == "GitHub releases" || status == "" && k.source.name == "Jenkins" {
		k.doubt(Unfinished, number, status)
		return
	}
	at, ok := k.time(At, row, number)
	switch {
	case !ok:
		k.doubt(BadTime, number, k.field(At, row))
		return
	case at == Unknown:
		k.doubt(NoBegin, number, "")
		return
	}
	d := Deployment{App: app, At: at, Failed: k.one(status, k.o.Mapping.Failed, failedWords)}
	switch d.Requested, ok = k.time(Requested, row, number); {
	case !ok:
		k.doubt(BadNumber, number, k.field(Requested, row))
		d.Requested = Unknown
	case d.Requested > at:
		k.doubt(EndBeforeBegin, number, k.field(Requested, row))
		d.Requested = Unknown
	}
	if s := k.field(Changes, row); s != "" {
		n, ok := quantity(s)
		if !ok || n < 0 || n > 100_000 {
			k.doubt(BadNumber, number, s)
		} else {
			d.Changes = int32(n)
		}
	}
	id := k.field(ID, row)
	if k.h.again("deployment", k.h.Apps[app], strconv.Itoa(int(at)), id) {
		k.doubt(Duplicate, number, id)
		return
	}
	k.h.Deployments = append(k.h.Deployments, d)
}

// one tells whether a cell is one of the words that the mapping gives, or else of the usual ones.
func (k *taker) one(cell string, own, usual []string) bool {
	if cell == "" {
		return false
	}
	if len(own) == 0 {
		own = usual
	}
	return slices.ContainsFunc(own, func(w string) bool { return strings.EqualFold(w, cell) })
}

var (
	productionWords = []string{"production", "prod", "prd", "live", "produktion"}
	noiseWords      = []string{
		"noise", "false alarm", "false positive", "yes", "true", "won't do", "won't fix", "cannot reproduce", "not an issue", "no action", "duplicate",
	}
	failedWords     = []string{"failed", "failure", "error", "rolled back", "rollback", "unstable", "yes", "true"}
	unfinishedWords = []string{
		"running", "in progress", "in_progress", "pending", "queued", "created", "canceled", "cancelled", "aborted", "skipped", "blocked", "waiting", "not_built",
	}
)

// severity is 1 for the worst, as priorities are written: P1, SEV-2, 1 - Critical, high; 0 where it cannot be told.
func severity(s string) uint8 {
	for _, r := range s {
		if r >= '1' && r <= '5' {
			return uint8(r - '0')
		}
	}
	switch strings.ToLower(s) {
	case "critical", "highest", "blocker":
		return 1
	case "high", "major":
		return 2
	case "medium", "moderate", "normal":
		return 3
	case "low", "minor":
		return 4
	case "lowest", "info", "planning":
		return 5
	}
	return 0
}

// quantity reads a whole number, with its thousands apart or not; what stands behind a point or comma that divides no
// thousands is cut off.
func quantity(s string) (int64, bool) {
	s = strings.Map(func(r rune) rune {
		if r == ' ' || r == '\u00a0' || r == '\u202f' || r == '\'' || r == '’' {
			return -1
		}
		return r
	}, s)
	if i := strings.LastIndexAny(s, ".,"); i >= 0 {
		mark, behind := s[i], len(s)-i-1
		if behind != 3 || strings.Count(s, string(mark)) == 1 && strings.ContainsAny(s[:i], ".,") {
			s = s[:i] // a fraction
		}
	}
	s = strings.NewReplacer(",", "", ".", "").Replace(s)
	n, err := strconv.ParseInt(s, 10, 64)
	return n, err == nil
}

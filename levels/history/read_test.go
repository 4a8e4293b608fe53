package history

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

// zone is a time zone by its name.
func zone(t testing.TB, name string) *time.Location {
	t.Helper()
	l, err := time.LoadLocation(name)
	if err != nil {
		t.Skipf("this machine has no time zones: %v", err)
	}
	return l
}

// utc is a moment as it is written in the tests.
func utc(t testing.TB, s string) Moment {
	t.Helper()
	at, err := time.Parse("2006-01-02 15:04", s)
	if err != nil {
		t.Fatal(err)
	}
	return Moment(at.Unix() / 60)
}

// exports are a small export of every source. Each says the same: checkout failed from 09:00 to 11:30 on 3 March 2026,
// or went live at 11:30, all in UTC.
var exports = []struct {
	source string
	kind   Kind
	text   string
}{
	{"PagerDuty", Incidents, "Incident Number,Service Name,Created On,Resolved On,Seconds to First Ack,Seconds to Resolve,Urgency\n" +
		"17,checkout,2026-03-03T09:00:00Z,2026-03-03T11:30:00Z,\"1,200\",9000,high\n"},
	{"PagerDuty", Incidents, `{"limit":25,"more":false,"incidents":[{"id":"Q1","incident_number":17,"created_at":"2026-03-03T09:00:00Z","resolved_at":"2026-03-03T11:30:00Z",
		"service":{"id":"P1","summary":"checkout"},"acknowledgements":[{"at":"2026-03-03T09:20:00Z"},{"at":"2026-03-03T10:20:00Z"}],"urgency":"high"}]}`},
	{"Opsgenie", Incidents, `{"data":[{"id":"a-1","tinyId":"17","message":"5xx","createdAt":"2026-03-03T09:00:00Z","closedAt":"2026-03-03T11:30:00Z","acknowledgedAt":"2026-03-03T09:20:00Z","priority":"P2","entity":"checkout"}],"took":0.1}`},
	{"Opsgenie", Incidents, "Id,TinyId,Message,CreatedAt,Closed At,Ack Time,Priority,Entity\na-1,17,5xx,1772528400000,1772537400000,1772529600000,P2,checkout\n"},
	{"ServiceNow", Incidents, "number,short_description,opened_at,resolved_at,work_start,priority,business_service,close_code\n" +
		"INC0017,5xx,2026-03-03 09:00:00,2026-03-03 11:30:00,2026-03-03 09:20:00,2 - High,checkout,Solved\n"},
	{"ServiceNow", Incidents, "\"Number\";\"Short description\";\"Opened\";\"Resolved\";\"Actual start\";\"Priority\";\"Configuration item\"\n" +
		"\"INC0017\";\"5xx; again\";\"03/03/2026 09:00:00\";\"03/03/2026 11:30:00\";\"03/03/2026 09:20:00\";\"2 - High\";\"checkout\"\n"},
	{"Jira Service Management", Incidents, "Issue key,Summary,Priority,Component/s,Component/s,Created,Resolved,Acknowledged\n" +
		"OPS-17,5xx,High,checkout,,03/Mar/26 9:00 AM,03/Mar/26 11:30 AM,03/Mar/26 9:20 AM\n"},
	{"Jira Service Management", Incidents, `{"issues":[{"key":"OPS-17","fields":{"summary":"5xx","created":"2026-03-03T10:00:00.000+0100","resolutiondate":"2026-03-03T12:30:00.000+0100",
		"priority":{"name":"High"},"components":[{"name":"checkout"}]}}]}`},
	{"a table of incidents", Incidents, "id\tapplication\tbegan\tacknowledged\trestored\tseverity\n17\tcheckout\t2026-03-03 09:00\t2026-03-03 09:20\t2026-03-03 11:30\t2\n"},
	{"a table of incidents", Incidents, "{\"service\":\"checkout\",\"startedAt\":\"2026-03-03T09:00:00Z\",\"ended_at\":\"2026-03-03T11:30:00Z\"}\n" +
		"{\"service\":\"ledger\",\"startedAt\":\"2026-03-04T09:00:00Z\"}\n"},
	{"GitHub deployments", Deployments, `[{"id":1,"sha":"abc","task":"deploy","environment":"production","created_at":"2026-03-03T11:30:00Z","url":"https://api.github.com/repos/acme/checkout/deployments/1"},
		{"id":2,"sha":"abd","task":"deploy","environment":"staging","created_at":"2026-03-03T12:30:00Z","url":"https://api.github.com/repos/acme/checkout/deployments/2"}]`},
	{"GitHub releases", Deployments, `[{"id":1,"tag_name":"v4.2","draft":false,"created_at":"2026-03-03T08:00:00Z","published_at":"2026-03-03T11:30:00Z","url":"https://api.github.com/repos/acme/checkout/releases/1"}]`},
	{"GitLab", Deployments, `[{"id":42,"iid":2,"sha":"abc","created_at":"2026-03-03T08:00:00Z","status":"success","environment":{"name":"production"},
		"deployable":{"finished_at":"2026-03-03T11:30:00Z","project":{"name":"checkout"}}}]`},
	{"Jenkins", Deployments, `{"_class":"hudson","builds":[{"number":17,"result":"SUCCESS","timestamp":1772537400000,"fullDisplayName":"checkout #17"},
		{"number":18,"result":"ABORTED","timestamp":1772537500000,"fullDisplayName":"checkout #18"}]}`},
	{"Argo CD", Deployments, `{"items":[{"metadata":{"name":"checkout"},"status":{"history":[{"id":1,"revision":"abc","deployedAt":"2026-03-03T11:30:00Z"}]}}]}`},
	{"a table of deployments", Deployments, "application,deployed at,changes,result\ncheckout,2026-03-03 11:30,\"1,024\",ok\n"},
}

func TestEverySource(t *testing.T) {
	for _, e := range exports {
		t.Run(e.source+" "+e.text[:1], func(t *testing.T) {
			var h History
			r, err := Read(strings.NewReader(e.text), "export", Options{Zone: time.UTC, Mapping: Mapping{Dates: DayFirst}}, &h)
			if err != nil {
				t.Fatal(err)
			}
			if r.Source != e.source || r.Kind != e.kind {
				t.Errorf("taken for %s of %s, want %s of %s", r.Kind, r.Source, e.kind, e.source)
			}
			if len(h.Apps) == 0 || h.Apps[0] != "checkout" {
				t.Fatalf("the applications are %q", h.Apps)
			}
			live := utc(t, "2026-03-03 11:30")
			if e.kind == Deployments {
				if len(h.Deployments) != 1 || h.Deployments[0].At != live || h.Deployments[0].Failed {
					t.Errorf("the deployments are %+v", h.Deployments)
				}
				return
			}
			inc := h.Incidents[0]
			if inc.Began != utc(t, "2026-03-03 09:00") || inc.Restored != live {
				t.Errorf("the incident is %+v", inc)
			}
			if inc.Acknowledged != Unknown && inc.Acknowledged != utc(t, "2026-03-03 09:20") {
				t.Errorf("acknowledged %d", inc.Acknowledged)
			}
			if has(r.Columns, Severity) && inc.Severity != 2 {
				t.Errorf("severity %d", inc.Severity)
			}
		})
	}
}

// TestDoubts gives one row after another something to doubt, and says what becomes of it.
func TestDoubts(t *testing.T) {
	const text = "id,service,start,end,severity,resolution\n" +
		"1,ledger,2026-03-03 09:00,2026-03-03 10:00,1,\n" +
		"1,ledger,2026-03-03 09:00,2026-03-03 10:00,1,\n" + // again
		"2,,2026-03-03 09:00,2026-03-03 10:00,1,\n" + // no application
		"3,ledger,,2026-03-03 10:00,1,\n" + // no beginning
		"4,ledger,yesterday,2026-03-03 10:00,1,\n" + // no time
		"5,ledger,2026-03-04 09:00,,1,\n" + // open
		"6,ledger,2026-03-05 09:00,2026-03-05 08:00,1,\n" + // ends before it begins
		"7,ledger; basket,2026-03-06 09:00,2026-03-06 12:00,1,False positive\n" + // several
		"8,ledger,2026-03-03 09:30,2026-03-03 09:40,1,\n" + // while another is open
		"\n" +
		"9,basket,2026-03-29 02:30,2026-03-29 04:00,1,\n" + // a time that never was
		"10,basket,2026-10-25 02:30,2026-10-25 04:00,1,\n" // a time that was twice
	var h History
	if _, err := Read(strings.NewReader(text), "x.csv", Options{Zone: zone(t, "Europe/Berlin")}, &h); err != nil {
		t.Fatal(err)
	}
	h.Sort()
	want := map[Doubt]int{
		NoApplication: 1, NoBegin: 1, BadTime: 1, Duplicate: 1, NoEnd: 1, EndBeforeBegin: 1, SeveralApplications: 1, Overlap: 1, ClockChange: 2,
	}
	for d := range doubts {
		if got := h.Doubtful(d); got != want[d] {
			t.Errorf("doubt %d came up %d times, want %d", d, got, want[d])
		}
	}
	if len(h.Incidents) != 7 || h.Rows != 11 {
		t.Errorf("%d incidents of %d rows are used: %+v", len(h.Incidents), h.Rows, h.Incidents)
	}
	left := 0
	for _, n := range h.Notes {
		if n.Doubt.LeftOut() {
			left += n.Count
		}
		if n.Doubt == BadTime && (n.Row != 6 || n.Example != "yesterday" || n.File != "x.csv") {
			t.Errorf("a bad time is noted as %+v", n)
		}
	}
	if left+len(h.Incidents) != h.Rows {
		t.Errorf("%d used and %d left out are not %d", len(h.Incidents), left, h.Rows)
	}
	noise := 0
	for _, inc := range h.Incidents {
		if inc.Noise {
			noise++
		}
	}
	if noise != 1 {
		t.Errorf("%d false alarms", noise)
	}
}

func TestWhatNobodySaidIsAsked(t *testing.T) {
	for _, c := range []struct {
		name, text string
		o          Options
		wrong      error
		says       string
	}{
		{"no zone", "service,start\nledger,2026-03-03 09:00\n", Options{}, ErrZone, "--zone"},
		{"two ways to read a date", "service,start\nledger,03/04/2026 09:00\nledger,05/06/2026 10:00\n", Options{Zone: time.UTC}, ErrDates, "--dates"},
		{"both ways in one file", "service,start\nledger,13/04/2026 09:00\nledger,05/16/2026 10:00\n", Options{Zone: time.UTC}, ErrDates, "--dates"},
		{"no application", "start,end\n2026-03-03 09:00,\n", Options{Zone: time.UTC}, nil, "--application"},
		{"no time", "service,end of the world\nledger,\n", Options{Zone: time.UTC}, nil, "incidents.began"},
		{"two kinds", "service,date\nledger,2026-03-03 09:00\n", Options{Zone: time.UTC}, nil, "--kind"},
		{"nothing", "", Options{}, nil, "empty"},
		{"a workbook", "PK\x03\x04rest", Options{}, nil, "save the sheet as CSV"},
		{"no text", "a,b\x00c\n", Options{}, nil, "no text"},
		{"a list of numbers", "[1,2,3]", Options{}, nil, "no list of objects"},
		{"half a list", `[{"service":"a"`, Options{}, nil, "unexpected EOF"},
		{"a calendar of incidents", "BEGIN:VCALENDAR\nEND:VCALENDAR\n", Options{Kind: Incidents}, nil, "who was on call"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var h History
			_, err := Read(strings.NewReader(c.text), "f", c.o, &h)
			if err == nil || !strings.Contains(err.Error(), c.says) || !strings.HasPrefix(err.Error(), "f: ") {
				t.Fatalf("the error is %v, want something about %s", err, c.says)
			}
			if c.wrong != nil && !errors.Is(err, c.wrong) {
				t.Errorf("the error is not %v", c.wrong)
			}
		})
	}
}

func TestDatesOfOneFileAgree(t *testing.T) {
	var h History
	text := "service,start\nledger,03/04/2026 09:00\nledger,25/04/2026 10:00\n"
	r, err := Read(strings.NewReader(text), "f", Options{Zone: time.UTC}, &h)
	if err != nil {
		t.Fatal(err)
	}
	if r.Dates != DayFirst || h.Incidents[0].Began != utc(t, "2026-04-03 09:00") {
		t.Errorf("%s: %+v", r.Dates, h.Incidents)
	}
}

func TestMapping(t *testing.T) {
	m, err := ParseMapping("map.toml", []byte(`
time_zone = "Europe/Berlin"
separator = ","
noise = ["Fehlalarm"]

[incidents]
application = "Anwendung"
began = "Beginn"
restored = "Ende"
noise = "Art"

[applications]
"Kasse (Web)" = "checkout"
"Test" = ""
`))
	if err != nil {
		t.Fatal(err)
	}
	zone(t, "Europe/Berlin")
	var h History
	text := "Anwendung;Beginn;Ende;Art\n\"Kasse (Web), Lager\";03.03.2026 10:00;03.03.2026 12:30;Störung\nTest;03.03.2026 10:00;;Störung\nLager;04.03.2026 10:00;;Fehlalarm\n"
	if _, err := Read(strings.NewReader(text), "f", Options{Kind: Incidents, Mapping: m}, &h); err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(h.Apps) != "[checkout Lager]" || len(h.Incidents) != 2 || !h.Incidents[1].Noise {
		t.Errorf("%q, %+v", h.Apps, h.Incidents)
	}
	if got := h.Incidents[0].Began; got != utc(t, "2026-03-03 09:00") {
		t.Errorf("ten o'clock in Berlin is %d", got)
	}
	for text, says := range map[string]string{
		"[incidents]\nbegin = \"x\"":   "incidents.begin is no field",
		"[deployments]\nbegan = \"x\"": "deployments.began is no field",
		"zone = \"x\"":                 "zone is not known",
		"dates = \"both\"":             "day first",
		"dates = ":                     "map.toml:1:",
	} {
		if _, err := ParseMapping("map.toml", []byte(text)); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: the error is %v, want %s", text, err, says)
		}
	}
}

func TestWindowsLetters(t *testing.T) {
	var h History
	text := append([]byte("service;start\nK"), 0xe4)
	text = append(text, []byte("se;2026-03-03 09:00\n")...)
	if _, err := Read(bytes.NewReader(text), "f", Options{Zone: time.UTC, Kind: Incidents}, &h); err != nil {
		t.Fatal(err)
	}
	if h.Apps[0] != "Käse" || h.Doubtful(ForeignLetters) != 1 {
		t.Errorf("%q, %+v", h.Apps, h.Notes)
	}
	var again History
	utf16 := []byte{0xff, 0xfe}
	for _, r := range "service\tstart\nKäse\t2026-03-03 09:00\n" {
		utf16 = append(utf16, byte(r), byte(r>>8))
	}
	if _, err := Read(bytes.NewReader(utf16), "f", Options{Zone: time.UTC, Kind: Incidents}, &again); err != nil || again.Apps[0] != "Käse" {
		t.Errorf("%v, %q", err, again.Apps)
	}
}

const rota = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//test//EN
BEGIN:VEVENT
UID:1
DTSTART:20260302T170000Z
DTEND:20260309T090000Z
SUMMARY:Asha Rao is on call - Primary
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART:20260309T170000Z
DTEND:20260310T090000Z
RRULE:FREQ=DAILY;COUNT=3
ATTENDEE;CN=Bram:mailto:bram@example.org
SUMMARY:On Call
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTART:20260309T170000Z
DTEND:20260310T090000Z
RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30
SUMMARY:Never
END:VEVENT
END:VCALENDAR
`

func TestRota(t *testing.T) {
	var h History
	r, err := Read(strings.NewReader(strings.ReplaceAll(rota, "\n", "\r\n")), "f", Options{}, &h)
	if err != nil {
		t.Fatal(err)
	}
	if r.Kind != Rota || h.People[0] != "Asha Rao" || h.People[1] != "Bram" {
		t.Errorf("%+v, %q", r, h.People)
	}
	asha, bram := 0, 0
	for _, s := range h.Shifts {
		switch h.People[s.Who] {
		case "Asha Rao":
			asha++
		case "Bram":
			bram++
		}
	}
	if asha != 1 || bram != 3 {
		t.Errorf("Asha has %d shifts and Bram %d: %+v", asha, bram, h.Shifts)
	}
}

// TestRotaZones reads times on call that say their zone, and such that do not.
func TestRotaZones(t *testing.T) {
	event := func(from, to string) string {
		return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART" + from + "\r\nDTEND" + to + "\r\nSUMMARY:Asha\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	}
	berlin := zone(t, "Europe/Berlin")
	for _, c := range []struct {
		from, to string
		zone     *time.Location
		want     string // when it begins, in UTC; empty for an error about the zone, "-" where it is left out
	}{
		{":20260302T170000Z", ":20260303T090000Z", berlin, "2026-03-02 17:00"},
		{";TZID=America/New_York:20260302T170000", ";TZID=America/New_York:20260303T090000", berlin, "2026-03-02 22:00"},
		{":20260302T170000", ":20260303T090000", berlin, "2026-03-02 16:00"},
		{":20260302T170000", ":20260303T090000", nil, ""},
		{":99990302T170000Z", ":99990303T090000Z", berlin, "-"},
		{":20260303T170000Z", ":20260303T090000Z", berlin, "-"},
	} {
		var h History
		_, err := Read(strings.NewReader(event(c.from, c.to)), "f", Options{Zone: c.zone}, &h)
		switch {
		case c.want == "":
			if !errors.Is(err, ErrZone) || h.Rows != 0 {
				t.Errorf("%s: the error is %v after %d entries", c.from, err, h.Rows)
			}
		case c.want == "-":
			if err != nil || len(h.Shifts) != 0 || h.Doubtful(BadTime) != 1 {
				t.Errorf("%s: %v, %+v", c.from, err, h.Shifts)
			}
		case err != nil || len(h.Shifts) != 1 || h.Shifts[0].From != utc(t, c.want):
			t.Errorf("%s: %v, %+v, want %s", c.from, err, h.Shifts, c.want)
		}
	}
}

func TestQuantity(t *testing.T) {
	for text, want := range map[string]int64{
		"1200": 1200, "1,200": 1200, "1.200": 1200, "1 200": 1200, "1'200": 1200, "1,234,567": 1234567, "1.234.567": 1234567,
		"12.5": 12, "1,200.50": 1200, "1.200,50": 1200, "7,25": 7, "0": 0,
	} {
		if got, ok := quantity(text); !ok || got != want {
			t.Errorf("%q is %d, %v; want %d", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "many", "1e9", "--3"} {
		if got, ok := quantity(text); ok {
			t.Errorf("%q is %d", text, got)
		}
	}
}

// endlessReader never ends a line.
type endlessReader struct{ c byte }

func (e endlessReader) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = e.c
	}
	return len(p), nil
}

// TestBombs reads files that never end an entry: a sentence, and little memory.
func TestBombs(t *testing.T) {
	for _, begin := range []string{"service,start\n\"", "service,start,", `[{"a":"`, "[" + strings.Repeat("[", 50_000), `{"a":`, "service\nx\n"} {
		var h History
		_, err := Read(struct{ *multi }{&multi{[]byte(begin), endlessReader{'a'}}}, "f", Options{Zone: time.UTC}, &h)
		if err == nil {
			t.Errorf("%.20q: was read to its end", begin)
		}
	}
}

type multi struct {
	begin []byte
	rest  endlessReader
}

func (m *multi) Read(p []byte) (int, error) {
	if len(m.begin) > 0 {
		n := copy(p, m.begin)
		m.begin = m.begin[n:]
		return n, nil
	}
	return m.rest.Read(p)
}

// FuzzRead reads anything: an error or a history whose rows are all accounted for, never a panic.
func FuzzRead(f *testing.F) {
	for _, e := range exports {
		f.Add([]byte(e.text))
	}
	f.Add([]byte(rota))
	f.Fuzz(func(t *testing.T, b []byte) {
		var h History
		r, err := Read(bytes.NewReader(b), "f", Options{Zone: time.UTC, Application: "any", Mapping: Mapping{Dates: DayFirst}}, &h)
		if err != nil {
			return
		}
		h.Sort()
		for _, inc := range h.Incidents {
			if inc.Began < 0 || inc.Restored != Unknown && inc.Restored < inc.Began || int(inc.App) >= len(h.Apps) {
				t.Fatalf("%+v of %+v", inc, r)
			}
		}
		used, left := len(h.Incidents)+len(h.Deployments), 0
		for _, n := range h.Notes {
			if n.Doubt.LeftOut() {
				left += n.Count
			}
		}
		if r.Kind != Rota && used+left != h.Rows {
			t.Fatalf("%d rows are used and %d left out, of %d: %+v", used, left, h.Rows, h.Notes)
		}
		for _, s := range h.Shifts {
			if s.To <= s.From {
				t.Fatalf("%+v", s)
			}
		}
	})
}

func FuzzMapping(f *testing.F) {
	f.Add([]byte("time_zone = \"x\"\n[incidents]\nbegan = \"y\"\n"))
	f.Fuzz(func(t *testing.T, b []byte) { ParseMapping("f", b) })
}

// BenchmarkRead is a year of a large company, a row at a time.
func BenchmarkRead(b *testing.B) {
	row := "INC%07d,checkout-%d,2026-%02d-%02d %02d:%02d:00,2026-%02d-%02d %02d:59:00,P%d\n"
	var text bytes.Buffer
	text.WriteString("number,service,opened_at,resolved_at,priority\n")
	rows := 0
	for text.Len() < 8<<20 {
		fmt.Fprintf(&text, row, rows, rows%200, rows%12+1, rows%28+1, rows%23, rows%60, rows%12+1, rows%28+1, rows%23, rows%5+1)
		rows++
	}
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		var h History
		if _, err := Read(bytes.NewReader(text.Bytes()), "f", Options{Zone: time.UTC}, &h); err != nil {
			b.Fatal(err)
		}
		h.Sort()
	}
	b.ReportMetric(float64(b.N)*float64(rows)/b.Elapsed().Seconds(), "rows/s")
}

func TestEveryDoubtHasAName(t *testing.T) {
	for d, name := range map[Doubt]string{NoApplication: "no-application", NoEnd: "no-end", ForeignLetters: "foreign-letters"} {
		if d.String() != name {
			t.Errorf("doubt %d is called %s, want %s", d, d, name)
		}
	}
}

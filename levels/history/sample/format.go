package sample

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"golang.org/x/text/encoding/charmap"
)

// Format is how a tool exports one kind of thing.
type Format struct {
	Source      string // the tool, by the name that package history gives it
	Form        string // CSV or JSON
	Deployments bool   // it tells of deployments; else of incidents
	Acks        bool   // it says when incidents were acknowledged
	Asked       bool   // it says when deployments were asked for
	Changes     bool   // it says how many changes were in them
	Zone        string // time zone of times that do not say theirs, or empty
	Write       func(Past) []byte
}

// Formats are all that are known.
var Formats = []Format{
	{Source: "PagerDuty", Form: "CSV", Acks: true, Write: Past.pagerDutyCSV},
	{Source: "PagerDuty", Form: "JSON", Acks: true, Write: Past.pagerDutyAnalytics},
	{Source: "Opsgenie", Form: "JSON", Acks: true, Write: Past.opsgenie},
	{Source: "ServiceNow", Form: "CSV", Acks: true, Zone: "Europe/Berlin", Write: Past.serviceNow},
	{Source: "Jira Service Management", Form: "CSV", Zone: "America/New_York", Write: Past.jira},
	{Source: "a table of incidents", Form: "CSV", Acks: true, Zone: "Europe/London", Write: Past.table},
	{Source: "GitHub deployments", Form: "JSON", Deployments: true, Write: Past.gitHubDeployments},
	{Source: "GitHub releases", Form: "JSON", Deployments: true, Asked: true, Write: Past.gitHubReleases},
	{Source: "GitLab", Form: "JSON", Deployments: true, Asked: true, Write: Past.gitLab},
	{Source: "Jenkins", Form: "JSON", Deployments: true, Write: Past.jenkins},
	{Source: "Argo CD", Form: "JSON", Deployments: true, Asked: true, Write: Past.argo},
	{Source: "a table of deployments", Form: "CSV", Deployments: true, Asked: true, Changes: true, Write: Past.deploymentTable},
}

func table(divider rune, header []string, rows [][]string) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = divider
	w.Write(header)
	w.WriteAll(rows)
	return b.Bytes()
}

// inZone writes a time as the clock on the wall there shows it; no time is empty.
func inZone(zone, layout string) func(time.Time) string {
	l, err := time.LoadLocation(zone)
	if err != nil {
		l = time.UTC
	}
	return func(t time.Time) string {
		if t.IsZero() {
			return ""
		}
		return t.In(l).Format(layout)
	}
}

var iso = inZone("UTC", time.RFC3339)

func list(wrap string, rows []map[string]any) []byte {
	var v any = rows
	if wrap != "" {
		v = map[string]any{wrap: rows, "more": false}
	}
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // there is nothing in it that JSON cannot hold
	}
	return b
}

func (p Past) pagerDutyCSV() []byte {
	var rows [][]string
	for _, in := range p.Incidents {
		resolve := ""
		if !in.Restored.IsZero() {
			resolve = strconv.Itoa(int(in.Restored.Sub(in.Began).Seconds()))
		}
		rows = append(rows, []string{fmt.Sprintf("Q%d", in.Number), strconv.Itoa(in.Number), "=HYPERLINK(\"x\")", in.App, iso(in.Began), iso(in.Restored),
			strconv.Itoa(int(in.Acknowledged.Sub(in.Began).Seconds())), resolve, "high"})
	}
	return table(',', []string{"id", "incident_number", "description", "service_name", "created_on", "resolved_on", "seconds_to_first_ack", "seconds_to_resolve", "urgency"}, rows)
}

func (p Past) pagerDutyAnalytics() []byte {
	var rows []map[string]any
	for _, in := range p.Incidents {
		m := map[string]any{"id": fmt.Sprintf("Q%d", in.Number), "incident_number": in.Number, "service_name": in.App, "created_at": in.Began, "seconds_to_first_ack": in.Acknowledged.Sub(in.Began).Seconds(),
			"priority_name": fmt.Sprintf("P%d", in.Severity), "resolved_at": nil}
		if !in.Restored.IsZero() {
			m["resolved_at"] = in.Restored
		}
		rows = append(rows, m)
	}
	return list("data", rows)
}

func (p Past) opsgenie() []byte {
	var rows []map[string]any
	for _, in := range p.Incidents {
		report := map[string]any{"ackTime": in.Acknowledged.Sub(in.Began).Milliseconds()}
		if !in.Restored.IsZero() {
			report["closeTime"] = in.Restored.Sub(in.Began).Milliseconds()
		}
		rows = append(rows, map[string]any{"id": fmt.Sprintf("a-%d", in.Number), "tinyId": strconv.Itoa(in.Number), "message": "5xx\u001b[31m", "createdAt": in.Began, "entity": in.App,
			"priority": fmt.Sprintf("P%d", in.Severity), "report": report})
	}
	return list("data", rows)
}

// serviceNow writes what a German colleague gets: semicolons, Windows-1252, the clock on the wall.
func (p Past) serviceNow() []byte {
	at := inZone("Europe/Berlin", "2006-01-02 15:04:05")
	var rows [][]string
	for _, in := range p.Incidents {
		rows = append(rows, []string{fmt.Sprintf("INC%07d", in.Number), "Störung; groß", at(in.Began), at(in.Restored), at(in.Acknowledged), fmt.Sprintf("%d - X", in.Severity), in.App})
	}
	text := table(';', []string{"Number", "Short description", "Opened", "Resolved", "Actual start", "Priority", "Configuration item"}, rows)
	b, err := charmap.Windows1252.NewEncoder().Bytes(text)
	if err != nil {
		panic(err) // every letter above is in it
	}
	return b
}

func (p Past) jira() []byte {
	at := inZone("America/New_York", "02/Jan/06 3:04 PM")
	var rows [][]string
	for _, in := range p.Incidents {
		rows = append(rows, []string{"5xx,\nagain", fmt.Sprintf("OPS-%d", in.Number), "Incident", "High", at(in.Began), at(in.Restored), in.App})
	}
	return table(',', []string{"Summary", "Issue key", "Issue Type", "Priority", "Created", "Resolved", "Custom field (Affected services)"}, rows)
}

func (p Past) table() []byte {
	at := inZone("Europe/London", "02/01/2006 15:04")
	var rows [][]string
	for _, in := range p.Incidents {
		rows = append(rows, []string{strconv.Itoa(in.Number), in.App, at(in.Began), at(in.Acknowledged), at(in.Restored), strconv.Itoa(in.Severity)})
	}
	return table('\t', []string{"id", "application", "began", "acknowledged", "restored", "severity"}, rows)
}

func (p Past) gitHubDeployments() []byte {
	var rows []map[string]any
	for _, d := range p.Deployments {
		rows = append(rows, map[string]any{"id": d.Number, "sha": fmt.Sprintf("%040x", d.Number), "task": "deploy", "environment": "production", "created_at": d.At,
			"url": fmt.Sprintf("https://api.github.com/repos/acme/%s/deployments/%d", d.App, d.Number)})
	}
	return list("", rows)
}

func (p Past) gitHubReleases() []byte {
	var rows []map[string]any
	for _, d := range p.Deployments {
		rows = append(rows, map[string]any{"id": d.Number, "tag_name": fmt.Sprintf("v%d", d.Number), "draft": false, "created_at": d.Asked, "published_at": d.At,
			"url": fmt.Sprintf("https://api.github.com/repos/acme/%s/releases/%d", d.App, d.Number)})
	}
	return list("", rows)
}

func (p Past) gitLab() []byte {
	var rows []map[string]any
	for _, d := range p.Deployments {
		rows = append(rows, map[string]any{"id": d.Number, "iid": d.Number, "sha": fmt.Sprintf("%040x", d.Number), "status": "success", "created_at": d.Asked,
			"environment": map[string]any{"name": "production", "external_url": "https://gitlab.example.org/acme/" + d.App}, "deployable": map[string]any{"finished_at": d.At}})
	}
	return list("", rows)
}

func (p Past) jenkins() []byte {
	var rows []map[string]any
	for _, d := range p.Deployments {
		rows = append(rows, map[string]any{"number": d.Number, "result": "SUCCESS", "timestamp": d.At.UnixMilli(), "fullDisplayName": fmt.Sprintf("%s #%d", d.App, d.Number)})
	}
	return list("builds", rows)
}

func (p Past) argo() []byte {
	byApp := map[string][]map[string]any{}
	var apps []string
	for _, d := range p.Deployments {
		if byApp[d.App] == nil {
			apps = append(apps, d.App)
		}
		byApp[d.App] = append(byApp[d.App], map[string]any{"id": d.Number, "revision": fmt.Sprintf("%040x", d.Number), "deployStartedAt": d.Asked, "deployedAt": d.At})
	}
	var items []map[string]any
	for _, a := range apps {
		items = append(items, map[string]any{"metadata": map[string]any{"name": a}, "status": map[string]any{"history": byApp[a]}})
	}
	return list("items", items)
}

func (p Past) deploymentTable() []byte {
	var rows [][]string
	for _, d := range p.Deployments {
		rows = append(rows, []string{strconv.Itoa(d.Number), d.App, iso(d.Asked), iso(d.At), strconv.Itoa(d.Changes)})
	}
	return table(',', []string{"version", "application", "requested", "deployed at", "changes"}, rows)
}

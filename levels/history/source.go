package history

import "strings"

// A source is a tool and how it names its columns. Names are compared without case, spaces and punctuation, and a
// source is recognised by the marks that only it has.
type source struct {
	name    string // on screen
	kind    Kind
	marks   []string // column names that give it away, all of them
	columns map[Field][]string
}

// sources are the tools that are known, the most particular first. Columns are named as the tools' own documentation
// and exports name them; dots divide the parts of a JSON path.
var sources = []source{
	{
		name: "PagerDuty", kind: Incidents, marks: []string{"incident number", "service name", "created on"},
		columns: map[Field][]string{
			ID: {"incident number", "id"}, Application: {"service name"}, Began: {"created on"}, Restored: {"resolved on"},
			AckSeconds: {"seconds to first ack"}, RestoreSeconds: {"seconds to resolve"}, Severity: {"priority name", "urgency"}, Team: {"team name", "escalation policy name"},
		},
	},
	{
		name: "PagerDuty", kind: Incidents, marks: []string{"incident number", "service.summary", "created at"},
		columns: map[Field][]string{
			ID: {"id"}, Application: {"service.summary"}, Began: {"created at"}, Acknowledged: {"acknowledgements.at", "acknowledged at"},
			Restored: {"resolved at"}, Severity: {"priority.summary", "urgency"}, Team: {"teams.summary", "escalation policy.summary"},
		},
	},
	{ // its analytics, by incident
		name: "PagerDuty", kind: Incidents, marks: []string{"incident number", "service name", "created at"},
		columns: map[Field][]string{
			ID: {"id", "incident number"}, Application: {"service name"}, Began: {"created at"}, Restored: {"resolved at"},
			AckSeconds: {"seconds to first ack"}, RestoreSeconds: {"seconds to resolve"}, Severity: {"priority name", "urgency"}, Team: {"team name", "escalation policy name"},
		},
	},
	{
		name: "Opsgenie", kind: Incidents, marks: []string{"tiny id", "message", "created at"},
		columns: map[Field][]string{
			ID: {"id", "tiny id"}, Application: {"entity", "source", "details.service", "service"}, Began: {"created at date", "created at"},
			Acknowledged: {"acknowledged at", "ack time"}, Restored: {"closed at", "close time"}, AckMilliseconds: {"report.ack time"}, RestoreMilliseconds: {"report.close time"},
			Severity: {"priority"}, Team: {"teams", "owner team", "responders.name"},
		},
	},
	{
		name: "ServiceNow", kind: Incidents, marks: []string{"number", "short description", "opened at"},
		columns: map[Field][]string{
			ID: {"number"}, Application: {"business service", "business service.display value", "service offering", "cmdb ci", "cmdb ci.display value", "configuration item"}, Began: {"opened at"},
			Detected: {"sys created on"}, Acknowledged: {"work start", "u acknowledged at"}, Restored: {"resolved at", "closed at"},
			Severity: {"priority"}, Noise: {"close code"}, Team: {"assignment group", "assignment group.display value"},
		},
	},
	{
		name: "ServiceNow", kind: Incidents, marks: []string{"number", "short description", "opened"},
		columns: map[Field][]string{
			ID: {"number"}, Application: {"business service", "service offering", "configuration item", "service"}, Began: {"opened"},
			Detected: {"created"}, Acknowledged: {"actual start", "work start"}, Restored: {"resolved", "closed"}, Severity: {"priority"},
			Noise: {"resolution code", "close code"}, Team: {"assignment group"},
		},
	},
	{
		name: "Jira Service Management", kind: Incidents, marks: []string{"issue key", "summary", "created"},
		columns: map[Field][]string{
			ID: {"issue key"}, Application: {"affected services", "custom field affected services", "component s", "components"}, Began: {"custom field start time", "custom field impact start", "created"},
			Acknowledged: {"time to first response", "acknowledged"}, Restored: {"resolved", "resolution date"}, Severity: {"priority"},
			Noise: {"resolution"},
		},
	},
	{
		name: "Jira Service Management", kind: Incidents, marks: []string{"key", "fields.summary", "fields.created"},
		columns: map[Field][]string{
			ID: {"key"}, Application: {"fields.components.name", "fields.project.name"}, Began: {"fields.created"},
			Restored: {"fields.resolutiondate"}, Severity: {"fields.priority.name"}, Noise: {"fields.resolution.name"},
		},
	},
	{
		name: "Argo CD", kind: Deployments, marks: []string{"application", "deployed at", "revision"},
		columns: map[Field][]string{
			ID: {"revision"}, Application: {"application"}, At: {"deployed at"}, Requested: {"deploy started at"},
		},
	},
	{
		name: "GitHub releases", kind: Deployments, marks: []string{"tag name", "published at", "draft"},
		columns: map[Field][]string{
			ID: {"id", "tag name"}, Application: {"repository.name", "repository", "url"}, At: {"published at"}, Requested: {"created at"}, Status: {"draft"},
		},
	},
	{
		name: "GitHub deployments", kind: Deployments, marks: []string{"sha", "environment", "task", "created at"},
		columns: map[Field][]string{
			ID: {"id"}, Application: {"repository.name", "repository", "url"}, At: {"created at"}, Status: {"state", "status"}, Environment: {"environment"},
		},
	},
	{
		name: "GitLab", kind: Deployments, marks: []string{"iid", "sha", "environment.name", "created at"},
		columns: map[Field][]string{
			ID: {"id"}, Application: {"project.name", "deployable.project.name", "environment.project.name", "environment.external url"},
			At: {"deployable.finished at", "finished at", "updated at"}, Requested: {"created at"}, Status: {"status"}, Environment: {"environment.name"},
		},
	},
	{
		name: "Jenkins", kind: Deployments, marks: []string{"number", "result", "timestamp"},
		columns: map[Field][]string{
			ID: {"number"}, Application: {"job", "job name", "project", "full display name"}, At: {"timestamp"}, Status: {"result"},
			Changes: {"changes", "change count"},
		},
	},
	{
		name: "a table of incidents", kind: Incidents,
		columns: map[Field][]string{
			ID:           {"id", "number", "key", "incident", "incident id", "incident number", "ticket", "reference"},
			Application:  {"application", "app", "service", "system", "component", "product"},
			Began:        {"began", "start", "started", "started at", "start time", "fault", "impact start", "created", "created at", "opened", "opened at", "from", "date"},
			Detected:     {"detected", "detected at", "alerted", "alerted at", "noticed", "reported", "reported at"},
			Acknowledged: {"acknowledged", "acknowledged at", "acked", "acked at", "ack", "responded", "responded at"},
			Restored:     {"restored", "restored at", "resolved", "resolved at", "end", "ended", "ended at", "end time", "closed", "closed at", "impact end", "to", "until"},
			Severity:     {"severity", "priority", "urgency", "impact"},
			Team:         {"team", "owner", "assigned team", "squad", "group"},
			Noise:        {"noise", "false alarm", "false positive", "resolution", "outcome"},
		},
	},
	{
		name: "a table of deployments", kind: Deployments,
		columns: map[Field][]string{
			ID:          {"id", "number", "version", "release", "build", "deployment"},
			Application: {"application", "app", "service", "system", "component", "product", "repository", "project"},
			At:          {"deployed", "deployed at", "deployment time", "live", "live at", "released", "released at", "finished at", "date", "time", "at"},
			Requested:   {"requested", "requested at", "created", "created at", "merged at", "ready", "ready at"},
			Changes:     {"changes", "commits", "number of changes", "batch", "batch size"},
			Status:      {"status", "state", "result", "outcome", "failed", "rolled back"},
			Environment: {"environment", "env", "stage", "target"},
		},
	},
}

// plain makes a column's name comparable: letters and digits only, in lower case, words divided by one space. Dots of a
// path stay.
func plain(name string) string {
	var b strings.Builder
	gap, lower := false, false
	for _, r := range name {
		switch {
		case r >= 'A' && r <= 'Z':
			if lower || gap && b.Len() > 0 {
				b.WriteByte(' ') // createdAt is created at
			}
			b.WriteRune(r + 'a' - 'A')
			gap, lower = false, false
			continue
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r > 127:
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteRune(r)
			gap, lower = false, true
			continue
		case r == '.' && b.Len() > 0:
			b.WriteByte('.')
			gap, lower = false, false
			continue
		}
		gap, lower = true, false
	}
	return strings.TrimSuffix(b.String(), ".")
}

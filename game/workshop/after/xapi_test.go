package after

import (
	"bytes"
	"encoding/json"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"callout/game/words"
)

// Patterns of the specification: RFC 4122's UUIDs of version 5, times and lengths of ISO 8601.
var (
	uuids     = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)
	times     = regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$`)
	durations = regexp.MustCompile(`^PT(\d+H)?(\d+M)?(\d+(\.\d+)?S)?$`)
)

// xapiOf are the statements of a room, read back as what a learning platform gets.
func xapiOf(t *testing.T, r *Room, named bool) ([]map[string]any, string) {
	t.Helper()
	var b bytes.Buffer
	if err := XAPI(&b, r, "https://learn.example.org", named); err != nil {
		t.Fatal(err)
	}
	var list []map[string]any
	if err := json.Unmarshal(b.Bytes(), &list); err != nil {
		t.Fatal(err)
	}
	return list, b.String()
}

// TestStatementsKeepToTheSpecification holds each against the rules of xAPI 1.0.3, data, part 2.
func TestStatementsKeepToTheSpecification(t *testing.T) {
	p := played(t, "three-teams", 2, "rule", "random", "idle")
	p.Teams[2].Ended, p.Teams[2].Turns = 10, p.Teams[2].Turns[:11]
	r := looked(t, p)
	list, text := xapiOf(t, r, false)
	verbs, ids, last := map[string]int{}, map[string]bool{}, ""
	for _, s := range list {
		only(t, "a statement", s, "id", "actor", "verb", "object", "result", "context", "timestamp", "version")
		id, at := s["id"].(string), s["timestamp"].(string)
		if !uuids.MatchString(id) || ids[id] {
			t.Errorf("the identifier %q is none, or used twice", id)
		}
		if _, err := time.Parse(time.RFC3339, at); err != nil || !times.MatchString(at) || at < last {
			t.Errorf("the time %q is none, or before the one above it", at)
		}
		ids[id], last = true, at
		if s["version"] != "1.0.3" {
			t.Errorf("version %v", s["version"])
		}
		actorRight(t, s["actor"].(map[string]any), "Agent", false)
		v := s["verb"].(map[string]any)
		only(t, "a verb", v, "id", "display")
		iri(t, v["id"])
		languages(t, v["display"])
		verbs[strings.TrimPrefix(v["id"].(string), "http://adlnet.gov/expapi/verbs/")]++
		objectRight(t, s["object"].(map[string]any))
		contextRight(t, s["context"].(map[string]any))
		resultRight(t, s)
	}
	predictions := 0
	for i := range r.Teams {
		predictions += 2 * len(r.Teams[i].Predictions.List)
	}
	won := 0
	for i := range r.Teams {
		if r.Teams[i].Over && r.Teams[i].Won {
			won += 2
		}
	}
	if verbs["initialized"] != 6 || verbs["completed"] != 4 || verbs["passed"] != won || verbs["failed"] != 4-won || verbs["answered"] != predictions || predictions == 0 || len(verbs) < 4 {
		t.Errorf("%v for %d predictions; %d won", verbs, predictions, won)
	}
	for _, name := range slices.Concat(people, names) {
		if strings.Contains(text, name) {
			t.Errorf("%s is named", name)
		}
	}
	again, _ := xapiOf(t, r, true)
	for i, s := range again {
		actorRight(t, s["actor"].(map[string]any), "Agent", true)
		if s["id"] != list[i]["id"] || s["actor"].(map[string]any)["account"].(map[string]any)["name"] != list[i]["actor"].(map[string]any)["account"].(map[string]any)["name"] {
			t.Error("with names it is another statement, or another account")
		}
	}
	other := *p
	other.ID = strings.Repeat("0", 32)
	elsewhere, _ := xapiOf(t, looked(t, &other), false)
	if elsewhere[0]["id"] == list[0]["id"] {
		t.Error("two workshops have the same statement")
	}
}

// only fails where an object has something that the specification does not know.
func only(t *testing.T, what string, m map[string]any, known ...string) {
	t.Helper()
	for name, v := range m {
		if !slices.Contains(known, name) || v == nil || v == "" {
			t.Errorf("%s has %q: %v", what, name, v)
		}
	}
}

func iri(t *testing.T, v any) {
	t.Helper()
	text, _ := v.(string)
	if u, err := url.Parse(text); err != nil || u.Scheme == "" || u.Host == "" {
		t.Errorf("%v is no address", v)
	}
}

func languages(t *testing.T, v any) {
	t.Helper()
	m, _ := v.(map[string]any)
	for tag, text := range m {
		if tag != words.Spoken() || text == "" {
			t.Errorf("in %q it says %q", tag, text)
		}
	}
	if len(m) == 0 {
		t.Errorf("%v says nothing in any language", v)
	}
}

func actorRight(t *testing.T, a map[string]any, kind string, named bool) {
	t.Helper()
	only(t, "an actor", a, "objectType", "account", "name")
	account := a["account"].(map[string]any)
	only(t, "an account", account, "homePage", "name")
	iri(t, account["homePage"])
	_, has := a["name"]
	if a["objectType"] != kind || account["name"] == "" || has != named {
		t.Errorf("the actor is %v", a)
	}
}

func objectRight(t *testing.T, o map[string]any) {
	t.Helper()
	only(t, "an object", o, "objectType", "id", "definition")
	iri(t, o["id"])
	d := o["definition"].(map[string]any)
	only(t, "a definition", d, "name", "type", "interactionType", "correctResponsesPattern", "choices")
	iri(t, d["type"])
	languages(t, d["name"])
	if o["objectType"] != "Activity" {
		t.Errorf("it is a %v", o["objectType"])
	}
	if d["type"] != typeInteraction {
		return
	}
	right := d["correctResponsesPattern"].([]any)
	choices, has := d["choices"].([]any), false
	seen := map[any]bool{}
	for _, c := range choices {
		c := c.(map[string]any)
		only(t, "a choice", c, "id", "description")
		if seen[c["id"]] || strings.ContainsAny(c["id"].(string), " ,[]") {
			t.Errorf("the choice %v is there twice, or is no identifier", c["id"])
		}
		seen[c["id"]] = true
		has = has || c["id"] == right[0]
		languages(t, c["description"])
	}
	if len(choices) < 2 || !has || d["interactionType"] != "choice" {
		t.Errorf("%d choices, and %v is right", len(choices), right)
	}
}

func contextRight(t *testing.T, c map[string]any) {
	t.Helper()
	only(t, "a context", c, "registration", "team", "contextActivities", "platform", "language")
	if !uuids.MatchString(c["registration"].(string)) {
		t.Errorf("the registration is %v", c["registration"])
	}
	_, named := c["team"].(map[string]any)["name"]
	actorRight(t, c["team"].(map[string]any), "Group", named)
	for kind, list := range c["contextActivities"].(map[string]any) {
		if !slices.Contains([]string{"parent", "grouping", "category", "other"}, kind) || len(list.([]any)) == 0 {
			t.Errorf("a context has activities as %q", kind)
		}
		for _, o := range list.([]any) {
			objectRight(t, o.(map[string]any))
		}
	}
}

func resultRight(t *testing.T, s map[string]any) {
	t.Helper()
	r, ok := s["result"].(map[string]any)
	verb := s["verb"].(map[string]any)["id"]
	if !ok {
		if verb != verbInitialized {
			t.Errorf("%v has no result", verb)
		}
		return
	}
	only(t, "a result", r, "score", "success", "completion", "response", "duration")
	if x, ok := r["score"].(map[string]any); ok {
		only(t, "a score", x, "scaled", "raw", "min", "max")
		if scaled := x["scaled"].(float64); scaled < -1 || scaled > 1 {
			t.Errorf("a score is scaled to %v", scaled)
		}
	}
	if d, ok := r["duration"].(string); ok && (!durations.MatchString(d) || d == "PT") {
		t.Errorf("a length of time is %q", d)
	}
	switch verb {
	case verbPassed, verbFailed:
		if r["success"] != (verb == verbPassed) || r["completion"] != true {
			t.Errorf("%v with %v", verb, r)
		}
	case verbAnswered:
		d := s["object"].(map[string]any)["definition"].(map[string]any)
		right := d["correctResponsesPattern"].([]any)[0] == r["response"]
		if r["success"] != right {
			t.Errorf("the answer %v to %v counts as %v", r["response"], d["correctResponsesPattern"], r["success"])
		}
	}
}

// TestStatementsNeedAPlace: an address under which nothing can be named is refused.
func TestStatementsNeedAPlace(t *testing.T) {
	for _, home := range []string{"", "learn", "https://", "://x", "/a"} {
		if err := XAPI(&bytes.Buffer{}, &Room{Played: &Played{}}, home, false); err == nil {
			t.Errorf("%q was taken", home)
		}
	}
	if got := duration(time.Hour + 2*time.Minute + 3*time.Second); got != "PT1H2M3S" || duration(-time.Second) != "PT0H0M0S" {
		t.Errorf("an hour and more is %s", got)
	}
}

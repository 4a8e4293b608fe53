package report

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"callout/game"
	"callout/game/debrief"
)

// jsonShape is what programs rely on: every path in the JSON of a debrief that has everything, with what stands there.
// Elements of a list are one, and so are the metrics.
const jsonShape = `
applications[].availability number
applications[].deployments number
applications[].incidents number
applications[].minutes number
applications[].name string
applications[].pence number
applications[].target number
applications[].waiting number
at_minute number
costs[].key string
costs[].pence number
costs[].title string
course[].burnout number
course[].deployed number
course[].finished number
course[].minute number
course[].planned number
course[].queue number
course[].requested number
course[].requests_waiting number
course[].revenue_lost number
course[].turn number
decisions[].error number
decisions[].instead string
decisions[].kind string
decisions[].minute number
decisions[].order string
decisions[].pence number
decisions[].rank string
decisions[].text string
decisions[].turn number
findings[].evidence[].item string
findings[].evidence[].minute number
findings[].evidence[].minutes number
findings[].evidence[].pence number
findings[].evidence[].text string
findings[].key string
findings[].says string
findings[].seen bool
findings[].title string
fires[].cut null
fires[].cut.order string
fires[].cut.price number
fires[].cut.saved number
fires[].cut.saved_in_all number
fires[].cut.text string
fires[].cut.turn number
fires[].cut.without string
fires[].id number
fires[].share_per_mille number
fires[].why string
format number
goals[].at_most bool
goals[].current number
goals[].met bool
goals[].metric string
goals[].renegotiated bool
goals[].value number
ladder.hint_points number
ladder.medal string
ladder.rungs[].medal string
ladder.rungs[].policy string
ladder.rungs[].revenue_lost number
ladder.rungs[].score number
ladder.rungs[].won bool
ladder.says string
ladder.score number
level string
level_digest string
losses[].application string
losses[].began_minute number
losses[].causes[].decision bool
losses[].causes[].event number
losses[].causes[].kind string
losses[].causes[].minute number
losses[].causes[].minutes number
losses[].causes[].order string
losses[].causes[].own bool
losses[].causes[].pence number
losses[].causes[].text string
losses[].causes[].turn number
losses[].fault string
losses[].id number
losses[].minutes number
losses[].pence number
losses[].restored_minute null
losses[].restored_minute number
losses[].states.STATE number
marks[].heavy bool
marks[].minute number
marks[].order string
marks[].text string
marks[].turn number
metrics.METRIC null
metrics.METRIC number
models[].metrics.METRIC null
models[].metrics.METRIC number
models[].model string
models[].own bool
models[].played bool
models[].revenue_lost number
models[].title string
models[].total_cost number
models[].won bool
next string
over bool
people[].burnout number
people[].burnout_worst number
people[].callouts number
people[].left bool
people[].name string
people[].sick_days number
predictions[].right number
predictions[].said number
predictions[].sure_percent number
protection.lost number
protection.share number
protection.tolerated number
questions[] string
revenue_lost number
rules number
score number
seed_fingerprint string
support_models[] string
time_to_restore.STATE number
title string
total_cost number
turns number
won bool`

func TestShapeOfJSON(t *testing.T) {
	var v any
	if err := json.Unmarshal([]byte(written(t, fixture(), "json")), &v); err != nil {
		t.Fatal(err)
	}
	var paths []string
	walk("", v, func(path string) { paths = append(paths, path) })
	slices.Sort(paths)
	if got := strings.Join(slices.Compact(paths), "\n"); got != strings.TrimSpace(jsonShape) {
		t.Errorf("the shape that programs rely on is another one now:\n%s", got)
	}
}

// walk calls see with every path that leads to something.
func walk(path string, v any, see func(string)) {
	switch v := v.(type) {
	case map[string]any:
		for name, x := range v {
			under := path + "." + name
			if _, _, metric := game.MetricUnit(name); metric && strings.HasSuffix(path, "metrics") {
				under = path + ".METRIC"
			} else if slices.Contains(stateNames(), name) && (strings.HasSuffix(path, "states") || path == "time_to_restore") {
				under = path + ".STATE"
			}
			walk(strings.TrimPrefix(under, "."), x, see)
		}
	case []any:
		for _, x := range v {
			walk(path+"[]", x, see)
		}
	case nil:
		see(path + " null")
	case bool:
		see(path + " bool")
	case float64:
		see(path + " number")
	case string:
		see(path + " string")
	}
}

func stateNames() []string {
	var names []string
	for s := range game.IncidentStates {
		names = append(names, s.String())
	}
	return names
}

// TestShapeIsDocumented holds that the package's text names every field.
func TestShapeIsDocumented(t *testing.T) {
	text, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, field := range regexp.MustCompile(`[a-z_]{2,}`).FindAllString(regexp.MustCompile(`(?m) (string|number|bool|null)$`).ReplaceAllString(jsonShape, ""), -1) {
		if !regexp.MustCompile(`\b` + field + `\b`).Match(text) {
			t.Errorf("doc.go does not tell of the field %s", field)
		}
	}
}

// TestPartsThatWereNotMade holds that what is missing is left out, said, and never null where there would be a list.
func TestPartsThatWereNotMade(t *testing.T) {
	d := fixture()
	d.Models, d.Review, d.Ladder, d.Marks, d.Fires, d.Next, d.Questions = nil, debrief.Review{}, debrief.Ladder{}, nil, nil, "", nil
	var j map[string]any
	if err := json.Unmarshal([]byte(written(t, d, "json")), &j); err != nil {
		t.Fatal(err)
	}
	if missing, _ := j["left_out"].([]any); len(missing) != 2 {
		t.Errorf("left out are %v", j["left_out"])
	}
	for _, name := range []string{"models", "decisions", "marks", "fires", "questions"} {
		if list, ok := j[name].([]any); !ok || len(list) > 0 {
			t.Errorf("%s is %v", name, j[name])
		}
	}
	md := written(t, d, "md")
	for _, heading := range []string{"## Why did it burn?", "## What else could have been?", "## Which decisions mattered?", "## What next?"} {
		if strings.Contains(md, heading) {
			t.Errorf("there is nothing to say under %q, and it is there", heading)
		}
	}
	if !strings.Contains(md, "left out") {
		t.Error("nobody is told that something was left out")
	}
}

func TestDecimal(t *testing.T) {
	for _, c := range []struct {
		n      int64
		digits int
		want   number
	}{{0, 3, "0"}, {7, 3, "0.007"}, {1000, 3, "1"}, {1250, 3, "1.25"}, {-193, 3, "-0.193"}, {-12_000, 3, "-12"}, {99_950, 5, "0.9995"}, {100_000, 5, "1"}} {
		if got := decimal(c.n, c.digits); got != c.want {
			t.Errorf("%d with %d digits behind the point is %s, want %s", c.n, c.digits, got, c.want)
		}
	}
}

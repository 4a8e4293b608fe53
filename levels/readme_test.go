package levels

import (
	"flag"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the tables of README.md anew")

// kinds says how each type of value is written in a file.
var kinds = map[reflect.Type]string{
	reflect.TypeFor[slug]():      "name",
	reflect.TypeFor[person]():    "name, in any letters",
	reflect.TypeFor[label]():     "text",
	reflect.TypeFor[prose]():     "text",
	reflect.TypeFor[word]():      "word",
	reflect.TypeFor[money]():     `money, "£18,000"`,
	reflect.TypeFor[span]():      `time, "40m"`,
	reflect.TypeFor[clock]():     `time of day, "14:00"`,
	reflect.TypeFor[moment]():    `moment, "week 2 Tue 14:00"`,
	reflect.TypeFor[share]():     `share, 0.35 or "35 %"`,
	reflect.TypeFor[target]():    `share, 0.999 or "99.9 %"`,
	reflect.TypeFor[rate]():      "number, 2.5",
	reflect.TypeFor[whole]():     "whole number",
	reflect.TypeFor[release]():   `version, "4.2"`,
	reflect.TypeFor[bool]():      "true or false",
	reflect.TypeFor[overrides](): "[balance]",
	reflect.TypeFor[any]():       "as the metric's unit",
}

// kindOf says how the value of a key is written.
func kindOf(f field, t reflect.Type) string {
	if text, ok := kinds[t]; ok {
		if bounds := f.tag.Get("range"); bounds != "" {
			text += ", " + strings.Replace(bounds, "..", " to ", 1)
		}
		if longest := f.tag.Get("longest"); longest != "" {
			text += ", up to " + longest + " characters"
		}
		return text
	}
	switch t.Kind() {
	case reflect.Pointer:
		return kindOf(f, t.Elem())
	case reflect.Struct:
		return "[" + f.key + "]"
	case reflect.Map:
		return "table of names and shares"
	}
	if t.Elem().Kind() == reflect.Struct && kinds[t.Elem()] == "" {
		return "[[" + f.key + "]], up to " + f.tag.Get("longest")
	}
	longest := f.tag.Get("longest")
	f.tag = reflect.StructTag(strings.Replace(string(f.tag), "longest", "most", 1))
	return "list of up to " + longest + ": " + kindOf(f, t.Elem())
}

// keyTable is the table of a structure's keys for the README; usual holds their defaults.
func keyTable(usual any) string {
	v := reflect.ValueOf(usual)
	var b strings.Builder
	b.WriteString("| key | what | written as | without it |\n|---|---|---|---|\n")
	for _, f := range fields(v.Type()) {
		if len(f.index) > 1 {
			continue // traits and terms have tables of their own
		}
		value := v.FieldByIndex(f.index)
		without := "nothing"
		if f.tag.Get("need") != "" {
			without = "*must be there*"
		} else if s, ok := reflect.New(value.Type()).Interface().(scalar); ok {
			without = s.write(value.Int())
		} else if value.Kind() == reflect.Bool || value.Kind() == reflect.String && value.Len() > 0 {
			without = fmt.Sprint(value)
		} else if r, ok := value.Interface().(release); ok {
			without = fmt.Sprintf("%d.%d", r[0], r[1])
		} else if value.Kind() == reflect.Slice && value.Len() == 2 {
			s := reflect.New(value.Type().Elem()).Interface().(scalar)
			without = s.write(value.Index(0).Int()) + " to " + s.write(value.Index(1).Int())
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", f.key, f.tag.Get("about"), kindOf(f, value.Type()), without)
	}
	return b.String()
}

// TestReadmeNamesEveryKey holds the tables of README.md to the structures that the files are read into.
func TestReadmeNamesEveryKey(t *testing.T) {
	src, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(src)
	for name, usual := range map[string]any{
		"level": usualLevel(), "traits": usualTraits(), "team": teamFile{Goodwill: 600}, "profile": profileFile{},
		"application": applicationFile{Version: release{1, 0}}, "analyst": analystFile{}, "happening": happeningFile{}, "goal": goalFile{},
		"estate": usualEstate(), "model": modelFile{}, "pack": packFile{}, "terms": terms{}, "variant": variantFile{}, "error budget": errorBudgetFile{}, "board": boardFile{}, "responders": respondersFile{},
	} {
		start, end := "<!-- keys of "+name+" -->\n\n", "<!-- end -->"
		before, rest, found := strings.Cut(text, start)
		table, after, closed := strings.Cut(rest, end)
		if !found || !closed {
			t.Errorf("README.md has no table between %q and %q", start, end)
			continue
		}
		want := keyTable(usual) + "\n"
		if *update {
			text = before + start + want + end + after
		} else if table != want {
			t.Errorf("the table of %s in README.md is not that of the format: go test ./levels -run Readme -update writes it", name)
		}
	}
	if *update && !t.Failed() {
		if err := os.WriteFile("README.md", []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestReadmeExamplesAreRight checks the level and the model that README.md shows.
func TestReadmeExamplesAreRight(t *testing.T) {
	src, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.Split(string(src), "```toml\n")
	if len(parts) < 3 {
		t.Fatal("README.md shows no level and no model")
	}
	for _, part := range parts[1:] {
		example, _, _ := strings.Cut(part, "```")
		d := &decoder{file: "README.md"}
		d.check([]byte(example))
		if len(d.problems) > 0 {
			t.Errorf("%v in\n%s", d.problems, example)
		}
	}
}

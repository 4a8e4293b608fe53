package levels

import (
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

// TestEveryConstantHasUnitAndSource reads balance.toml as text: each key must be followed, where its value ends, by a
// comment with a unit and then a figure of the domain notes (such as C2) or the word guess.
func TestEveryConstantHasUnitAndSource(t *testing.T) {
	src, err := os.ReadFile("balance.toml")
	if err != nil {
		t.Fatal(err)
	}
	s, err := scanText(src)
	if err != nil {
		t.Fatal(err)
	}
	comment := regexp.MustCompile(`^ *# ([^;]+); .*(\bC([1-9]|[1-5]\d|60)\b|\bguess\b|working day)`)
	for _, f := range balanceFields() {
		offset, ok := s.places[f.key]
		if !ok {
			t.Errorf("%s is missing", f.key)
			continue
		}
		value := &scan{src: src, i: offset, places: map[string]int{}, elems: map[string]int{}}
		if err := value.assignment("", 0); err != nil {
			t.Fatal(err)
		}
		rest, _, _ := strings.Cut(string(src[value.i:]), "\n")
		if !comment.MatchString(rest) {
			t.Errorf("%s: the comment %q lacks a unit, or a source such as C2 or the word guess", f.key, strings.TrimSpace(rest))
		}
	}
}

func TestBalanceHasAValueForEveryField(t *testing.T) {
	b, err := loadBalance()
	if err != nil {
		t.Fatal(err)
	}
	v := reflect.ValueOf(b)
	for i := range v.NumField() {
		if v.Field(i).IsZero() {
			t.Errorf("%s is nothing", v.Type().Field(i).Name)
		}
	}
}

func TestMissingConstantsAreTold(t *testing.T) {
	src, _ := os.ReadFile("balance.toml")
	text := strings.Replace(string(src), "\ntune_risk = ", "\ntune_rsik = ", 1)
	d := &decoder{file: "balance.toml"}
	d.balanceTable(d.parse([]byte(text)))
	got := d.problems.Error()
	if !strings.Contains(got, "tune_risk is missing") || !strings.Contains(got, "did you mean tune_risk?") {
		t.Errorf("got %s", got)
	}
}

func TestBalanceKeys(t *testing.T) {
	for name, want := range map[string]string{"NamesApp": "names_app", "BurnoutX": "burnout_x", "Par": "par"} {
		if got := balanceKey(name); got != want {
			t.Errorf("the key of %s is %s, want %s", name, got, want)
		}
	}
}

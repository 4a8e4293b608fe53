package levels

import (
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"callout/game"
)

// extremes are the outermost values of a constant that check accepts.
func extremes(v reflect.Value) []string {
	switch v.Interface().(type) {
	case game.Minute:
		return []string{`"1m"`, `"26w"`}
	case game.Pence:
		return []string{`"£0"`, `"£10m"`}
	case int32:
		return []string{"0", "1", "1000000"}
	case game.Curve:
		return []string{"[[0, 0]]", "[[0, 1000000]]", "[[0, -1000000]]", "[[-1000000, 1000000], [1000000, -1000000]]"}
	case game.Quantiles:
		return []string{"[0]", "[1000000]", "[0, 0, 0, 1000000]"}
	}
	var list []string
	for _, x := range extremes(v.Index(0)) {
		list = append(list, "["+strings.Repeat(x+", ", v.Len())+"]")
	}
	return list
}

// TestWhatIsAcceptedCanBePlayed plays a week of levels at the edge of what check accepts, giving alerts and requests
// to whoever is there: the rules must neither crash nor run for ever.
func TestWhatIsAcceptedCanBePlayed(t *testing.T) {
	src, err := os.ReadFile("three-teams.toml")
	if err != nil {
		t.Fatal(err)
	}
	base := string(src)
	wild := base
	for key, value := range map[string]string{
		"faults_per_week": "200", "noise_per_week": "1000", "changes_per_week": "200", "release_every": `"1h"`, "change_value": `"£1m"`,
	} {
		before, rest, found := strings.Cut(wild, "\n"+key+" = ")
		_, after, _ := strings.Cut(rest, "\n")
		if !found {
			t.Fatalf("three-teams.toml has no %s", key)
		}
		wild = before + "\n" + key + " = " + value + "\n" + after
	}
	played := 0
	play := func(text string) {
		d := &decoder{file: "level.toml"}
		l := d.levelTable(d.parse([]byte(text)), "")
		if l == nil {
			return
		}
		played++
		g := game.New(l, game.SeedFrom(1))
		var v game.View
		for range 60 {
			g.View(&v)
			for i := range v.Alerts {
				_ = g.Do(game.Order{Kind: game.Assign, Item: game.Item{Kind: game.Alert, N: v.Alerts[i].N}, Analyst: i % len(v.Analysts)})
			}
			for i := range v.Requests {
				r := game.Item{Kind: game.Request, N: v.Requests[i].N}
				_ = g.Do(game.Order{Kind: game.Read, Item: r})
				_ = g.Do(game.Order{Kind: game.Deploy, Item: r, Analyst: i % len(v.Analysts)})
			}
			g.EndTurn()
		}
		g.Result()
	}
	play(wild)
	constants := reflect.ValueOf(game.Balance{})
	for i := range constants.NumField() {
		field := constants.Type().Field(i)
		for _, x := range extremes(reflect.New(field.Type).Elem()) {
			play(fmt.Sprintf("%s\n[balance]\n%s = %s\n", base, balanceKey(field.Name), x))
		}
	}
	if played < 250 {
		t.Errorf("only %d levels were accepted and played", played)
	}
}

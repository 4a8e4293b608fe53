package proof

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

// many tells whether the run is the long one, which shows sizes and not only directions.
var many = os.Getenv("CALLOUT_LONG") != ""

func games() int {
	if many {
		return 200
	}
	return 16
}

// prove measures one prediction and demands its findings.
func prove(t *testing.T, number int) {
	t.Helper()
	for _, p := range Predictions() {
		if p.Number != number {
			continue
		}
		began := time.Now()
		findings, err := p.Measure(NewBench(games()))
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%d. %s (%s)", p.Number, p.Claim, time.Since(began).Round(10*time.Millisecond))
		for i := range findings {
			f := &findings[i]
			if f.Holds(many) {
				t.Log(f)
			} else {
				t.Error(f)
			}
		}
		return
	}
	t.Fatalf("prediction %d is not measured", number)
}

func TestAll(t *testing.T) {
	for _, p := range Predictions() {
		if only := os.Getenv("ONLY"); only != "" && !strings.Contains(","+only+",", fmt.Sprintf(",%d,", p.Number)) {
			continue
		}
		prove(t, p.Number)
	}
}

package history

import (
	"os"
	"strings"
	"testing"
)

// TestPageIsRight holds IMPORT.md to what is read: it names every source and every field, and its mapping is one.
func TestPageIsRight(t *testing.T) {
	src, err := os.ReadFile("../IMPORT.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(src)
	for i := range sources {
		if !strings.Contains(text, "| "+sources[i].name+" |") {
			t.Errorf("it does not tell of %s", sources[i].name)
		}
	}
	for f := ID; f < fields; f++ {
		if !strings.Contains(text, "`"+f.String()+"`") {
			t.Errorf("it does not name the field %s", f)
		}
	}
	_, rest, _ := strings.Cut(text, "```toml\n")
	example, _, found := strings.Cut(rest, "```")
	m, err := ParseMapping("IMPORT.md", []byte(example))
	if err != nil || !found {
		t.Fatal(err)
	}
	if m.column(Incidents, Began) != "Opened" || m.Applications["Checkout (Web)"] != "checkout" || len(m.Failed) != 1 {
		t.Errorf("it reads as %+v", m)
	}
}

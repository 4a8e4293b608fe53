package report

import (
	"io/fs"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"callout/assets"
)

// TestContrast measures every colour of a text on every ground that it stands on, by the formula of WCAG 2: at least 4.5
// for texts, 3 for what is drawn, on light and on dark.
func TestContrast(t *testing.T) {
	css, err := fs.ReadFile(assets.Debrief(), "page.css")
	if err != nil {
		t.Fatal(err)
	}
	light, rest, ok := strings.Cut(string(css), "@media screen and (prefers-color-scheme: dark)")
	if !ok {
		t.Fatal("there is no dark page")
	}
	dark, _, _ := strings.Cut(rest, "}\n}")
	for name, text := range map[string]string{"light": light, "dark": dark} {
		colours := map[string]float64{}
		for _, m := range regexp.MustCompile(`--([a-z]+): #([0-9a-f]{6})`).FindAllStringSubmatch(text, -1) {
			colours[m[1]] = luminance(t, m[2])
		}
		if len(colours) < 12 {
			t.Fatalf("%s has the colours %v", name, colours)
		}
		for _, c := range []struct {
			on, least string
			colours   string
		}{
			{"paper", "4.5", "text dim accent"}, {"ground", "4.5", "text dim accent"}, {"under", "4.5", "text"},
			{"good", "4.5", "on"}, {"alarm", "4.5", "on"}, {"text", "4.5", "on"},
			{"paper", "3", "accent good warn alarm dim"}, {"under", "3", "accent warn alarm dim"},
		} {
			least, _ := strconv.ParseFloat(c.least, 64)
			for colour := range strings.FieldsSeq(c.colours) {
				if got := contrast(colours[colour], colours[c.on]); got < least {
					t.Errorf("%s: %s on %s has a contrast of %.2f, less than %s", name, colour, c.on, got, c.least)
				}
			}
		}
	}
}

func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	part := func(shift int) float64 {
		c := float64(n>>shift&0xff) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*part(16) + 0.7152*part(8) + 0.0722*part(0)
}

func contrast(a, b float64) float64 {
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

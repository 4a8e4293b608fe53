package drawing

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Whatever stands in it, a drawing is one well-formed element with no style and no script.
func TestSVGIsWellFormed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
			"</text><script>alert(1)</script>", `"><img src=x onerror=alert(1)>`, "]]>", "&#0;", "\x00\x1b[31m", "\u202eevil", "<style>*{}</style>",
		})).Draw(t, "text")
		c := &Canvas{ID: "a", Width: 100, Height: 50}
		c.Text(Start+" strong", 1, 2, text)
		c.Line("grid", 0, 0, 10, 10)
		c.Dot("mark", 3, 4, 5)
		c.Rect("part", 1, 2, 3, 4)
		got := string(c.SVG(text, text))
		elements := map[string]int{}
		for d := xml.NewDecoder(strings.NewReader(got)); ; {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%v in\n%s", err, got)
			}
			if e, ok := token.(xml.StartElement); ok {
				elements[e.Name.Local]++
				for _, a := range e.Attr {
					if a.Name.Local == "style" || strings.HasPrefix(a.Name.Local, "on") {
						t.Fatalf("%s has %s", e.Name.Local, a.Name.Local)
					}
				}
			}
		}
		for _, name := range []string{"svg", "title", "desc", "text", "circle", "rect", "path"} {
			if elements[name] != 1 {
				t.Fatalf("there are %d of %s in\n%s", elements[name], name, got)
			}
		}
		if len(elements) != 7 {
			t.Fatalf("elements %v in\n%s", elements, got)
		}
	})
}

func TestScaleStaysOnItsLength(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, most := rapid.Int64().Draw(t, "n"), rapid.Int64().Draw(t, "most")
		if x := Scale(n, most, 700); x < 0 || x > 700 {
			t.Fatalf("%d of %d is %d", n, most, x)
		}
	})
}

package levels

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

func TestScanFindsPlaces(t *testing.T) {
	src := `# comment with [brackets] and "quotes"
a = 1
b.c = "x # no comment" # comment
"quoted key" = 'y'

[table]
list = [
  1,    # one
  [2, 3],
  { inner = 4, other = { deep = 5 } },
]
text = """
[not a table]
not = "a key"
"""

[[element]]
name = "first"
[[element]]
  name = "second"
[[element.sub]]
name = "third"
ä = 1
`
	if _, err := scanText([]byte(src)); err == nil {
		t.Fatal("ä is no bare key, but the scan took it")
	}
	s, err := scanText([]byte(src[:len(src)-len("ä = 1\n")] + "\"ä\" = 1\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		path         string
		line, column int
	}{
		{"a", 2, 1},
		{"b.c", 3, 3},
		{`"quoted key"`, 4, 1},
		{"table", 6, 1},
		{"table.list", 7, 1},
		{"table.list[0]", 8, 3},
		{"table.list[1][1]", 9, 7},
		{"table.list[2].inner", 10, 5},
		{"table.list[2].other.deep", 10, 26},
		{"table.text", 12, 1},
		{"element[0]", 17, 1},
		{"element[0].name", 18, 1},
		{"element[1].name", 20, 3},
		{"element[1].sub[0].name", 22, 1},
		{`element[1].sub[0]."ä"`, 23, 1},
		{"element[1].missing", 19, 1}, // what is missing is told where its table begins
		{"table.list[2].missing.too", 10, 3},
		{"nowhere", 1, 1},
	} {
		if line, column := s.position(c.path); line != c.line || column != c.column {
			t.Errorf("%s is at %d:%d, want %d:%d", c.path, line, column, c.line, c.column)
		}
	}
	if s.has("table.not") {
		t.Error("a key was found inside a text")
	}
}

func TestColumnsCountCharacters(t *testing.T) {
	s, err := scanText([]byte("a = { \"öö\" = 1, b = 2 }\n"))
	if err != nil {
		t.Fatal(err)
	}
	if line, column := s.position("a.b"); line != 1 || column != 17 {
		t.Errorf("a.b is at %d:%d, want 1:17", line, column)
	}
}

// FuzzScan holds the scan to the parser: what the parser takes the scan takes too (but for its limits), and every key
// that the parser found has a place.
func FuzzScan(f *testing.F) {
	seeds, _ := filepath.Glob("testdata/*/*.toml")
	for _, path := range seeds {
		src, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(src))
	}
	for _, s := range []string{
		"a = \"\"\"\"two\"\" quotes\"\"\"\"\"", "a = '''''two''''", "a.'b.c'.\"d\\u0065\" = 1", "a = {b=1,\n c=2,}\n",
		"a = 1979-05-27 07:32:00Z", "a = \"\\\"\"", "a = \"\"\"\\\n   x\"\"\"", "[a]\r\nb = 1\r\n", "[ a . b ]\n", "\ufeffa=1",
		"[[a]]\n[a.b]\n[[a]]\n[a.b]\n", "a = [[1],[2,[3]],]", "''=1", "\"\" = {'' = 1}", "[[a.b]]\n[[a.b.c]]\n[[a.b]]\n[[a.b.c]]\nd=1",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		s, err := scanText([]byte(src))
		var refused *scanError
		if errors.As(err, &refused) && refused.final || len(src) > 4096 {
			return // beyond the limits; the parser is not to see it
		}
		var root map[string]any
		if toml.Unmarshal([]byte(src), &root) != nil {
			return
		}
		if err != nil {
			if strings.Contains(src, `\\"""`) {
				return // after an escaped backslash the parser takes a sixth quote, which TOML does not have
			}
			t.Fatalf("the parser takes it, the scan does not: %v", err)
		}
		everyPath("", root, func(path string) {
			if !s.has(path) {
				t.Errorf("%s has no place", path)
			}
		})
	})
}

// everyPath visits all keys and elements below a value.
func everyPath(path string, value any, visit func(string)) {
	switch value := value.(type) {
	case map[string]any:
		for key, v := range value {
			visit(join(path, key))
			everyPath(join(path, key), v, visit)
		}
	case []any:
		for i, v := range value {
			visit(index(path, i))
			everyPath(index(path, i), v, visit)
		}
	case []map[string]any:
		for i, v := range value {
			visit(index(path, i))
			everyPath(index(path, i), v, visit)
		}
	}
}

func TestScanLimits(t *testing.T) {
	for _, c := range []struct {
		what       string
		good, over string
	}{
		{"bytes", strings.Repeat("#", maxBytes), strings.Repeat("#", maxBytes+1)},
		{"keys", numbered("k%d=1\n", maxKeys), numbered("k%d=1\n", maxKeys+1)},
		{"parts of a key", strings.Repeat("a.", maxKeyParts-1) + "a=1", strings.Repeat("a.", maxKeyParts) + "a=1"},
		{"length of a key", strings.Repeat("k", maxKeyBytes) + "=1", strings.Repeat("k", maxKeyBytes+1) + "=1"},
		{"depth of arrays", "a=" + strings.Repeat("[", 15) + "1" + strings.Repeat("]", 15), "a=" + strings.Repeat("[", 16) + "1" + strings.Repeat("]", 16)},
		{"depth of tables", "[a.b.c.d.e.f]\ng.h.i.j={k.l.m.n=[{o=1}]}", "[a.b.c.d.e.f]\ng.h.i.j={k.l.m.n=[{o=[1]}]}"},
		{"values", "a=[" + strings.Repeat("1,", maxValues-1) + "]", "a=[" + strings.Repeat("1,", maxValues) + "]"},
		{"length of a number", "a=" + strings.Repeat("1", maxBareBytes), "a=" + strings.Repeat("1", maxBareBytes+1)},
	} {
		if _, err := scanText([]byte(c.good)); err != nil {
			t.Errorf("%s: what is within the limit is refused: %v", c.what, err)
		}
		if _, err := scanText([]byte(c.over)); err == nil {
			t.Errorf("%s: what is beyond the limit is taken", c.what)
		}
	}
}

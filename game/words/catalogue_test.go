package words

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestLanguagesAreComplete holds that every language has the keys of the first one, no others, and that a sentence has
// the same placeholders in all of them.
func TestLanguagesAreComplete(t *testing.T) {
	if len(Languages()) < 2 {
		t.Fatalf("the catalogue has the languages %v: two prove that it can be translated", Languages())
	}
	first := firstLanguage()
	for _, name := range Languages() {
		l, err := readLanguage(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range slices.Sorted(maps.Keys(first.texts)) {
			text, ok := l.texts[key]
			switch {
			case !ok:
				t.Errorf("%s lacks %s = %q", name, key, first.texts[key])
			case strings.TrimSpace(text) == "" && strings.TrimSpace(first.texts[key]) != "":
				t.Errorf("%s: %s is empty", name, key)
			case !maps.Equal(placeholders(text), placeholders(first.texts[key])):
				t.Errorf("%s: %s has the placeholders %v, %s has %v", name, key, placeholders(text), First, placeholders(first.texts[key]))
			}
		}
		for key := range l.texts {
			if _, ok := first.texts[key]; !ok {
				t.Errorf("%s has %s, and %s does not", name, key, First)
			}
		}
	}
}

var placeholder = regexp.MustCompile(`\{\??([^:}]*)`)

// placeholders are the names in a template, each once.
func placeholders(template string) map[string]bool {
	names := map[string]bool{}
	for _, m := range placeholder.FindAllStringSubmatch(template, -1) {
		names[m[1]] = true
	}
	return names
}

// TestEverySentenceIsThere reads every call of Say in the source. A key that is written out must be in the catalogue,
// and the pairs must be what its placeholders ask for. A key that is put together begins with something that is there.
func TestEverySentenceIsThere(t *testing.T) {
	texts, used := firstLanguage().texts, map[string]bool{}
	phrasesOf(func(key string) string {
		used[key] = true
		if _, ok := texts[key]; !ok {
			t.Errorf("the catalogue lacks %q", key)
		}
		return ""
	})
	calls := 0
	eachCall(t, func(where string, call *ast.CallExpr) {
		calls++
		key, whole := literal(call.Args[0])
		if !whole {
			known := false
			for k := range texts {
				if strings.HasPrefix(k, key) {
					known, used[k] = true, true
				}
			}
			if key == "" || !known {
				t.Errorf("%s: no key begins with %q: begin a key that is put together with a table that is there", where, key)
			}
			return
		}
		used[key] = true
		text, ok := texts[key]
		if !ok {
			t.Errorf("%s: the catalogue lacks %q", where, key)
			return
		}
		given := map[string]bool{}
		for i := 1; i < len(call.Args); i += 2 {
			name, plain := literal(call.Args[i])
			if !plain {
				return // pairs that are handed on
			}
			given[name] = true
		}
		if call.Ellipsis == token.NoPos && !maps.Equal(given, placeholders(text)) {
			t.Errorf("%s: %q has the placeholders %v and is given %v", where, key, slices.Sorted(maps.Keys(placeholders(text))), slices.Sorted(maps.Keys(given)))
		}
	})
	if calls == 0 {
		t.Error("no call of Say was found in the source")
	}
	for _, key := range slices.Sorted(maps.Keys(texts)) {
		if !used[key] {
			t.Errorf("nobody says %s = %q: take it out", key, texts[key])
		}
	}
}

// literal is a string that an expression writes out, or the beginning of one that it puts together.
func literal(e ast.Expr) (text string, whole bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil
	case *ast.BinaryExpr:
		text, _ := literal(e.X)
		return text, false
	}
	return "", false
}

// eachCall calls see for every call of Say outside tests.
func eachCall(t *testing.T, see func(where string, call *ast.CallExpr)) {
	t.Helper()
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		files := token.NewFileSet()
		f, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}
			name := ""
			switch fun := call.Fun.(type) {
			case *ast.SelectorExpr:
				if x, ok := fun.X.(*ast.Ident); ok && x.Name == "words" {
					name = fun.Sel.Name
				}
			case *ast.Ident:
				if f.Name.Name == "words" {
					name = fun.Name
				}
			}
			if name == "Say" {
				see(files.Position(call.Pos()).String(), call)
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestSayFillsPlaceholders(t *testing.T) {
	for _, c := range []struct{ template, want string }{
		{"{who} waits", "Asha waits"},
		{"{n:change waits|changes wait}", "3 changes wait"},
		{"{one:change waits|changes wait}", "1 change waits"},
		{"{?one:is|are} and {?n:is|are}", "is and are"},
		{"{?yes:met|missed}", "met"},
		{"{big}", "12,000"},
	} {
		if got := fillPairs(c.template, []any{"who", "Asha", "n", 3, "one", int32(1), "yes", true, "big", int64(12_000)}); got != c.want {
			t.Errorf("%s is %q, want %q", c.template, got, c.want)
		}
	}
}

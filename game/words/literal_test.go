package words

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// sentence is what people read: two words with a blank between them, or one that begins like a sentence.
var sentence = regexp.MustCompile(`\p{L}{2,}[,:;]? \p{L}|^\p{Lu}\p{Ll}+ ?[.…:!?]?$`)

// silent are the calls whose texts nobody reads on a screen in the language in use, by the end of their names. Errors stay in
// English, because scripts and logs read them; what the engine refuses is told by Refusal.
var silent = []string{
	"Say", "Has", "errors.New", "fmt.Errorf", "panic", "flag.Bool", "flag.String", "SetAnnotation", "Getenv",
	"log.Debug", "log.Info", "log.Warn", "log.Error", // a log is for those who run a server, and for their programs
	"Problem", "Meant", // of the settings' file, in English like those of levels
	"Counter", "Counters", "Gauge", "GaugeOf", "Gauges", "Histogram", "Reading", "ReadingOf", // metrics, which machines read and operators look up
}

// spared are texts in ui and cmd that are not in the catalogue, by file, with the reason.
var spared = map[string]string{
	"ui/key/change.go":                  "names of keys, as the file of settings writes them",
	"ui/progress/export.go":             "a part of an error",
	"ui/plain/coach.go":                 "commands, which are typed in English in every language",
	"ui/plain/command.go":               "the same",
	"ui/screen/debrief/next.go":         "a command",
	"ui/screen/debrief/article.go":      "terms of the glossary, which finds them by their English names in every language",
	"ui/screen/debrief/page.go":         "the same",
	"ui/screen/play/term.go":            "the same",
	"ui/screen/campaign/campaign.go":    "the same",
	"ui/packs/check.go":                 "mistakes in files, in English like those of levels",
	"ui/remote/web/headers.go":          "headers of HTTP",
	"ui/remote/metrics/process.go":      "metrics, which operators look up",
	"cmd/callout/host_measure.go":       "the same",
	"cmd/callout/pack.go":               "a command",
	"cmd/callout/import.go":             "the help of the importer is in English so far",
	"cmd/callout/month.go":              "the same",
	"cmd/load/main.go":                  "a tool for those who work on Callout, in English",
	"cmd/load/process.go":               "the same",
	"cmd/load/report.go":                "the same",
	"cmd/load/measure.go":               "the same",
	"cmd/load/player.go":                "the same",
	"cmd/load/crowd.go":                 "the same",
	"cmd/load/serve.go":                 "the same",
	"cmd/load/workshop.go":              "the same",
	"ui/pagetest/browser.go":            "for tests",
	"ui/pagetest/tab.go":                "for tests",
	"ui/pagetest/see.go":                "for tests",
	"ui/pagetest/hands.go":              "for tests",
	"ui/screentest/golden.go":           "for tests",
	"ui/remote/web/webclient/client.go": "a client for tests and measurements, which people do not use",
	"cmd/callout/sim.go":                "the laboratory is in English so far, like the names of its policies and metrics",
}

// TestNoSentenceInCode finds texts for people that are written out in the screens and commands: they belong into the
// catalogue.
func TestNoSentenceInCode(t *testing.T) {
	seen := map[string]bool{}
	for _, folder := range []string{"ui", "cmd"} {
		err := filepath.WalkDir(filepath.Join("..", "..", folder), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			seen[filepath.ToSlash(strings.TrimPrefix(path, filepath.Join("..", "..")+string(filepath.Separator)))] = true
			name := filepath.ToSlash(strings.TrimPrefix(path, filepath.Join("..", "..")+string(filepath.Separator)))
			if _, ok := spared[name]; ok {
				return nil
			}
			for _, found := range sentencesIn(t, path, nil) {
				t.Errorf("%s: say it in the catalogue", found)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for name := range spared {
		if !seen[name] {
			t.Errorf("%s is spared and is not there", name)
		}
	}
}

// sentencesIn are the texts for people in a file, each with its place.
func sentencesIn(t *testing.T, path string, src any) []string {
	t.Helper()
	files := token.NewFileSet()
	f, err := parser.ParseFile(files, path, src, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.Field:
			if n.Tag != nil {
				return false
			}
		case *ast.KeyValueExpr: // how a command is called, and examples of that
			if name := nameOf(n.Key); name == "Use" || name == "Example" {
				return false
			}
		case *ast.CallExpr:
			name := nameOf(n.Fun)
			return !slices.ContainsFunc(silent, func(s string) bool { return name == s || strings.HasSuffix(name, "."+s) })
		case *ast.BasicLit:
			if text, err := strconv.Unquote(n.Value); err == nil && n.Kind == token.STRING && sentence.MatchString(text) {
				found = append(found, files.Position(n.Pos()).String()+": "+n.Value)
			}
		}
		return true
	})
	return found
}

// nameOf is the name of what is called, with its package or receiver.
func nameOf(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return nameOf(e.X) + "." + e.Sel.Name
	}
	return ""
}

func TestSentencesAreFound(t *testing.T) {
	const src = `package p
import "fmt"
func f() {
	b.Put(t.Dim, "nobody is there")
	b.Put(t.Dim, "Hint")
	b.Put(t.Dim, words.Say("play.hint.title", "who", "not this one"))
	fmt.Printf("%s: %d games\n", a, b)
	return fmt.Errorf("not this: it is an error")
}
type s struct { A string ` + "`help:\"not this one\"`" + ` }
`
	if got := sentencesIn(t, "p.go", src); len(got) != 2 {
		t.Errorf("found %q", got)
	}
}

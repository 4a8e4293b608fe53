package game_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The house has few rules and they are held here, for the whole module: which way imports point, what a package says
// about itself, how long a file gets, and what lies on the top floor.

const module = "callout"

// A layer is one part of the house.
type layer struct {
	name    string
	within  string   // import path of its root
	beside  bool     // its packages may import each other
	imports []string // names of the layers below that it may import
}

// layers are the parts of the house, from the top down.
var layers = []layer{
	{"cmd", module + "/cmd", true, []string{"ui", "game/*", "levels", "game", "assets"}},
	{"ui", module + "/ui", true, []string{"game/*", "levels", "game", "assets"}},
	{"game/*", module + "/game/", true, []string{"levels", "game", "assets"}},
	{"levels", module + "/levels", true, []string{"game", "assets"}},
	{"game", module + "/game", false, nil},
	{"assets", module + "/assets", false, nil},
}

// terminal are the beginnings of import paths that draw, and that only ui and cmd may reach.
var terminal = []string{
	"charm.land/", "github.com/charmbracelet/", "github.com/mattn/go-isatty", "github.com/muesli/termenv",
	"github.com/xo/terminfo", "golang.org/x/term",
}

// sourcePackage is what go list tells about one package.
type sourcePackage struct {
	ImportPath string
	Dir        string
	Standard   bool
	Imports    []string
}

func TestHouseImportsPointDown(t *testing.T) {
	packages := listPackages(t)
	for _, problem := range wrongImports(packages) {
		t.Error(problem)
	}
}

func TestHouseImportCheckBites(t *testing.T) {
	house := map[string]sourcePackage{}
	add := func(importPath string, imports ...string) {
		standard := !strings.Contains(importPath, ".") && !strings.HasPrefix(importPath, module)
		house[importPath] = sourcePackage{ImportPath: importPath, Standard: standard, Imports: imports}
	}
	add("fmt")
	add("example.org/pretty", "golang.org/x/term")
	add("golang.org/x/term")
	add("callout/game", "fmt", "callout/assets")
	add("callout/game/lab", "callout/game", "callout/ui/theme")
	add("callout/game/journal", "callout/game/lab", "example.org/pretty")
	add("callout/assets", "callout/levels")
	add("callout/levels", "callout/game", "callout/assets")
	add("callout/ui/theme", "golang.org/x/term")
	add("callout/cmd/callout", "callout/ui/theme")
	add("callout/attic")

	got := strings.Join(wrongImports(house), "\n")
	for _, want := range []string{
		"callout/game imports callout/assets",
		"callout/game/lab imports callout/ui/theme",
		"callout/game/journal reaches golang.org/x/term",
		"callout/assets imports callout/levels",
		"callout/attic is in no layer",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("not found: %s\nfound:\n%s", want, got)
		}
	}
	for _, right := range []string{"callout/levels imports", "callout/ui/theme reaches", "callout/cmd/callout imports", "callout/game/journal imports"} {
		if strings.Contains(got, right) {
			t.Errorf("found wrongly: %s\nin:\n%s", right, got)
		}
	}
}

// wrongImports lists the imports that break the house's directions, each with what is allowed.
func wrongImports(packages map[string]sourcePackage) []string {
	var wrong []string
	for _, name := range slices.Sorted(maps.Keys(packages)) {
		if !ours(name) {
			continue
		}
		from := layerOf(name)
		if from < 0 {
			wrong = append(wrong, name+" is in no layer of the house: put it under cmd, ui, game, levels or assets")
			continue
		}
		here := layers[from]
		for _, imported := range packages[name].Imports {
			to := layerOf(imported)
			switch {
			case to == from && here.beside, to >= 0 && to != from && slices.Contains(here.imports, layers[to].name):
			case ours(imported):
				wrong = append(wrong, name+" imports "+imported+": "+here.name+" may import "+allowed(here.imports))
			case here.name == "game" && !packages[imported].Standard:
				wrong = append(wrong, name+" imports "+imported+": game uses the standard library only")
			}
		}
		if here.name == "cmd" || here.name == "ui" {
			continue
		}
		for _, reached := range reach(packages, name) {
			if slices.ContainsFunc(terminal, func(prefix string) bool { return strings.HasPrefix(reached, prefix) }) {
				wrong = append(wrong, name+" reaches "+reached+": only ui and cmd may draw")
			}
		}
	}
	return wrong
}

func ours(importPath string) bool {
	return importPath == module || strings.HasPrefix(importPath, module+"/")
}

// layerOf is the index in layers of the layer that a package belongs to, or -1. Layers are tried from the top, so that
// game/lab is found in game/* and not in game.
func layerOf(importPath string) int {
	return slices.IndexFunc(layers, func(l layer) bool {
		return importPath == l.within || strings.HasPrefix(importPath, strings.TrimSuffix(l.within, "/")+"/")
	})
}

func allowed(names []string) string {
	if len(names) == 0 {
		return "nothing of ours"
	}
	return strings.Join(names, ", ")
}

// reach is every package that one imports, directly or not, sorted.
func reach(packages map[string]sourcePackage, from string) []string {
	seen := map[string]bool{from: true}
	for next := []string{from}; len(next) > 0; {
		p := next[0]
		next = next[1:]
		for _, imported := range packages[p].Imports {
			if !seen[imported] {
				seen[imported] = true
				next = append(next, imported)
			}
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

// listPackages asks the go command for every package of the module and all that they need.
func listPackages(t *testing.T) map[string]sourcePackage {
	t.Helper()
	list := exec.Command("go", "list", "-deps", "-json=ImportPath,Dir,Standard,Imports", module+"/...")
	var problems bytes.Buffer
	list.Stderr = &problems
	out, err := list.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, &problems)
	}
	packages := map[string]sourcePackage{}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p sourcePackage
		err := d.Decode(&p)
		if errors.Is(err, io.EOF) {
			return packages
		}
		if err != nil {
			t.Fatal(err)
		}
		packages[p.ImportPath] = p
	}
}

func TestHousePackagesSayWhatTheyAre(t *testing.T) {
	for name, p := range listPackages(t) {
		if !ours(name) {
			continue
		}
		file := filepath.Join(p.Dir, "doc.go")
		doc, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments|parser.PackageClauseOnly)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			t.Errorf("%s has no doc.go: say there what the package is", name)
		case err != nil:
			t.Error(err)
		case doc.Doc == nil:
			t.Errorf("%s has no comment above its package clause: say there what the package is", file)
		case doc.Name.Name == "main":
			if command := "Command " + path.Base(name) + " "; !strings.HasPrefix(doc.Doc.Text(), command) {
				t.Errorf("%s: the comment begins with %q", file, command)
			}
		case !strings.HasPrefix(doc.Doc.Text(), "Package "+doc.Name.Name+" "):
			t.Errorf("%s: the comment begins with \"Package %s \"", file, doc.Name.Name)
		}
	}
}

func TestHouseFilesStaySmall(t *testing.T) {
	const most = 500
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && d.Name() == ".git" {
			return fs.SkipDir
		}
		if d.IsDir() || filepath.Ext(name) != ".go" {
			return nil
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if n := bytes.Count(text, []byte("\n")); n > most {
			t.Errorf("%s has %d lines: one file holds one thing, in at most %d", name, n, most)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestHouseTopFloor(t *testing.T) {
	allowed := []string{
		".ci", ".git", ".gitignore", "CONTRIBUTING.md", "LICENSE", "README.md", "assets", "cmd", "game", "go.mod", "go.sum",
		"levels", "staticcheck.conf", "ui",
	}
	ignored, err := os.ReadFile("../.gitignore")
	if err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !slices.Contains(allowed, e.Name()) && !matchesAny(strings.Fields(string(ignored)), e.Name()) {
			t.Errorf("%s lies on the top floor: it holds only %s, and what .gitignore names", e.Name(), strings.Join(allowed, ", "))
		}
	}
}

// matchesAny tells whether one of the patterns, as in a .gitignore, matches a name on the top floor.
func matchesAny(patterns []string, name string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		ok, err := path.Match(strings.Trim(pattern, "/"), name)
		return err == nil && ok
	})
}

// TestHouseModulePathSortsFirst: packages without an order between them are initialised in the order of their paths, and the
// package that spares every start the question for the terminal's background has to come before the library that asks.
func TestHouseModulePathSortsFirst(t *testing.T) {
	const library = "github.com/charmbracelet/bubbletea"
	mod, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	line, _, _ := strings.Cut(string(mod), "\n")
	if name := strings.TrimPrefix(line, "module "); name != module || name >= library {
		t.Errorf("go.mod begins with %q: the module is %q, which sorts before %s", line, module, library)
	}
}

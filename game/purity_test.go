package game_test

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A game is its level, seed and orders, on every machine. What could break that is kept out of the package by reading
// its source: a rule that only a reviewer watches is broken on the first busy day.

// pureImports are the packages that the engine may use. None of them reads a clock, a file, the environment or chance.
var pureImports = []string{
	"cmp", "errors", "fmt", "math/bits", "slices", "sort", "strconv", "strings",
}

// unstable are the sorts that put equal elements in an order of their own, which the next version of Go may change.
var unstable = map[string]string{
	"slices.SortFunc": "slices.SortStableFunc",
	"sort.Slice":      "sort.SliceStable",
	"sort.Sort":       "sort.Stable",
}

func TestHouseEngineIsPure(t *testing.T) {
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	files := token.NewFileSet()
	var list []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(files, name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, f)
	}
	if len(list) == 0 {
		t.Fatal("no source files found: this test runs in the package's folder")
	}
	found, err := impurities(files, list)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		t.Error(f)
	}
}

func TestHousePurityCheckBites(t *testing.T) {
	tests := []struct{ name, source, want string }{
		{"float type", "type share float64", "float64 is a float"},
		{"float field", "type app struct { share []float32 }", "float32 is a float"},
		{"float literal", "const half = 0.5", "0.5 is a float"},
		{"float in disguise", "const many int = 1e3", "1e3 is a float"},
		{"float from elsewhere", "import \"strconv\"\nfunc read(s string) int { x, _ := strconv.ParseFloat(s, 64); return int(x) }", "is a float"},
		{"complex type", "var z complex128", "complex128 is a complex number"},
		{"imaginary literal", "const i = 2i", "2i is a complex number"},
		{"range over a map", "func sum(m map[string]int) (n int) { for _, v := range m { n += v }; return }", "range over a map"},
		{"range over a named map", "type book map[string]int\nfunc sum(b book) (n int) { for range b { n++ }; return }", "range over a map"},
		{"goroutine", "func f() { go f() }", "goroutine"},
		{"channel", "type news chan int", "channel"},
		{"send", "func f(c chan int) { c <- 1 }", "channel"},
		{"select", "func f() { select {} }", "channel"},
		{"clock", "import \"time\"\nvar start = time.Now()", `import of "time"`},
		{"environment", "import \"os\"\nvar home = os.Getenv(\"HOME\")", `import of "os"`},
		{"chance", "import \"math/rand/v2\"\nvar luck = rand.Int()", `import of "math/rand/v2"`},
		{"unsafe", "import \"unsafe\"\nvar size = unsafe.Sizeof(1)", `import of "unsafe"`},
		{"renamed import", "import m \"maps\"\nvar clone = m.Clone[map[int]int]", `import of "maps"`},
		{"sort that is not stable", "import \"slices\"\nfunc f(l []int) { slices.SortFunc(l, func(a, b int) int { return 0 }) }", "slices.SortFunc"},
		{"old sort that is not stable", "import \"sort\"\nfunc f(l []int) { sort.Slice(l, func(a, b int) bool { return false }) }", "sort.Slice"},
		{"package state", "var turns int\nfunc f() { turns++ }", "turns belongs to the package"},
		{"package state in a table", "var table [3]struct{ n int }\nfunc f(i int) { table[i].n = 1 }", "table belongs to the package"},
	}
	for _, test := range tests {
		found, err := impuritiesOf(test.source)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
		} else if !strings.Contains(strings.Join(found, "\n"), test.want) {
			t.Errorf("%s: found %q; want %q", test.name, found, test.want)
		}
	}
}

func TestHousePurityCheckLetsGoodCodePass(t *testing.T) {
	const source = `import ("fmt"; "slices"; "strconv")
		var words = [...]string{"on", "off"}
		var known = map[string]int{"on": 1}
		type queue []struct{ n int32 }
		func (q queue) sum() (n int64) { for i := range q { n += int64(q[i].n) }; return n }
		func (q queue) sorted() queue { slices.SortStableFunc(q, func(a, b struct{ n int32 }) int { return int(a.n - b.n) }); return q }
		func word(i int) string { words := words; words[0] = "neither"; return words[i] + strconv.Itoa(known["on"]) + fmt.Sprint(7/2) }`
	found, err := impuritiesOf(source)
	if err != nil || len(found) > 0 {
		t.Errorf("found %q, %v; want nothing", found, err)
	}
}

// impuritiesOf is impurities for the text of one file without its package clause.
func impuritiesOf(source string) ([]string, error) {
	files := token.NewFileSet()
	f, err := parser.ParseFile(files, "snippet.go", "package game\n"+source, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	return impurities(files, []*ast.File{f})
}

// impurities lists what in the files of one package could make the same game go differently, each with its place and
// with what would be right.
func impurities(files *token.FileSet, list []*ast.File) ([]string, error) {
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}}
	config := types.Config{Importer: standard}
	pkg, err := config.Check("game", files, list, info)
	if err != nil {
		return nil, err
	}
	var found []string
	add := func(n ast.Node, format string, args ...any) {
		found = append(found, fmt.Sprintf("%v: %s", files.Position(n.Pos()), fmt.Sprintf(format, args...)))
	}
	assigned := func(e ast.Expr) {
		if id := root(e); id != nil {
			if v, ok := info.Uses[id].(*types.Var); ok && v.Parent() == pkg.Scope() {
				add(id, "%s belongs to the package and all games share it: keep what changes in Game", id.Name)
			}
		}
	}
	for _, f := range list {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ImportSpec:
				if path, _ := strconv.Unquote(n.Path.Value); !slices.Contains(pureImports, path) {
					add(n, "import of %q: the engine may use %s", path, strings.Join(pureImports, ", "))
				}
			case *ast.GoStmt:
				add(n, "goroutine: the engine runs in its caller's; many games at once are game/lab's")
			case *ast.ChanType, *ast.SendStmt, *ast.SelectStmt:
				add(n, "channel: the engine is called and returns")
			case *ast.RangeStmt:
				if _, isMap := info.TypeOf(n.X).Underlying().(*types.Map); isMap {
					add(n, "range over a map: its order is chance; keep a slice, or sort the keys")
				}
				assigned(n.Key)
				assigned(n.Value)
			case *ast.AssignStmt:
				for _, e := range n.Lhs {
					assigned(e)
				}
			case *ast.IncDecStmt:
				assigned(n.X)
			case *ast.SelectorExpr:
				name := types.ExprString(n)
				if stable := unstable[name]; stable != "" {
					add(n, "%s leaves the order of equal elements open: use %s", name, stable)
				}
			}
			if e, ok := n.(ast.Expr); ok {
				if what := inexact(e, info); what != "" {
					add(e, "%s is %s: the engine holds integers only (per mille, pence, minutes)", types.ExprString(e), what)
				}
			}
			return true
		})
	}
	return found, nil
}

// inexact says what kind of inexact number an expression or a type is, or nothing.
func inexact(e ast.Expr, info *types.Info) string {
	if literal, ok := e.(*ast.BasicLit); ok {
		switch literal.Kind {
		case token.FLOAT:
			return "a float"
		case token.IMAG:
			return "a complex number"
		}
	}
	t := info.TypeOf(e)
	if t == nil {
		return ""
	}
	basic, ok := t.Underlying().(*types.Basic)
	switch {
	case ok && basic.Info()&types.IsFloat != 0:
		return "a float"
	case ok && basic.Info()&types.IsComplex != 0:
		return "a complex number"
	}
	return ""
}

// root is the identifier that an assignable expression begins with, or nil.
func root(e ast.Expr) *ast.Ident {
	for {
		switch x := e.(type) {
		case *ast.Ident:
			return x
		case *ast.IndexExpr:
			e = x.X
		case *ast.SelectorExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		default:
			return nil
		}
	}
}

// standard knows the packages of the standard library.
var standard = importer.ForCompiler(token.NewFileSet(), "source", nil)

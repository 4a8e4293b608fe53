package remote

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// TestNoNakedGoroutines: a panic in a goroutine that nobody guards ends the server and everybody's session.
func TestNoNakedGoroutines(t *testing.T) {
	found := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if g, ok := n.(*ast.GoStmt); ok {
				found++
				if path != "safely.go" {
					t.Errorf("%s: a goroutine that nobody guards: start it with remote.Safely", files.Position(g.Pos()))
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if found == 0 {
		t.Error("no goroutine at all was found: this test looks in the wrong place")
	}
}

func TestSafelyCatches(t *testing.T) {
	caught := make(chan *Panic)
	Safely(func(p *Panic) { caught <- p }, func() { panic("boom") })
	if p := <-caught; p.Value != "boom" || !strings.Contains(string(p.Stack), "TestSafelyCatches") {
		t.Errorf("caught %v\n%s", p.Value, p.Stack)
	}
}

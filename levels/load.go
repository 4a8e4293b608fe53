package levels

import (
	"embed"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"

	"callout/game"
)

//go:embed *.toml models/*.toml
var shipped embed.FS

// campaign lists the shipped levels in the order in which they are best played.
var campaign = []string{
	"tutorial", "one-team", "own-pager", "three-teams", "ten-teams", "more-than-weekly", "peak-trading", "ten-pagers",
	"ops-sometimes", "hand-over-the-pager", "error-budgets", "endless",
}

// rooms lists the shipped levels that were made for workshops. They are in no campaign.
var rooms = []string{"growing"}

// Load reads a level: a shipped one's name, or a file's path. The error is Problems: every mistake in the file.
func Load(nameOrPath string) (*game.Level, error) { return LoadWithModel(nameOrPath, "") }

// LoadWithModel reads a level and plays it under another support model for all its applications: a shipped one's name,
// that of one of its variants, or a file's path. Nothing can be moved to other models then. An empty model leaves the
// level's own.
func LoadWithModel(nameOrPath, model string) (*game.Level, error) {
	l, shipped, err := load(nameOrPath, model)
	if shipped && err == nil {
		say(l)
	}
	return l, err
}

// load reads a level as its file says it, and tells whether it is a shipped one.
func load(nameOrPath, model string) (l *game.Level, shipped bool, err error) {
	src, d, err := source(nameOrPath, ".", shippedLevel, "level", levelNames())
	if err != nil {
		return nil, false, err
	}
	l = d.levelTable(d.parse(src), model)
	return l, d.path == "", d.problems.sorted().orNil()
}

// Parse reads a level from its text, played under another support model as in LoadWithModel where model is not empty.
// Mistakes are told as in the file of that name. Support models that are files are looked for from the working folder.
func Parse(file string, text []byte, model string) (*game.Level, error) {
	d := &decoder{file: file}
	l := d.levelTable(d.parse(text), model)
	return l, d.problems.sorted().orNil()
}

// levelTable compiles the root table of a level file.
func (d *decoder) levelTable(root map[string]any, model string) *game.Level {
	if root == nil {
		return nil
	}
	f := usualLevel()
	d.fresh = map[reflect.Type]func(reflect.Value){
		reflect.TypeFor[applicationFile](): func(v reflect.Value) {
			v.Set(reflect.ValueOf(applicationFile{Version: release{1, 0}, traits: f.Defaults}))
		},
		reflect.TypeFor[teamFile]():   func(v reflect.Value) { v.Set(reflect.ValueOf(teamFile{Goodwill: 600})) },
		reflect.TypeFor[estateFile](): func(v reflect.Value) { v.Set(reflect.ValueOf(usualEstate())) },
	}
	d.table("", root, reflect.ValueOf(&f).Elem())
	if d.broken {
		return nil // what is missing may stand in the lines that could not be read
	}
	l := d.level(&f, model)
	if len(d.problems) > 0 {
		return nil
	}
	l.Digest = digest(l)
	return l
}

// modelTable compiles the root table of a model file and reads the models that it names; nil where that cannot be.
func (d *decoder) modelTable(root map[string]any) *family {
	m := d.modelFile(root)
	if m != nil {
		d.handBacks(m)
	}
	return m
}

// modelFile compiles the root table of a model file without reading the models that it names.
func (d *decoder) modelFile(root map[string]any) *family {
	if root == nil {
		return nil
	}
	var f modelFile
	d.fresh = map[reflect.Type]func(reflect.Value){
		reflect.TypeFor[variantFile](): func(v reflect.Value) { v.Set(reflect.ValueOf(variantFile{terms: f.terms})) },
	}
	d.table("", root, reflect.ValueOf(&f).Elem())
	if d.broken {
		return nil
	}
	return d.model(&f)
}

// loadBalance reads the shipped constants of the rules, once.
var loadBalance = sync.OnceValues(func() (game.Balance, error) {
	src, err := shipped.ReadFile("balance.toml")
	if err != nil {
		return game.Balance{}, err
	}
	d := &decoder{file: "balance.toml"}
	b := d.balanceTable(d.parse(src))
	return b, d.problems.sorted().orNil()
})

// balanceTable compiles the root table of a file of constants.
func (d *decoder) balanceTable(root map[string]any) game.Balance {
	var b game.Balance
	if root != nil {
		d.balance("", root, &b, true)
	}
	return b
}

func shippedLevel(name string) string { return name + ".toml" }
func shippedModel(name string) string { return "models/" + name + ".toml" }

// source reads a shipped file by its name, or any file by its path from the folder dir, and gives the decoder for it.
// What ends in .toml or has a separator in it is a path.
func source(name, dir string, shippedPath func(string) string, what string, names []string) ([]byte, *decoder, error) {
	if slices.Contains(names, name) {
		file := shippedPath(name)
		src, err := shipped.ReadFile(file)
		return src, &decoder{file: file}, err
	}
	if !strings.HasSuffix(name, ".toml") && !strings.ContainsAny(name, `/\`) {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			return nil, nil, Problems{{shown(name), 0, 0, fmt.Sprintf("no %s is called that, and no file: %s", what, suggestion(name, names))}}
		}
	}
	file := name
	if !filepath.IsAbs(file) && dir != "." {
		file = filepath.Join(dir, file)
	}
	src, err := readFile(file)
	return src, &decoder{file: file, path: file}, err
}

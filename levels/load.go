package levels

import (
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"callout/game"
)

//go:embed *.toml models/*.toml
var shipped embed.FS

// campaign lists the shipped levels in the order in which they are best played.
var campaign = []string{"tutorial", "one-team", "three-teams", "ten-teams"}

// Load reads a level: a shipped one's name, or a file's path. The error is Problems: every mistake in the file.
func Load(nameOrPath string) (*game.Level, error) { return LoadWithModel(nameOrPath, "") }

// LoadWithModel reads a level and plays it under another support model, a shipped one's name or a file's path, for
// all its applications. An empty model leaves the level's own.
func LoadWithModel(nameOrPath, model string) (*game.Level, error) {
	src, d, err := source(nameOrPath, ".", shippedLevel, "level", levelNames())
	if err != nil {
		return nil, err
	}
	l := d.levelText(src, model)
	return l, d.problems.sorted().orNil()
}

// levelText compiles the text of a level file.
func (d *decoder) levelText(src []byte, model string) *game.Level {
	root := d.parse(src)
	f := levelFile{
		Start: moment(9 * game.Hour), Turn: span(game.Hour), Night: span(16 * game.Hour), Model: "ops-run-it",
		Defaults: usualTraits(),
	}
	d.fresh = map[reflect.Type]func(reflect.Value){
		reflect.TypeFor[applicationFile](): func(v reflect.Value) {
			v.Set(reflect.ValueOf(applicationFile{Version: release{1, 0}, traits: f.Defaults}))
		},
		reflect.TypeFor[teamFile]():   func(v reflect.Value) { v.Set(reflect.ValueOf(teamFile{Goodwill: 600})) },
		reflect.TypeFor[estateFile](): func(v reflect.Value) { v.Set(reflect.ValueOf(usualEstate())) },
	}
	if root == nil {
		return nil
	}
	d.table("", root, reflect.ValueOf(&f).Elem())
	l := d.level(&f, model)
	if len(d.problems) > 0 {
		return nil
	}
	l.Digest = digest(l)
	return l
}

// loadModel reads a support model by its shipped name, or by its path from the folder dir.
func loadModel(name, dir string) (game.Model, error) {
	src, d, err := source(name, dir, shippedModel, "support model", modelNames())
	if err != nil {
		return game.Model{}, err
	}
	m := d.modelText(src)
	return m, d.problems.sorted().orNil()
}

// modelText compiles the text of a model file.
func (d *decoder) modelText(src []byte) game.Model {
	root := d.parse(src)
	if root == nil {
		return game.Model{}
	}
	var f modelFile
	d.table("", root, reflect.ValueOf(&f).Elem())
	return d.model(&f)
}

// loadBalance reads the shipped constants of the rules.
func loadBalance() (game.Balance, error) {
	src, err := shipped.ReadFile("balance.toml")
	if err != nil {
		return game.Balance{}, err
	}
	d := &decoder{file: "balance.toml"}
	b := d.balanceText(src)
	return b, d.problems.sorted().orNil()
}

// balanceText compiles the text of a file of constants.
func (d *decoder) balanceText(src []byte) game.Balance {
	var b game.Balance
	if root := d.parse(src); root != nil {
		d.balance("", root, &b, true)
	}
	return b
}

// parse makes values of a text, or notes why it cannot. Where the syntax is broken it goes on with the lines that
// can be read, so that their mistakes are found too.
func (d *decoder) parse(src []byte) map[string]any {
	var root map[string]any
	var err error
	if d.scan, err = scanText(src); err != nil {
		var s *scanError
		if errors.As(err, &s) {
			line, column := d.scan.lineColumn(s.offset)
			d.problems = append(d.problems, Problem{d.file, line, column, s.what})
		}
		return nil
	}
	if err := toml.Unmarshal(src, &root); err != nil {
		var p toml.ParseError
		line, column, what := 1, 1, err.Error()
		if errors.As(err, &p) {
			line, column = d.scan.lineColumn(p.Position.Start)
			what = p.Message
		}
		d.problems = append(d.problems, Problem{d.file, line, column, "this is not TOML: " + what})
		return nil
	}
	return root
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
			return nil, nil, Problems{{shown(name), 1, 1, fmt.Sprintf("no %s is called that, and no file: %s", what, suggestion(name, names))}}
		}
	}
	file := name
	if !filepath.IsAbs(file) && dir != "." {
		file = filepath.Join(dir, file)
	}
	src, err := readFile(file)
	return src, &decoder{file: file, path: file}, err
}

// readFile reads a regular file of at most a little more than maxBytes.
func readFile(path string) ([]byte, error) {
	wrong := func(what string) error { return Problems{{path, 1, 1, what}} }
	info, err := os.Stat(path)
	if err != nil {
		return nil, wrong(fileTrouble(err))
	}
	if info.IsDir() {
		return nil, wrong("this is a directory: name a file in it")
	}
	if !info.Mode().IsRegular() {
		return nil, wrong("this is not a regular file but a pipe or device: name a file")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, wrong(fileTrouble(err))
	}
	defer f.Close()
	src, err := io.ReadAll(io.LimitReader(f, maxBytes+1))
	if err != nil {
		return nil, wrong(fileTrouble(err))
	}
	return src, nil
}

// fileTrouble says why a file cannot be read.
func fileTrouble(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "there is no such file: check the name, or list the shipped levels with \"callout levels\""
	case errors.Is(err, fs.ErrPermission):
		return "you may not read this file: change its permissions"
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return "the file cannot be read: " + err.Error()
}

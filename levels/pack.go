package levels

import (
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
)

// PackFile is the name of the file that makes a pack of a folder of levels.
const PackFile = "pack.toml"

// packFile is what it says.
type packFile struct {
	Name   slug  `key:"name" need:"true" example:"name = \"shop-floor\"" about:"short name: its levels are played as NAME/LEVEL"`
	Title  label `key:"title" need:"true" longest:"60" example:"title = \"The shop floor\"" about:"name on screen"`
	Author label `key:"author" longest:"60" about:"who made it"`
	About  label `key:"about" need:"true" longest:"200" example:"about = \"what its levels are about, in one sentence\"" about:"what its levels are about, in one sentence"`
}

// PackInfo is what a pack of levels says about itself.
type PackInfo struct {
	Name   string `json:"name"`
	Title  string `json:"title"`
	Author string `json:"author"` // empty where it does not say
	About  string `json:"about"`
}

// ParsePack reads a pack's PackFile. Mistakes are told as in the file of that name; the error is Problems.
func ParsePack(file string, text []byte) (PackInfo, error) {
	d := &decoder{file: file}
	info := d.packTable(d.parse(text))
	return info, d.problems.sorted().orNil()
}

// packTable reads the root table of a pack's file.
func (d *decoder) packTable(root map[string]any) PackInfo {
	var f packFile
	if root != nil {
		d.table("", root, reflect.ValueOf(&f).Elem())
	}
	return PackInfo{string(f.Name), string(f.Title), string(f.Author), string(f.About)}
}

// IsSlug tells whether a name can be that of a level or a pack, which are typed on the command line.
func IsSlug(name string) bool { return isSlug(name) }

// IsLevel tells whether a text is a level, and no support model, by its keys.
func IsLevel(text []byte) bool {
	d := &decoder{}
	return kindOfFile(d.parse(text)) == aLevel
}

// Outside finds what a level or a model of a pack names that is not in the pack: support models that are files elsewhere.
// name is the path of the file in the pack, its parts divided by slashes; problems name the file as shown.
func Outside(name, shown string, text []byte) Problems {
	d := &decoder{file: shown}
	d.outside("", d.parse(text), path.Dir(name))
	if d.broken {
		return nil // Check tells
	}
	return d.problems.sorted()
}

// namesModel are the keys that name support models.
var namesModel = []string{"model", "models", "hand_back"}

// outside looks for the names of models in what stands at a place, and is found from the folder dir.
func (d *decoder) outside(at string, table map[string]any, dir string) {
	for _, key := range sortedKeys(table) {
		here := join(at, key)
		switch v := table[key].(type) {
		case map[string]any:
			d.outside(here, v, dir)
		case []map[string]any:
			for i := range v {
				d.outside(index(here, i), v[i], dir)
			}
		case []any:
			for i := range v {
				switch v := v[i].(type) {
				case map[string]any:
					d.outside(index(here, i), v, dir)
				case string:
					d.inside(index(here, i), key, v, dir)
				}
			}
		case string:
			d.inside(here, key, v, dir)
		}
	}
}

// inside notes where the model that a key names is no file of the pack.
func (d *decoder) inside(at, key, name, dir string) {
	if !slices.Contains(namesModel, key) || !strings.HasSuffix(name, ".toml") && !strings.ContainsAny(name, `/\`) {
		return
	}
	if strings.Contains(name, `\`) || path.IsAbs(name) || !filepath.IsLocal(filepath.FromSlash(path.Join(dir, name))) {
		d.problem(at, "%s names %s, which is not in the pack: put the model into its folder models, and name it as models/NAME.toml", key, shown(name))
	}
}

package levels

import (
	"path"
	"path/filepath"
	"strings"
	"testing"
)

func TestParsePack(t *testing.T) {
	right := "name = \"shop\"\ntitle = \"The shop\"\nabout = \"What shops are like.\"\n"
	if p, err := ParsePack("pack.toml", []byte(right)); err != nil || p != (PackInfo{"shop", "The shop", "", "What shops are like."}) {
		t.Errorf("%+v, %v", p, err)
	}
	for says, text := range map[string]string{
		"pack.toml:1:1: name is missing": "title = \"x\"\nabout = \"x\"\n",
		"pack.toml:1:1: name must be":    strings.Replace(right, "shop", "../shop", 1),
		"pack.toml:4:1: levels is not":   right + "levels = 3\n",
		"U+001B":                         strings.Replace(right, "The shop", `\u001b[31m`, 1),
		"pack.toml:1:":                   "= 3\n",
	} {
		if _, err := ParsePack("pack.toml", []byte(text)); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: %v, want %s", text, err, says)
		}
	}
}

// TestOutside finds models that are not in the pack, wherever they are named.
func TestOutside(t *testing.T) {
	for text, want := range map[string]int{
		`model = "ops-run-it"`:                                  0,
		`model = "models/ours.toml"`:                            0,
		`model = "./models/../models/ours.toml"`:                0,
		`model = "/etc/passwd"`:                                 1,
		`model = "../ours.toml"`:                                1,
		`model = 'C:\ours.toml'`:                                1,
		"[[application]]\nmodel = \"a/../../x.toml\"":           1,
		`models = ["you-run-it", "../x.toml", "/y.toml"]`:       2,
		"[defaults]\nmodel = \"../x.toml\"":                     1,
		"[error_budget]\nhand_back = \"../../you.toml\"":        1,
		`application = [{ model = "../x.toml" }]`:               1,
		`title = "../x.toml"`:                                   0,
		"[[variant]]\n[variant.error_budget]\nhand_back=\"..\"": 0, // a name, and none that is known: check says so
	} {
		if got := Outside("level.toml", "pack/level.toml", []byte(text)); len(got) != want {
			t.Errorf("%s: %v, want %d", text, got, want)
		}
	}
	if got := Outside("models/ours.toml", "f", []byte(`hand_back = "../models/you.toml"`)); len(got) != 0 {
		t.Errorf("from a folder: %v", got)
	}
	if got := Outside("models/ours.toml", "f", []byte(`hand_back = "../../you.toml"`)); len(got) != 1 {
		t.Errorf("out of a folder: %v", got)
	}
}

func FuzzPack(f *testing.F) {
	f.Add([]byte("name = \"shop\"\ntitle = \"The shop\"\nabout = \"x\"\nmodel = \"a/b.toml\"\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		if p, err := ParsePack("pack.toml", text); err == nil && !isSlug(p.Name) {
			t.Errorf("%q is the name of a pack", p.Name)
		}
		if found := Outside("level.toml", "level.toml", text); len(found) > 0 {
			return
		}
		root := (&decoder{}).parse(text)
		if name, ok := root["model"].(string); ok && strings.HasSuffix(name, ".toml") && !filepath.IsLocal(path.Join(".", name)) {
			t.Errorf("%q is in the pack", name)
		}
	})
}

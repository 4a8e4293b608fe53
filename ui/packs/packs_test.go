package packs

import (
	"archive/zip"
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/adrg/xdg"

	"callout/levels"
)

// data gives the test a data directory of its own, and returns it.
func data(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	t.Setenv("XDG_DATA_HOME", folder)
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	return folder
}

// level is a level of that name under a support model.
func level(t *testing.T, name, model string) string {
	t.Helper()
	d := levels.Draft{Name: name, Title: "A level", Lesson: "A lesson.", Teaches: "clues", Teams: 2, People: 2, Days: 2, Model: "ops-run-it"}
	text, err := d.Write()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Replace(string(text), `model = "ops-run-it"`, `model = "`+model+`"`, 1)
}

// model is a support model.
func model(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../levels/models/ops-run-it.toml")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Replace(string(text), `name = "ops-run-it"`, `name = "ours"`, 1)
}

const manifest = "name = \"shop\"\ntitle = \"The shop\"\nabout = \"What shops are like.\"\n"

// part is one file of an archive that a test makes.
type part struct {
	name, text string
	mode       fs.FileMode
}

func archiveOf(t *testing.T, parts ...part) string {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		h := &zip.FileHeader{Name: p.name, Method: zip.Deflate}
		if p.mode != 0 {
			h.SetMode(p.mode)
		}
		w, err := z.CreateHeader(h)
		if err == nil && !p.mode.IsDir() {
			_, err = w.Write([]byte(p.text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "pack.zip")
	if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// folderWith writes files into a new folder.
func folderWith(t *testing.T, files map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, text := range files {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// everything lists all files and folders below one.
func everything(t *testing.T, folder string) []string {
	t.Helper()
	var list []string
	err := filepath.WalkDir(folder, func(path string, _ fs.DirEntry, err error) error {
		list = append(list, path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// TestPackGoesRound makes an archive of a folder, installs it, finds its levels with a model of their own, and removes it.
func TestPackGoesRound(t *testing.T) {
	data(t)
	folder := folderWith(t, map[string]string{
		"pack.toml": manifest, "tuesday.toml": level(t, "tuesday", "ops-run-it"), "friday.toml": level(t, "friday", "models/ours.toml"),
		"models/ours.toml": model(t), "README.md": "Hello.", ".git/config": "x", ".DS_Store": "\x00",
	})
	out := filepath.Join(t.TempDir(), "shop.zip")
	if info, err := Make(folder, out); err != nil || info.Title != "The shop" {
		t.Fatalf("%+v, %v", info, err)
	}
	if _, err := Make(folder, out); err == nil || !strings.Contains(err.Error(), "left alone") {
		t.Errorf("over a file: %v", err)
	}
	for _, source := range []string{out, folder} {
		p, err := Add(source)
		if err != nil {
			t.Fatal(err)
		}
		if len(p.Levels) != 2 || p.Levels[0].Name != "shop/friday" || p.About != "What shops are like." || p.Problem != "" {
			t.Errorf("%+v", p)
		}
		if _, err := Add(source); err == nil || !strings.Contains(err.Error(), "already") {
			t.Errorf("a second time: %v", err)
		}
		if list := List(); len(list) != 1 || Count() != 1 {
			t.Errorf("the packs are %+v", list)
		}
		l, err := levels.Load(Path("shop/friday"))
		if err != nil || l.Name != "friday" {
			t.Errorf("%v, %+v", err, l)
		}
		if s, ok := Source("Shop/friday"); s != "shop/friday" || !ok {
			t.Errorf("it comes from %q", s)
		}
		if file, err := Find("shop/friday"); err != nil || file != Path("shop/friday") {
			t.Errorf("found in %q, %v", file, err)
		}
		for _, other := range []string{"shop/monday", "shop/../shop/friday", "shop", "none/friday", "/etc/passwd", "shop/pack.toml"} {
			if Is(other) {
				t.Errorf("%s is taken for a level of a pack", other)
			}
		}
		if err := Remove("shop"); err != nil {
			t.Fatal(err)
		}
		if _, err := Find("shop/friday"); err == nil || !strings.Contains(err.Error(), "callout pack add") {
			t.Errorf("a level of a pack that is gone: %v", err)
		}
		if left, _ := os.ReadDir(Folder()); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
	}
	for _, name := range []string{"shop", "..", "", "../games"} {
		if err := Remove(name); err == nil {
			t.Errorf("%q was removed", name)
		}
	}
}

// TestFilesComeFirst plays a file of the working folder that is called as a level of a pack.
func TestFilesComeFirst(t *testing.T) {
	data(t)
	if _, err := Add(folderWith(t, map[string]string{"pack.toml": manifest, "tuesday.toml": level(t, "tuesday", "ops-run-it")})); err != nil {
		t.Fatal(err)
	}
	t.Chdir(folderWith(t, map[string]string{"shop/tuesday": "a file"}))
	if Is("shop/tuesday") {
		t.Error("the pack hides a file")
	}
}

// TestHostilePacks adds what somebody else made: each is refused with a sentence, and nothing is left of it anywhere.
func TestHostilePacks(t *testing.T) {
	pack, tuesday := part{name: "pack.toml", text: manifest}, part{name: "tuesday.toml", text: level(t, "tuesday", "ops-run-it")}
	under := func(model string) part { return part{name: "tuesday.toml", text: level(t, "tuesday", model)} }
	many := []part{pack}
	for i := range 501 {
		many = append(many, part{name: strings.Repeat("n", i/26+1) + string(rune('a'+i%26)) + ".md"})
	}
	for _, c := range []struct {
		name  string
		parts []part
		want  string
	}{
		{"empty", nil, "no pack.toml"},
		{"no manifest", []part{tuesday}, "no pack.toml"},
		{"no level", []part{pack}, "no level in it"},
		{"path upwards", []part{pack, tuesday, {name: "../evil.toml", text: "x"}}, "leads out"},
		{"path upwards within", []part{pack, tuesday, {name: "models/../../evil.toml", text: "x"}}, "leads out"},
		{"absolute", []part{pack, tuesday, {name: "/tmp/evil.toml"}}, "leads out"},
		{"drive", []part{pack, tuesday, {name: "C:evil.toml"}}, "read otherwise"},
		{"backslash", []part{pack, tuesday, {name: `..\evil.toml`}}, "read otherwise"},
		{"link", []part{pack, tuesday, {name: "evil.toml", text: "/etc/passwd", mode: fs.ModeSymlink | 0o777}}, "not an ordinary file"},
		{"hidden link", []part{pack, tuesday, {name: ".evil", text: "/etc/passwd", mode: fs.ModeSymlink | 0o777}}, "not an ordinary file"},
		{"device", []part{pack, tuesday, {name: "evil.toml", mode: fs.ModeDevice | 0o600}}, "not an ordinary file"},
		{"twice", []part{pack, tuesday, tuesday}, "twice"},
		{"twice but for capitals", []part{pack, tuesday, {name: "Tuesday.toml", text: tuesday.text}}, "twice"},
		{"huge name", []part{pack, tuesday, {name: strings.Repeat("a", 300) + ".md"}}, "a name of 303 bytes"},
		{"escape in a name", []part{pack, tuesday, {name: "\x1b[2J.md"}}, "cannot be seen"},
		{"name without letters", []part{pack, tuesday, {name: "\xff\xfe.md"}}, "no UTF-8"},
		{"archive within", []part{pack, tuesday, {name: "more.zip", text: "PK\x03\x04"}}, "another archive"},
		{"archive in disguise", []part{pack, tuesday, {name: "more.md", text: "PK\x03\x04"}}, "another archive"},
		{"program", []part{pack, tuesday, {name: "run.sh", text: "rm"}}, "neither a level"},
		{"too deep", []part{pack, tuesday, {name: "a/b/c.toml", text: "x"}}, "too deep"},
		{"other letters", []part{pack, tuesday, {name: "read.md", text: "K\xe4se"}}, "no UTF-8"},
		{"bomb", []part{pack, tuesday, {name: "a.md", text: strings.Repeat("0", 20<<20)}}, "unpacks to more"},
		{"a long file", []part{pack, tuesday, {name: "a.md", text: strings.Repeat("0", 2<<20)}}, "unpacks to more"},
		{"many files", many, "more than the 500"},
		{"file and folder", []part{pack, tuesday, {name: "models", text: "x"}, {name: "models/x.toml", text: model(t)}}, "neither a level"},
		{"model elsewhere", []part{pack, under("/etc/passwd")}, "pack.zip/tuesday.toml:15:1: model names \"/etc/passwd\", which is not in the pack"},
		{"model above", []part{pack, under("../../secret.toml")}, "not in the pack"},
		{"model that is not there", []part{pack, under("models/none.toml")}, "pack.zip/models/none.toml"},
		{"mistakes", []part{pack, {name: "tuesday.toml", text: strings.Replace(tuesday.text, "days = ", "dayz = ", 1)}}, "did you mean days"},
		{"mistakes in the manifest", []part{{name: "pack.toml", text: "name = \"two words\"\n"}, tuesday}, "pack.toml:1:1: "},
		{"another name", []part{pack, {name: "other.toml", text: tuesday.text}}, "other.toml:1:1: the level in it is called tuesday"},
		{"level in a folder", []part{pack, tuesday, {name: "models/friday.toml", text: level(t, "friday", "ops-run-it")}}, "put it beside pack.toml"},
	} {
		t.Run(c.name, func(t *testing.T) {
			all := data(t)
			if err := os.MkdirAll(Folder(), 0o700); err != nil {
				t.Fatal(err)
			}
			file := archiveOf(t, c.parts...)
			beside := everything(t, filepath.Dir(file))
			before := everything(t, all)
			_, err := Add(file)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("it says %v, want %q", err, c.want)
			}
			if !strings.Contains(err.Error(), "pack.zip") {
				t.Errorf("it does not say which pack: %v", err)
			}
			if strings.ContainsAny(err.Error(), "\x1b\u202e") || strings.Contains(err.Error(), desk) {
				t.Errorf("it says %q", err)
			}
			if after := everything(t, all); !slices.Equal(before, after) {
				t.Errorf("something is left: %v", after)
			}
			if after := everything(t, filepath.Dir(file)); !slices.Equal(beside, after) {
				t.Errorf("something was written beside it: %v", after)
			}
		})
	}
}

// TestCutPacks adds an archive that was cut short anywhere: never half a pack.
func TestCutPacks(t *testing.T) {
	data(t)
	whole, err := os.ReadFile(archiveOf(t, part{name: "shop/pack.toml", text: manifest}, part{name: "shop/tuesday.toml", text: level(t, "tuesday", "ops-run-it")}))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "cut.zip")
	for n := 0; n < len(whole); n += 13 {
		if err := os.WriteFile(file, whole[:n], 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Add(file); err == nil || Count() > 0 {
			t.Fatalf("%d of %d bytes: %v, %d packs", n, len(whole), err, Count())
		}
	}
	if err := os.WriteFile(file, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	if p, err := Add(file); err != nil || p.Name != "shop" {
		t.Errorf("the whole: %+v, %v", p, err)
	}
}

// TestLinksInFolders refuses a folder with links, whatever they lead to.
func TestLinksInFolders(t *testing.T) {
	data(t)
	for _, to := range []string{"/etc/passwd", "pack.toml", "/", "nowhere"} {
		folder := folderWith(t, map[string]string{"pack.toml": manifest, "tuesday.toml": level(t, "tuesday", "ops-run-it")})
		if err := os.Symlink(to, filepath.Join(folder, "friday.toml")); err != nil {
			t.Skip(err)
		}
		if _, err := Add(folder); err == nil || !strings.Contains(err.Error(), "a link or a device") {
			t.Errorf("a link to %s: %v", to, err)
		}
	}
}

// TestSpoiltPacks lists a pack that somebody changed after it was installed.
func TestSpoiltPacks(t *testing.T) {
	data(t)
	if _, err := Add(folderWith(t, map[string]string{"pack.toml": manifest, "tuesday.toml": level(t, "tuesday", "ops-run-it"), "friday.toml": level(t, "friday", "ops-run-it")})); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(Folder(), "shop", "tuesday.toml"), []byte("name = 3\ntitle = 4\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	list := List()
	if len(list) != 1 || len(list[0].Levels) != 1 || !strings.Contains(list[0].Problem, "tuesday.toml:1:") {
		t.Errorf("%+v", list)
	}
}

// TestMistakesAreProblems keeps the places of mistakes for programs.
func TestMistakesAreProblems(t *testing.T) {
	data(t)
	_, err := Add(archiveOf(t, part{name: "pack.toml", text: manifest}, part{name: "tuesday.toml", text: "name = \"tuesday\"\nfoo = 1\n"}))
	var found levels.Problems
	if !errors.As(err, &found) || len(found) < 3 {
		t.Fatalf("%v", err)
	}
	for _, p := range found {
		if p.Line < 1 || p.Column < 1 || !strings.HasSuffix(p.File, "pack.zip/tuesday.toml") {
			t.Errorf("%+v", p)
		}
	}
}

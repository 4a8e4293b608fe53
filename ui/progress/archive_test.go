package progress

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"callout/ui/saves"
)

// elsewhere is the data directory of another machine.
func elsewhere(t *testing.T) Store {
	t.Helper()
	return data(t)
}

// files are all files below a folder with what they hold.
func files(t *testing.T, folder string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		name, _ := filepath.Rel(folder, path)
		all[name] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// exported plays two games, one of them to its end, answers, skips, and exports all that.
func exported(t *testing.T) (file string, was Progress) {
	t.Helper()
	s := data(t)
	play(t, 1, true)
	play(t, 2, false)
	if _, _, err := s.Leave("own-pager", true); err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Answer(Before, map[string]string{"night": "team"}); err != nil {
		t.Fatal(err)
	}
	was, _, _, err := s.CatchUp(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	file = filepath.Join(t.TempDir(), "mine.zip")
	if games, left, err := s.Export(file); err != nil || games != 2 || len(left) != 0 {
		t.Fatalf("exported %d games, left out %v, %v", games, left, err)
	}
	return file, was
}

func TestProgressMovesToAnotherMachine(t *testing.T) {
	file, was := exported(t)
	games := files(t, saves.Folder())
	s := elsewhere(t)
	done, notice, err := s.Import(file)
	if err != nil || notice != "" || done != (Imported{Saves: 2, Games: 1}) {
		t.Fatalf("imported %+v, %q, %v", done, notice, err)
	}
	if p := read(t, s); !reflect.DeepEqual(p, was) {
		t.Errorf("the progress is\n%+v\nand was\n%+v", p, was)
	}
	if got := files(t, saves.Folder()); !reflect.DeepEqual(got, games) {
		t.Error("the saved games are others")
	}
	before := files(t, s.folder)
	if done, _, err := s.Import(file); err != nil || done != (Imported{Known: 2}) {
		t.Errorf("the second time it imported %+v, %v", done, err)
	}
	if after := files(t, s.folder); !reflect.DeepEqual(after, before) {
		t.Errorf("the second time it changed something: %v", after)
	}
	if newest, err := saves.Newest(); err != nil || !strings.HasPrefix(filepath.Base(newest), "tutorial-") {
		t.Errorf("the game to go on with is %s, %v", newest, err)
	}
}

// Both machines have something: nothing of either is lost, and no file is overwritten.
func TestImportMerges(t *testing.T) {
	file, was := exported(t)
	s := elsewhere(t)
	mine := play(t, 7, true)
	taken := filepath.Join(saves.Folder(), was.Games[0].Save)
	text, err := os.ReadFile(mine.Path())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(taken, text, 0o600); err != nil { // another game has the name of an imported one
		t.Fatal(err)
	}
	if _, _, _, err := s.CatchUp(context.Background()); err != nil {
		t.Fatal(err)
	}
	done, _, err := s.Import(file)
	if err != nil || done != (Imported{Saves: 2, Renamed: 1, Games: 1}) {
		t.Fatalf("imported %+v, %v", done, err)
	}
	if kept, err := os.ReadFile(taken); err != nil || !bytes.Equal(kept, text) {
		t.Error("a saved game was overwritten")
	}
	p := read(t, s)
	if len(p.Games) != 2 || !p.Skipped("own-pager") || !p.Asked(Before) {
		t.Errorf("the progress is %+v", p)
	}
	for _, g := range p.Games {
		again, err := replayed(filepath.Join(saves.Folder(), g.Save))
		if err != nil || again.ID != g.ID {
			t.Errorf("the save of %s is %q, which is %s, %v", g.ID, g.Save, again.ID, err)
		}
	}
}

func TestExportLeavesFilesAlone(t *testing.T) {
	s := data(t)
	file := filepath.Join(t.TempDir(), "there")
	if err := os.WriteFile(file, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Export(file); err == nil || !strings.Contains(err.Error(), "left alone") {
		t.Errorf("exporting over a file: %v", err)
	}
	if kept, _ := os.ReadFile(file); string(kept) != "mine" {
		t.Error("the file was overwritten")
	}
}

// part is one file of an archive that a test makes.
type part struct {
	name string
	text string
	mode fs.FileMode
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
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(p.text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "archive.zip")
	if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// TestHostileArchives imports what somebody else made: each is refused with a sentence, and nothing is kept of it.
func TestHostileArchives(t *testing.T) {
	data(t)
	game := play(t, 1, true)
	save, err := os.ReadFile(game.Path())
	if err != nil {
		t.Fatal(err)
	}
	good := part{name: "progress.json", text: `{"callout_progress":1}`}
	whole := string(save)
	for _, c := range []struct {
		name  string
		parts []part
		want  string
	}{
		{"empty", nil, "holds no progress.json"},
		{"no progress", []part{{name: "games/a.jsonl", text: whole}}, "holds no progress.json"},
		{"path upwards", []part{good, {name: "games/../../evil.jsonl", text: whole}}, "leads out"},
		{"path upwards at once", []part{good, {name: "../evil.jsonl", text: whole}}, "leads out"},
		{"absolute", []part{good, {name: "/tmp/evil.jsonl", text: whole}}, "leads out"},
		{"backslashes", []part{good, {name: `games\..\..\evil.jsonl`, text: whole}}, "some systems read otherwise"},
		{"a drive", []part{good, {name: "games/C:evil.jsonl", text: whole}}, "some systems read otherwise"},
		{"a folder below", []part{good, {name: "games/sub/a.jsonl", text: whole}}, "neither"},
		{"a folder", []part{good, {name: "games/", mode: fs.ModeDir | 0o755}}, "not an ordinary file"},
		{"hidden", []part{good, {name: "games/.a.jsonl", text: whole}}, "neither"},
		{"another kind", []part{good, {name: "games/a.sh", text: "rm"}}, "neither"},
		{"escape sequence", []part{good, {name: "games/\x1b[2J.jsonl", text: whole}}, `\x1b`},
		{"right to left", []part{good, {name: "games/\u202elnosj.jsonl", text: whole}}, `\u202e`},
		{"twice", []part{good, {name: "games/a.jsonl", text: whole}, {name: "games/a.jsonl", text: whole}}, "twice"},
		{"twice, but for capitals", []part{good, {name: "games/a.jsonl", text: whole}, {name: "games/A.jsonl", text: whole}}, "twice"},
		{"progress twice", []part{good, good}, "twice"},
		{"symbolic link", []part{good, {name: "games/a.jsonl", text: "/etc/passwd", mode: fs.ModeSymlink | 0o777}}, "not an ordinary file"},
		{"device", []part{good, {name: "games/a.jsonl", mode: fs.ModeDevice | 0o600}}, "not an ordinary file"},
		{"no game", []part{good, {name: "games/a.jsonl", text: "hello\n"}}, `"games/a.jsonl"`},
		{"edited game", []part{good, {name: "games/a.jsonl", text: strings.Replace(whole, `"over":true`, `"over":false`, 1)}}, "damaged"},
		{"foreign progress", []part{{name: "progress.json", text: "{}"}}, "does not hold the progress"},
		{"newer progress", []part{{name: "progress.json", text: `{"callout_progress":2}`}}, "newer"},
		{"bomb", []part{good, {name: "games/a.jsonl", text: strings.Repeat("0", 24<<20)}}, "unpacks to more"},
		{"many small bombs", append([]part{good}, bombs(8)...), "unpacks to more"},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := archiveOf(t, c.parts...)
			s := elsewhere(t)
			if err := os.MkdirAll(saves.Folder(), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(saves.Folder(), "a.jsonl"), save, 0o600); err != nil {
				t.Fatal(err)
			}
			before := files(t, filepath.Dir(s.folder))
			_, _, err := s.Import(file)
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), file) {
				t.Errorf("it says %v, want %q", err, c.want)
			}
			if strings.ContainsAny(err.Error(), "\x1b\n\u202e") {
				t.Errorf("what it says could upset a terminal: %q", err)
			}
			if after := files(t, filepath.Dir(s.folder)); !reflect.DeepEqual(after, before) {
				t.Error("something of it was kept")
			}
		})
	}
}

// bombs are files of zeros, each small enough for a saved game.
func bombs(n int) []part {
	var list []part
	for i := range n {
		list = append(list, part{name: "games/" + strings.Repeat("b", i+1) + ".jsonl", text: strings.Repeat("0", 4<<20)})
	}
	return list
}

// A byte that was changed on the way is found, or is one that does not matter.
func TestChangedArchive(t *testing.T) {
	file, was := exported(t)
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	refused := 0
	for at := 0; at < len(text); at += 97 {
		s := elsewhere(t)
		wrong := bytes.Clone(text)
		wrong[at] ^= 0xff
		if err := os.WriteFile(file, wrong, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, _, err := s.Import(file); err != nil {
			refused++
		} else if p := read(t, s); !reflect.DeepEqual(p, was) {
			t.Errorf("with byte %d changed it brings %+v", at, p)
		}
	}
	if refused < 10 {
		t.Errorf("only %d changes were found", refused)
	}
}

// What was cut off on the way is found.
func TestDamagedArchive(t *testing.T) {
	file, _ := exported(t)
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s := elsewhere(t)
	for _, cut := range []int{0, 1, len(text) / 2, len(text) - 1} {
		if err := os.WriteFile(file, text[:cut], 0o600); err != nil {
			t.Fatal(err)
		}
		if _, _, err := s.Import(file); !errors.Is(err, ErrArchive) {
			t.Errorf("the first %d bytes: %v", cut, err)
		}
	}
	for _, path := range []string{t.TempDir(), filepath.Join(t.TempDir(), "nothing")} {
		if _, _, err := s.Import(path); err == nil || !strings.Contains(err.Error(), path) {
			t.Errorf("importing %s: %v", path, err)
		}
	}
	if got := files(t, filepath.Dir(s.folder)); len(got) != 0 {
		t.Errorf("something was kept: %v", got)
	}
}

// An export that is made again later brings what is new, and nothing a second time.
func TestNewestExportWins(t *testing.T) {
	file, was := exported(t)
	s := elsewhere(t)
	if _, _, err := s.Import(file); err != nil {
		t.Fatal(err)
	}
	if err := s.KeepMedal(was.Games[0].ID, Gold); err != nil {
		t.Fatal(err)
	}
	if err := s.KeepMedal(was.Games[0].ID, Bronze); err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Import(file); err != nil {
		t.Fatal(err)
	}
	if p := read(t, s); p.Games[0].Medal != Gold || len(p.Games) != 1 || len(p.Rounds) != 1 {
		t.Errorf("the progress is %+v", p)
	}
}

package levels

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// wanted reads what a file says about its own mistakes: on their line, after #!, the column and the beginning of the
// message. Several may stand on one line.
func wanted(t *testing.T, path string) []string {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for i, line := range strings.Split(string(src), "\n") {
		for _, mark := range strings.Split(line, "#! ")[1:] {
			column, what, _ := strings.Cut(strings.TrimSpace(mark), " ")
			list = append(list, fmt.Sprintf("%d:%s: %s", i+1, column, what))
		}
	}
	return list
}

// TestCheckFindsEveryMistake holds the files in testdata/wrong to their own comments: no mistake is missed, none is
// invented, and each is told at its line and column.
func TestCheckFindsEveryMistake(t *testing.T) {
	files, err := filepath.Glob("testdata/wrong/*.toml")
	if err != nil || len(files) == 0 {
		t.Fatal("no files in testdata/wrong")
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			want := wanted(t, file)
			for _, p := range Check(file) {
				if p.File != file {
					t.Errorf("a problem names the file %s", p.File)
				}
				got := fmt.Sprintf("%d:%d: %s", p.Line, p.Column, p.What)
				i := slices.IndexFunc(want, func(w string) bool { return strings.HasPrefix(got, w) })
				if i < 0 {
					t.Errorf("unexpected: %s", got)
					continue
				}
				want = slices.Delete(want, i, i+1)
			}
			for _, w := range want {
				t.Errorf("not found:  %s", w)
			}
		})
	}
}

func TestCheckAcceptsWhatIsRight(t *testing.T) {
	right, _ := filepath.Glob("testdata/right/*.toml")
	own, _ := filepath.Glob("*.toml")
	models, _ := filepath.Glob("models/*.toml")
	for _, file := range slices.Concat(right, own, models) {
		if file == "profiles.toml" {
			continue // not a format of its own
		}
		if ps := Check(file); len(ps) > 0 {
			t.Errorf("%s", ps.Error())
		}
	}
	if len(right) < 3 || len(models) == 0 {
		t.Error("the files to accept are missing")
	}
}

// TestLoadAgreesWithCheck: what check accepts can be played, and what it refuses cannot, with the same words.
func TestLoadAgreesWithCheck(t *testing.T) {
	files, _ := filepath.Glob("testdata/*/*.toml")
	for _, file := range files {
		if strings.Contains(file, "model") || strings.Contains(file, "you-run-it") {
			continue // not levels
		}
		l, err := Load(file)
		ps := Check(file)
		if (err == nil) != (len(ps) == 0) || (l == nil) != (err != nil) || err != nil && err.Error() != ps.Error() {
			t.Errorf("%s: Load says %v, Check says %v", file, err, ps)
		}
	}
}

func TestProblemsPrintAsFileLineColumn(t *testing.T) {
	form := regexp.MustCompile(`^\S+:[1-9]\d*:[1-9]\d*: \S.+$`)
	files, _ := filepath.Glob("testdata/wrong/*.toml")
	for _, file := range append(files, "no-such.toml", "testdata") {
		for _, line := range strings.Split(Check(file).Error(), "\n") {
			if !form.MatchString(line) {
				t.Errorf("%q is not FILE:LINE:COLUMN: what", line)
			}
		}
	}
}

func TestUnknownNamesAreSuggestedTheNearest(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"ten-teems", "did you mean ten-teams?"},
		{"onetema", "did you mean one-team?"},
		{"zzz", "use one of endless, "},
	} {
		_, err := Load(c.name)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("Load(%q): %v, want %s", c.name, err, c.want)
		}
	}
	if _, err := LoadWithModel("one-team", "ops-rum-it"); err == nil || !strings.Contains(err.Error(), "did you mean ops-run-it?") {
		t.Errorf("unknown model: %v", err)
	}
}

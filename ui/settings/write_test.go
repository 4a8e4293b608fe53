package settings

import (
	"reflect"
	"testing"
)

// TestSampleChangesNothing holds that the file that is written for a player to change is right, and says what is so anyway.
func TestSampleChangesNothing(t *testing.T) {
	s, problems := read(write(t, Sample()))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if want := Default(); s.Language != want.Language || s.Theme != want.Theme || s.Predictions != want.Predictions || len(s.Keys) != 0 {
		t.Errorf("the sample sets %+v", s)
	}
}

func TestChanged(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"its line", "a = 1\nlanguage = \"en\"\n[keys]\n", "a = 1\nlanguage = \"de\"\n[keys]\n"},
		{"the remark that shows it", "# hello\n#language = \"en\"\n[keys]\n", "# hello\nlanguage = \"de\"\n[keys]\n"},
		{"a new line before the tables", "a = 1\n[keys]\nlanguage = 3", "a = 1\nlanguage = \"de\"\n[keys]\nlanguage = 3"},
		{"an empty file", "", "\nlanguage = \"de\""},
	} {
		if got := changed(c.src, "language", `"de"`); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestChangeIsRead holds that each setting that is written is read back, whatever the file held before.
func TestChangeIsRead(t *testing.T) {
	want := Settings{Language: "de", ReducedMotion: true, Theme: "light"}
	src := Sample()
	for _, c := range [][2]string{{"language", `"de"`}, {"reduced_motion", "true"}, {"theme", `"light"`}, {"predictions", "false"}} {
		src = changed(src, c[0], c[1])
	}
	got, problems := read(write(t, src))
	got.Keys = nil
	if len(problems) > 0 || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v", got, problems)
	}
}

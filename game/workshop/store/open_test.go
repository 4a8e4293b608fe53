package store

import (
	"path/filepath"
	"strings"
	"testing"

	"callout/game/workshop/store/storetest"
)

func TestOpenByPathAndURL(t *testing.T) {
	path := filepath.ToSlash(filepath.Join(t.TempDir(), "with space", "w.db"))
	for i, at := range []string{path, "sqlite://" + path, "sqlite://" + strings.ReplaceAll(path, " ", "%20")} {
		s, err := Open(t.Context(), at)
		if err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			err = s.Create(t.Context(), storetest.Workshop(1))
		}
		if list, read := s.Workshops(t.Context()); err != nil || read != nil || len(list) != 1 {
			t.Errorf("%s holds %v, %v, %v", at, list, err, read)
		}
		s.Close()
	}
}

func TestOpenSaysWhatWouldBeRight(t *testing.T) {
	for at, want := range map[string]string{
		"mysql://localhost/x":   "sqlite://PATH",
		"sqlite://":             "sqlite:///var/lib",
		"sqlite:///a%zz":        "sqlite:///var/lib",
		"sqlite:///a?mode=ro":   "sqlite:///var/lib",
		"redis://u:geheim@host": "sqlite://PATH",
	} {
		if _, err := Open(t.Context(), at); err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "geheim") {
			t.Errorf("%s: %v; want %q in it, and no password", at, err, want)
		}
	}
}

package store

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"callout/game/workshop"
	"callout/game/workshop/store/storetest"
)

// TestSQLiteOpensEveryFormat opens a file of each format there has been, with 20 entries and a name in it, and goes on with it.
func TestSQLiteOpensEveryFormat(t *testing.T) {
	files, err := filepath.Glob("testdata/sqlite-*.db")
	if err != nil || len(files) != sqliteFormats {
		t.Fatalf("there are files %v, %v, want one of each of %d formats", files, err, sqliteFormats)
	}
	for _, file := range files {
		old, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "w.db")
		if err := os.WriteFile(path, old, 0o600); err != nil {
			t.Fatal(err)
		}
		s := reopen(t, path)
		w := storetest.Workshop(1)
		list, err := storetest.All(t.Context(), s, w.ID, 0)
		if err != nil || len(list) != 20 || list[19].Kind != workshop.Gave {
			t.Errorf("%s: it holds %d entries, %v", file, len(list), err)
		}
		if names, err := s.Names(t.Context(), w.ID); err != nil || len(names) != 1 || names[0].Who != "s1" {
			t.Errorf("%s: it holds names %v, %v", file, names, err)
		}
		if kept, err := s.Workshops(t.Context()); err != nil || len(kept) != 1 || kept[0] != w {
			t.Errorf("%s: it holds %v, %v", file, kept, err)
		}
		epoch, err := s.Lease(t.Context(), w.ID, "me", time.Minute)
		if err != nil || epoch <= list[19].Epoch {
			t.Errorf("%s: epoch %d, %v", file, epoch, err)
		}
		if err := s.Append(t.Context(), w.ID, epoch, storetest.Entries(epoch, 21, 1), nil); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
}

package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"callout/game/workshop"
	"callout/game/workshop/store/storetest"
)

// lay opens a store in a folder of the test's own.
func lay(t *testing.T) *lite {
	t.Helper()
	return reopen(t, filepath.Join(t.TempDir(), "a folder", "50% of #1?.db"))
}

func reopen(t *testing.T, path string) *lite {
	t.Helper()
	s, err := openSQLite(t.Context(), path, durable)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestSQLite(t *testing.T) {
	open := func(t *testing.T) workshop.Store { return lay(t) }
	storetest.Run(t, func(t *testing.T) workshop.Store {
		t.Parallel()
		return open(t)
	})
	storetest.Erase(t, open, func(t *testing.T, s workshop.Store, words ...string) map[string]string {
		return traces(t, filepath.Dir(s.(*lite).path), words)
	})
}

// traces finds words in all files of a folder and below it, as storetest wants them. Files may go away meanwhile.
func traces(t *testing.T, folder string, words []string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		var all []byte
		if err == nil && d.Type().IsRegular() {
			all, err = os.ReadFile(path)
		}
		if errors.Is(err, os.ErrNotExist) {
			return nil
		}
		for _, word := range words {
			for b := all; ; {
				_, after, ok := bytes.Cut(b, []byte(word))
				if !ok {
					break
				}
				b = bytes.TrimLeft(after, "0123456789")
				found[word+string(after[:len(after)-len(b)])] = path
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestSQLiteIsForOneProcess(t *testing.T) {
	s := lay(t)
	if _, err := Open(t.Context(), s.path); err == nil || !strings.Contains(err.Error(), "another Callout has them open") {
		t.Errorf("opened twice: %v", err)
	}
	s.Close()
	reopen(t, s.path)
}

func TestSQLiteFilesAreTheOwners(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.db")
	if err := os.WriteFile(path, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	s := reopen(t, path)
	if err := s.Create(t.Context(), storetest.Workshop(1)); err != nil {
		t.Fatal(err)
	}
	files, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if info, err := f.Info(); err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %v, %v", f.Name(), info.Mode(), err)
		}
	}
	if len(files) < 3 {
		t.Errorf("there are only %v", files)
	}
}

// TestSQLiteLastsOverRestarts: what was stored is there, epochs go on, and a server that starts anew has nobody to wait for.
func TestSQLiteLastsOverRestarts(t *testing.T) {
	s := lay(t)
	w := storetest.Workshop(1)
	var epoch, last int64
	for restart := range 4 {
		if restart == 0 {
			if err := s.Create(t.Context(), w); err != nil {
				t.Fatal(err)
			}
		}
		e, err := s.Lease(t.Context(), w.ID, fmt.Sprint("process ", restart), time.Hour)
		if err != nil || e <= epoch {
			t.Fatalf("start %d: epoch %d after %d, %v", restart, e, epoch, err)
		}
		epoch = e
		if err := s.Append(t.Context(), w.ID, epoch, storetest.Entries(epoch, last+1, 5), nil); err != nil {
			t.Fatal(err)
		}
		last += 5
		s.Close()
		s = reopen(t, s.path)
		if list, err := storetest.All(t.Context(), s, w.ID, 0); err != nil || int64(len(list)) != last {
			t.Fatalf("start %d: %d entries, %v, want %d", restart, len(list), err, last)
		}
	}
}

// TestSQLiteLeaseKnowsNoWallClock: a lease is over when its time is, by a clock that only goes forward.
func TestSQLiteLeaseKnowsNoWallClock(t *testing.T) {
	s := lay(t)
	var now time.Duration
	s.clock = func() time.Duration { return now }
	w := storetest.Workshop(1)
	if err := s.Create(t.Context(), w); err != nil {
		t.Fatal(err)
	}
	epoch, err := s.Lease(t.Context(), w.ID, "a", 3*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	now = 3*time.Second - 1
	if _, err := s.Lease(t.Context(), w.ID, "b", time.Second); !errors.Is(err, workshop.ErrHeld) {
		t.Errorf("before its time is over: %v", err)
	}
	if err := s.Append(t.Context(), w.ID, epoch, storetest.Entries(epoch, 1, 1), nil); err != nil {
		t.Errorf("before its time is over: %v", err)
	}
	now++
	if err := s.Append(t.Context(), w.ID, epoch, storetest.Entries(epoch, 2, 1), nil); !errors.Is(err, workshop.ErrFenced) {
		t.Errorf("after its time was over: %v", err)
	}
	if again, err := s.Lease(t.Context(), w.ID, "a", 3*time.Second); err != nil || again <= epoch {
		t.Errorf("taken anew it has epoch %d after %d, %v", again, epoch, err)
	}
}

// TestSQLiteDamageIsNamed changes stored entries behind the store's back, in every column.
func TestSQLiteDamageIsNamed(t *testing.T) {
	for _, change := range []string{
		"UPDATE entries SET epoch = epoch + 1 WHERE seq = 3", "UPDATE entries SET at = at + 1 WHERE seq = 3",
		"UPDATE entries SET seat = seat + 1 WHERE seq = 3", "UPDATE entries SET n = n + 1 WHERE seq = 3",
		"UPDATE entries SET kind = 'undo' WHERE seq = 3", "UPDATE entries SET body = x'00' WHERE seq = 3",
		"UPDATE entries SET body = NULL WHERE seq = 3", "UPDATE entries SET sum = sum + 1 WHERE seq = 3",
		"DELETE FROM entries WHERE seq = 3",
	} {
		s := reopen(t, filepath.Join(t.TempDir(), "w.db"))
		w := storetest.Workshop(1)
		if err := s.Create(t.Context(), w); err != nil {
			t.Fatal(err)
		}
		epoch, err := s.Lease(t.Context(), w.ID, "me", time.Hour)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Append(t.Context(), w.ID, epoch, storetest.Entries(epoch, 1, 5), nil); err != nil {
			t.Fatal(err)
		}
		s.Close()
		behind(t, s.path, change)
		s = reopen(t, s.path)
		list, err := storetest.All(t.Context(), s, w.ID, 0)
		if len(list) != 2 || !errors.Is(err, workshop.ErrDamaged) || !strings.Contains(err.Error(), "entry 3 of workshop "+w.ID) {
			t.Errorf("%s: read %d entries, %v", change, len(list), err)
		}
	}
}

// behind changes a file that no store has open.
func behind(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
}

func TestSQLiteRefusesWhatIsNotItsOwn(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	foreign := filepath.Join(folder, "foreign.db")
	behind(t, foreign, "CREATE TABLE bookmarks (url TEXT)")
	s := reopen(t, filepath.Join(folder, "newer.db"))
	s.Close()
	behind(t, s.path, "PRAGMA user_version = 2")
	for path, want := range map[string]string{
		write("text.db", strings.Repeat("no database at all. ", 100)): "not a SQLite file",
		foreign:                      "not one of Callout",
		s.path:                       "a newer Callout has written them: their format is 2, this one reads up to 1",
		folder:                       "is a directory",
		write("plain", "") + "/w.db": "not a directory",
	} {
		before, _ := os.ReadFile(path)
		_, err := Open(t.Context(), path)
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: %v; want it named, and %q", path, err, want)
		}
		if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
			t.Errorf("%s was changed", path)
		}
	}
}

// TestSQLiteStopsWhileManyWrite: each append is acknowledged and there, or it failed.
func TestSQLiteStopsWhileManyWrite(t *testing.T) {
	s := lay(t)
	ctx := context.WithoutCancel(t.Context())
	const rooms = 8
	acknowledged := make(chan [2]int64, rooms)
	for r := range int64(rooms) {
		w := storetest.Workshop(int(r))
		if err := s.Create(ctx, w); err != nil {
			t.Fatal(err)
		}
		epoch, err := s.Lease(ctx, w.ID, "me", time.Hour)
		if err != nil {
			t.Fatal(err)
		}
		go func() {
			var last int64
			for s.Append(ctx, w.ID, epoch, storetest.Entries(epoch, last+1, 1), nil) == nil {
				last++
			}
			acknowledged <- [2]int64{r, last}
		}()
	}
	time.Sleep(30 * time.Millisecond)
	s.Close()
	again := reopen(t, s.path)
	for range rooms {
		a := <-acknowledged
		list, err := storetest.All(ctx, again, storetest.Workshop(int(a[0])).ID, 0)
		if err != nil || int64(len(list)) != a[1] {
			t.Errorf("room %d has %d entries, %v; acknowledged were %d", a[0], len(list), err, a[1])
		}
	}
}

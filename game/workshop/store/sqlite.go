package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"callout/game/disk"
	"callout/game/workshop"

	_ "modernc.org/sqlite" // one file without cgo; the only one of those measured whose releases can all be had
)

//go:embed schema
var schema embed.FS

// sqliteFormats is how many formats of the file there have been. schema/sqlite-N.sql makes format N from the one before.
const sqliteFormats = 1

// sqliteMark says in the file's head whose it is: "Call" in ASCII.
const sqliteMark = 0x43616c6c

// durable is how a store syncs: every commit before it is acknowledged. Tests show that others lose what they acknowledged.
const durable = "FULL"

// A lite is a store in a SQLite file. One goroutine writes; see writing.
type lite struct {
	path  string
	level string // of SQLite's synchronous
	lock  *os.File
	read  *sql.DB
	gate  sync.RWMutex // held by readers of a page of rows, and alone by who empties the write-ahead log
	jobs  chan *job
	quit  chan struct{} // closed when no job is taken any more
	done  chan struct{} // closed when the writer is gone
	close func() error
	bells bells
	ill   atomic.Bool // the last commit failed; the writer connects anew before the next

	mu     sync.Mutex
	leases map[string]lease
	clock  func() time.Duration // never goes back, and knows nothing of clocks that are set
}

// A lease is who may append to a workshop. It is kept in memory: the file is one process's alone, and a new process has
// none to respect.
type lease struct {
	holder string
	epoch  int64
	until  time.Duration
}

// openSQLite opens a file for this process alone, and makes it where there is none. What it finds in the write-ahead log is
// brought into the file and synced first: nothing is shown that a loss of power could still take.
func openSQLite(ctx context.Context, path, level string) (_ *lite, err error) {
	wrong := func(err error) (*lite, error) {
		return nil, fmt.Errorf("open the workshops in %s: %w", path, sqliteTrouble(err))
	}
	if path, err = filepath.Abs(path); err != nil {
		return wrong(err)
	}
	if err := disk.MakeFolder(filepath.Dir(path)); err != nil {
		return wrong(err)
	}
	started := time.Now()
	s := &lite{path: path, level: level, jobs: make(chan *job, mostJobs), quit: make(chan struct{}), done: make(chan struct{}),
		leases: map[string]lease{}, clock: func() time.Duration { return time.Since(started) }}
	if s.lock, err = os.OpenFile(path+".lock", os.O_RDWR|os.O_CREATE, 0o600); err != nil {
		return wrong(err)
	}
	defer func() {
		if err != nil {
			s.lock.Close()
		}
	}()
	if err := disk.Lock(s.lock); errors.Is(err, disk.ErrLocked) {
		return wrong(errors.New("another Callout has them open: stop it first, or give this one a file of its own with --store"))
	} else if err != nil {
		return wrong(err)
	}
	if err := touch(path); err != nil {
		return wrong(err)
	}
	w := &writing{store: s}
	if err := w.open(ctx); err != nil {
		return wrong(err)
	}
	if s.read, err = sql.Open("sqlite", s.source()+"&_query_only=on"); err != nil {
		w.shut()
		return wrong(err)
	}
	s.read.SetMaxOpenConns(4)
	s.close = sync.OnceValue(s.shut)
	go w.run()
	return s, nil
}

// touch makes a file that only its owner reads, unless it is there.
func touch(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	return errors.Join(f.Close(), disk.SyncFolder(path))
}

// source is the file as the driver wants it. Names of files may hold anything.
func (s *lite) source() string {
	at := url.URL{Scheme: "file", Path: filepath.ToSlash(s.path)}
	if at.Path[0] != '/' { // C:/...
		at.Path = "/" + at.Path
	}
	set := url.Values{"_busy_timeout": {"5000"}, "_foreign_keys": {"on"}, "_synchronous": {s.level},
		"_pragma": {"secure_delete(on)", "temp_store(memory)", "wal_autocheckpoint(0)", "trusted_schema(off)"}, "_dqs": {"false"}}
	at.RawQuery = set.Encode()
	return at.String()
}

// migrate brings a file to the newest format. A new file has format 0. What is not ours is left as it is.
func (s *lite) migrate(ctx context.Context, c *sql.Conn) error {
	var mark, format, tables int
	var mode string
	err := errors.Join(
		c.QueryRowContext(ctx, "PRAGMA application_id").Scan(&mark),
		c.QueryRowContext(ctx, "PRAGMA user_version").Scan(&format),
		c.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&tables))
	switch {
	case err != nil:
		return err
	case mark != sqliteMark && (mark != 0 || tables > 0):
		return errors.New("it is a SQLite file, but not one of Callout")
	case format > sqliteFormats:
		return newer(format, sqliteFormats)
	}
	if err := os.Chmod(s.path, 0o600); err != nil {
		return err
	}
	if err := c.QueryRowContext(ctx, "PRAGMA journal_mode=WAL").Scan(&mode); err != nil || mode != "wal" {
		return errors.Join(err, fmt.Errorf("this file system cannot write ahead: SQLite chose %q", mode))
	}
	if format == sqliteFormats {
		return nil
	}
	if _, err := c.ExecContext(ctx, "BEGIN IMMEDIATE"); err != nil {
		return err
	}
	for f := format + 1; f <= sqliteFormats && err == nil; f++ {
		var text []byte
		if text, err = schema.ReadFile(fmt.Sprintf("schema/sqlite-%d.sql", f)); err == nil {
			_, err = c.ExecContext(ctx, string(text))
		}
	}
	if err == nil {
		_, err = c.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id=%d; PRAGMA user_version=%d; COMMIT", sqliteMark, sqliteFormats))
	}
	if err != nil {
		c.ExecContext(ctx, "ROLLBACK")
		return fmt.Errorf("bring it from format %d to %d: %w", format, sqliteFormats, err)
	}
	return nil
}

// newer says that a store was written by a program that knows more.
func newer(format, known int) error {
	return fmt.Errorf("a newer Callout has written them: their format is %d, this one reads up to %d", format, known)
}

// Close stores what was asked for before, and lets the file go.
func (s *lite) Close() error { return s.close() }

func (s *lite) shut() error {
	close(s.quit)
	<-s.done
	s.bells.ringAll()
	return s.lock.Close()
}

func (s *lite) Wait(ctx context.Context, id string) error { return s.bells.wait(ctx, id) }

var _ workshop.Store = (*lite)(nil)

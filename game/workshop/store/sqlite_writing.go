package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"sync/atomic"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

const (
	mostJobs  = 1024     // that wait, and that are committed together
	longLog   = 4 << 20  // bytes of the write-ahead log from which it is emptied when nobody waits
	tooLong   = 64 << 20 // and even if somebody does
	savepoint = "SAVEPOINT job"
	undoJob   = "ROLLBACK TO job; RELEASE job"
	keepJob   = "RELEASE job"
)

// A job is something to be written. Either the writer takes it, and then it has an answer, or whoever asked gives up before.
type job struct {
	do    func(*writing) error // its error undoes what it did, and nothing else
	then  func()               // called once it is on the disk, before it is acknowledged
	alone bool                 // in a commit of its own: it changes who may append, or erases
	erase bool                 // what it removes may be left in no file
	taken atomic.Bool
	err   chan error
}

var errClosed = errors.New("the workshops are closed")

// write has a job done and returns when it is on the disk. Given up by ctx, it was not done, and will not be.
func (s *lite) write(ctx context.Context, j *job) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	j.err = make(chan error, 1)
	select {
	case s.jobs <- j:
	case <-ctx.Done():
		return ctx.Err()
	case <-s.quit:
		return errClosed
	}
	select {
	case err := <-j.err:
		return err
	case <-ctx.Done():
		if !j.taken.Swap(true) {
			return ctx.Err()
		}
	case <-s.done:
		if !j.taken.Swap(true) {
			return errClosed
		}
	}
	return <-j.err
}

// A writing is the one connection that writes, and belongs to the one goroutine that does.
type writing struct {
	store *lite
	db    *sql.DB
	conn  *sql.Conn
	add   *sql.Stmt // an entry
}

// open connects, and empties the write-ahead log into the file. After a failed write that is more than tidiness: what the
// system still shows of the log need not be on the disk, and is written and synced once more.
func (w *writing) open(ctx context.Context) (err error) {
	defer func() {
		if err != nil {
			w.shut()
		}
	}()
	if w.db, err = sql.Open("sqlite", w.store.source()); err != nil {
		return err
	}
	if w.conn, err = w.db.Conn(ctx); err != nil {
		return err
	}
	if err := w.store.migrate(ctx, w.conn); err != nil {
		return err
	}
	if err := w.emptyLog(ctx); err != nil {
		return err
	}
	w.add, err = w.conn.PrepareContext(ctx, `INSERT INTO entries (workshop, seq, epoch, at, seat, n, kind, body, sum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
	return err
}

func (w *writing) shut() {
	if w.add != nil {
		w.add.Close()
	}
	if w.conn != nil {
		w.conn.Close()
	}
	if w.db != nil {
		w.db.Close()
	}
	w.add, w.conn, w.db = nil, nil, nil
}

// run commits what is asked for, all together that waits, until the store is closed.
func (w *writing) run() {
	defer close(w.store.done)
	for {
		select {
		case j := <-w.store.jobs:
			w.commit(w.gather(j))
			w.tidy()
		case <-w.store.quit:
			for {
				select {
				case j := <-w.store.jobs:
					w.commit(w.gather(j))
				default:
					w.store.read.Close()
					if !w.store.ill.Load() {
						w.emptyLog(context.Background())
					}
					w.shut()
					return
				}
			}
		}
	}
}

// gather takes the jobs that wait behind one, up to one that has to be alone.
func (w *writing) gather(j *job) []*job {
	all := []*job{j}
	for !j.alone && len(all) < mostJobs {
		select {
		case j = <-w.store.jobs:
			all = append(all, j)
		default:
			return all
		}
	}
	return all
}

// commit does jobs and tells those who wait what became of each. One that is alone comes last, and waits for the others.
func (w *writing) commit(jobs []*job) {
	if last := len(jobs) - 1; last > 0 && jobs[last].alone {
		w.commit(jobs[:last])
		jobs = jobs[last:]
	}
	var taken []*job
	for _, j := range jobs {
		if !j.taken.Swap(true) {
			taken = append(taken, j)
		}
	}
	if len(taken) == 0 {
		return
	}
	errs, err := w.transact(taken)
	if err != nil {
		err = fmt.Errorf("nothing can be stored: %w", sqliteTrouble(err))
	}
	for i, j := range taken {
		switch {
		case err != nil:
			j.err <- err
		case errs[i] != nil:
			j.err <- errs[i]
		default:
			if j.then != nil {
				j.then()
			}
			j.err <- nil
		}
	}
}

// transact does jobs in one transaction. The first result has the error of each, of those that were undone; the second says
// that nothing is certain.
func (w *writing) transact(jobs []*job) (errs []error, err error) {
	ctx := context.Background()
	if w.store.ill.Load() {
		w.shut()
		if err := w.open(ctx); err != nil {
			return nil, err
		}
		w.store.ill.Store(false)
	}
	defer func() {
		if err != nil {
			w.conn.ExecContext(ctx, "ROLLBACK")
			w.store.ill.Store(true)
		}
	}()
	if _, err := w.conn.ExecContext(ctx, "BEGIN IMMEDIATE"); err != nil {
		return nil, err
	}
	errs = make([]error, len(jobs))
	for i, j := range jobs {
		if _, err := w.conn.ExecContext(ctx, savepoint); err != nil {
			return nil, err
		}
		after := keepJob
		if errs[i] = j.do(w); errs[i] != nil {
			if diskFails(errs[i]) {
				return nil, errs[i]
			}
			after = undoJob
		}
		if _, err := w.conn.ExecContext(ctx, after); err != nil {
			return nil, err
		}
	}
	if _, err := w.conn.ExecContext(ctx, "COMMIT"); err != nil {
		return nil, err
	}
	if jobs[0].erase {
		return errs, w.emptyLog(ctx)
	}
	return errs, nil
}

// tidy empties a long write-ahead log while nobody waits, so that players do not wait for it.
func (w *writing) tidy() {
	if w.store.ill.Load() {
		return
	}
	log, err := os.Stat(w.store.path + "-wal")
	if err == nil && (log.Size() > longLog && len(w.store.jobs) == 0 || log.Size() > tooLong) {
		w.store.ill.Store(w.emptyLog(context.Background()) != nil)
	}
}

// emptyLog brings the write-ahead log into the file, syncs that, and cuts the log down to nothing.
func (w *writing) emptyLog(ctx context.Context) error {
	w.store.gate.Lock()
	defer w.store.gate.Unlock()
	var busy, log, moved int
	err := w.conn.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &log, &moved)
	if err == nil && busy != 0 {
		err = errors.New("somebody else reads the file")
	}
	return err
}

// diskFails tells whether an error is about the file rather than about what was asked.
func diskFails(err error) bool {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return false
	}
	switch e.Code() & 0xff {
	case sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_TOOBIG, sqlite3.SQLITE_RANGE:
		return false
	}
	return true
}

// sqliteTrouble puts an error of SQLite into words.
func sqliteTrouble(err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return err
	}
	switch e.Code() & 0xff {
	case sqlite3.SQLITE_FULL:
		return fmt.Errorf("the disk is full: %w", err)
	case sqlite3.SQLITE_IOERR:
		return fmt.Errorf("the disk fails: %w", err)
	case sqlite3.SQLITE_NOTADB:
		return fmt.Errorf("it is not a SQLite file, so not one of Callout: %w", err)
	case sqlite3.SQLITE_CORRUPT:
		return fmt.Errorf("the file is damaged: restore a copy: %w", err)
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN:
		return fmt.Errorf("it may not be written: %w", err)
	}
	return err
}

package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"callout/game/workshop"
)

// exec is a statement of the writer.
func (w *writing) exec(statement string, values ...any) (int64, error) {
	r, err := w.conn.ExecContext(context.Background(), statement, values...)
	if err != nil {
		return 0, err
	}
	return r.RowsAffected()
}

// find is a row of the writer; where there is none it is false.
func (w *writing) find(into any, query string, values ...any) (bool, error) {
	err := w.conn.QueryRowContext(context.Background(), query, values...).Scan(into)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// known is ErrUnknown where there is no such workshop.
func (w *writing) known(id string) error {
	var one int
	if ok, err := w.find(&one, "SELECT 1 FROM workshops WHERE id = ?", id); err != nil || ok {
		return err
	}
	return workshop.ErrUnknown
}

func (s *lite) Create(ctx context.Context, w workshop.Workshop) error {
	if err := checkWords(w.ID, w.Code, w.Token, w.Secret); err != nil {
		return err
	}
	return s.write(ctx, &job{do: func(to *writing) error {
		var one int
		if ok, err := to.find(&one, "SELECT 1 FROM workshops WHERE id = ? OR code = ?", w.ID, w.Code); err != nil {
			return err
		} else if ok {
			return workshop.ErrTaken
		}
		_, err := to.exec("INSERT INTO workshops (id, code, token, secret, opened) VALUES (?, ?, ?, ?, ?)", w.ID, w.Code, w.Token, w.Secret, w.Opened)
		return err
	}})
}

func (s *lite) Workshops(ctx context.Context) ([]workshop.Workshop, error) {
	return rows(ctx, s, func(r *sql.Rows) (w workshop.Workshop, err error) {
		return w, r.Scan(&w.ID, &w.Code, &w.Token, &w.Secret, &w.Opened)
	}, "SELECT id, code, token, secret, opened FROM workshops ORDER BY opened, id")
}

// rows reads all rows of a query. They come into memory first: what is done with them must not hold up the writer.
func rows[Row any](ctx context.Context, s *lite, scan func(*sql.Rows) (Row, error), query string, values ...any) ([]Row, error) {
	s.gate.RLock()
	defer s.gate.RUnlock()
	found, err := s.read.QueryContext(ctx, query, values...)
	if err != nil {
		return nil, s.reading(err)
	}
	defer found.Close()
	var all []Row
	for found.Next() {
		row, err := scan(found)
		if err != nil {
			return nil, s.reading(err)
		}
		all = append(all, row)
	}
	if err := found.Err(); err != nil {
		return nil, s.reading(err)
	}
	return all, nil
}

func (s *lite) reading(err error) error {
	select {
	case <-s.quit:
		return errClosed
	default:
		return fmt.Errorf("read the workshops: %w", sqliteTrouble(err))
	}
}

// known is ErrUnknown where there is no such workshop.
func (s *lite) known(ctx context.Context, id string) error {
	found, err := rows(ctx, s, func(r *sql.Rows) (one int, err error) { return one, r.Scan(&one) }, "SELECT 1 FROM workshops WHERE id = ?", id)
	if err == nil && len(found) == 0 {
		err = workshop.ErrUnknown
	}
	return err
}

// Lease lengthens a lease without writing. Not after a write that failed: then it is one, so that a room whose lease is renewed
// knows that it can store again.
func (s *lite) Lease(ctx context.Context, id, holder string, ttl time.Duration) (int64, error) {
	if !s.ill.Load() {
		if epoch, err := s.renew(id, holder, ttl); epoch > 0 || err != nil {
			return epoch, err
		}
	}
	var epoch int64
	grant := &job{alone: true}
	grant.do = func(w *writing) error {
		var err error
		if epoch, err = s.renew(id, holder, ttl); err != nil {
			return err
		}
		if epoch > 0 {
			_, err = w.exec("UPDATE workshops SET epoch = epoch WHERE id = ?", id)
			return err
		}
		ok, err := w.find(&epoch, "UPDATE workshops SET epoch = epoch + 1 WHERE id = ? RETURNING epoch", id)
		if err == nil && !ok {
			err = workshop.ErrUnknown
		}
		return err
	}
	grant.then = func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.leases[id] = lease{holder, epoch, s.clock() + ttl}
	}
	if err := s.write(ctx, grant); err != nil {
		return 0, err
	}
	s.bells.ring(id)
	return epoch, nil
}

// renew lengthens a lease that is not over. Its epoch is 0 where there is none.
func (s *lite) renew(id, holder string, ttl time.Duration) (int64, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	l, ok := s.leases[id]
	switch {
	case !ok || s.clock() >= l.until:
		return 0, nil
	case l.holder != holder:
		return 0, workshop.ErrHeld
	}
	l.until = s.clock() + ttl
	s.leases[id] = l
	return l.epoch, nil
}

func (s *lite) Release(ctx context.Context, id, holder string, epoch int64) error {
	return s.write(ctx, &job{alone: true, do: func(w *writing) error { return w.known(id) }, then: func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		if l := s.leases[id]; l.holder == holder && l.epoch == epoch {
			delete(s.leases, id)
		}
	}})
}

// fenced is ErrFenced where an epoch is not that of the lease.
func (s *lite) fenced(id string, epoch int64) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if l, ok := s.leases[id]; !ok || l.epoch != epoch || s.clock() >= l.until {
		return workshop.ErrFenced
	}
	return nil
}

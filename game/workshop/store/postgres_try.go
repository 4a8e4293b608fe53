package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"callout/game/workshop"
)

const (
	attempt = 3 * time.Second // for one attempt to do something
	budget  = 4 * time.Second // within which it is tried again, where the database was only away for a moment
)

// try does something in the database, and again where the connection was lost or others were in the way. Nothing is known then
// of what became of it, so it must be something that may be done twice.
func (s *postgres) try(ctx context.Context, do func(context.Context) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	started, pause := time.Now(), 20*time.Millisecond
	for {
		short, cancel := context.WithTimeout(ctx, attempt)
		err := do(short)
		cancel()
		switch {
		case err == nil || ours(err):
			return err
		case ctx.Err() != nil:
			return ctx.Err()
		case s.closed.Load() || !passing(err) || time.Since(started)+pause > budget:
			return s.trouble(err)
		}
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return ctx.Err()
		}
		pause = min(2*pause, 500*time.Millisecond)
	}
}

// once does something in the database that must not be done twice.
func (s *postgres) once(ctx context.Context, do func(context.Context) error) error {
	return s.try(ctx, func(ctx context.Context) error {
		err := do(ctx)
		if err == nil || ours(err) || pgconn.SafeToRetry(err) {
			return err
		}
		return final{err}
	})
}

// final is an error after which nothing is tried again.
type final struct{ error }

func (f final) Unwrap() error { return f.error }

// ours tells whether an error is an answer of the store rather than a failure of the database.
func ours(err error) bool {
	for _, reason := range []error{workshop.ErrHeld, workshop.ErrFenced, workshop.ErrUnknown, workshop.ErrTaken, workshop.ErrGap, workshop.ErrDamaged} {
		if errors.Is(err, reason) {
			return true
		}
	}
	return false
}

// passing tells whether an error may be gone when it is tried again.
func passing(err error) bool {
	var last final
	if errors.As(err, &last) {
		return false
	}
	var said *pgconn.PgError
	if !errors.As(err, &said) {
		return !errors.Is(err, pgx.ErrNoRows) // the connection
	}
	switch said.Code {
	case "40001", "40P01", "55P03": // others were in the way
		return true
	case "57P01", "57P02", "57P03", "53300": // it stops, starts, or has too many guests
		return true
	}
	return strings.HasPrefix(said.Code, "08")
}

// trouble puts a failure of the database into words. The errors of the driver name host, user and database, never a password.
func (s *postgres) trouble(err error) error {
	var said *pgconn.PgError
	switch {
	case s.closed.Load():
		return errClosed
	case !errors.As(err, &said):
		return fmt.Errorf("the database cannot be reached: %w", err)
	case said.Code == "53100":
		return fmt.Errorf("nothing can be stored: the disk of the database is full: %w", err)
	case said.Code == "25006":
		return fmt.Errorf("nothing can be stored: the database only reads; the address of the store has to name the one that writes: %w", err)
	}
	return fmt.Errorf("the database refuses: %w", err)
}

// hasCode tells whether the database said that.
func hasCode(err error, code string) bool {
	var said *pgconn.PgError
	return errors.As(err, &said) && said.Code == code
}

// collect reads all rows of a query about a workshop into memory. The query is given the number of its room first.
func collect[Row any](ctx context.Context, s *postgres, id string, scan func(pgx.CollectableRow) (Row, error), query string, values ...any) (all []Row, err error) {
	err = s.try(ctx, func(ctx context.Context) error {
		room, err := s.room(ctx, id)
		if err != nil {
			return err
		}
		found, err := s.pool.Query(ctx, query, append([]any{room}, values...)...)
		if err != nil {
			return err
		}
		all, err = pgx.CollectRows(found, scan)
		return err
	})
	return all, err
}

// room is the number under which a workshop's rows stand.
func (s *postgres) room(ctx context.Context, id string) (room int64, err error) {
	if err := checkWords(id); err != nil {
		return 0, workshop.ErrUnknown
	}
	err = s.pool.QueryRow(ctx, "SELECT room FROM callout.workshops WHERE id = $1", id).Scan(&room)
	if errors.Is(err, pgx.ErrNoRows) {
		err = workshop.ErrUnknown
	}
	return room, err
}

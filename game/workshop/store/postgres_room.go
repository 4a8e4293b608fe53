package store

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"

	"callout/game/workshop"
)

const uniqueViolation = "23505"

func (s *postgres) Create(ctx context.Context, w workshop.Workshop) error {
	if err := checkWords(w.ID, w.Code, w.Token, w.Secret); err != nil {
		return err
	}
	tried := 0
	return s.try(ctx, func(ctx context.Context) error {
		tried++
		_, err := s.pool.Exec(ctx, "SELECT callout.open_room($1, $2, $3, $4, $5)", w.ID, w.Code, w.Token, w.Secret, w.Opened)
		if !hasCode(err, uniqueViolation) {
			return err
		}
		var mine bool // made by the attempt before, of which nothing was heard
		if err := s.pool.QueryRow(ctx, "SELECT EXISTS (SELECT FROM callout.workshops WHERE (id, code, token, secret, opened) = ($1, $2, $3, $4, $5))",
			w.ID, w.Code, w.Token, w.Secret, w.Opened).Scan(&mine); err != nil || mine && tried > 1 {
			return err
		}
		return workshop.ErrTaken
	})
}

func (s *postgres) Workshops(ctx context.Context) (all []workshop.Workshop, err error) {
	err = s.try(ctx, func(ctx context.Context) error {
		found, err := s.pool.Query(ctx, "SELECT id, code, token, secret, opened FROM callout.workshops ORDER BY opened, id")
		if err != nil {
			return err
		}
		all, err = pgx.CollectRows(found, func(r pgx.CollectableRow) (w workshop.Workshop, err error) {
			return w, r.Scan(&w.ID, &w.Code, &w.Token, &w.Secret, &w.Opened)
		})
		return err
	})
	return all, err
}

// Lease asks the database's clock alone. A lease that ends later than it could is none: that clock was set back since.
func (s *postgres) Lease(ctx context.Context, id, holder string, ttl time.Duration) (epoch int64, err error) {
	if err := checkWords(holder); err != nil {
		return 0, err
	}
	err = s.try(ctx, func(ctx context.Context) error {
		room, err := s.room(ctx, id)
		if err != nil {
			return err
		}
		var kept bool
		err = s.pool.QueryRow(ctx, `
			WITH before AS (
				SELECT room, epoch, holder = $2 AND until > clock_timestamp() AND until <= clock_timestamp() + ttl + interval '1 s' AS mine
				FROM callout.leases WHERE room = $1 AND (holder = $2 OR until <= clock_timestamp() OR until > clock_timestamp() + ttl + interval '1 s')
				FOR UPDATE
			)
			UPDATE callout.leases l SET
				epoch = b.epoch + CASE WHEN b.mine THEN 0 ELSE 1 END, holder = $2, until = clock_timestamp() + $3::interval, ttl = $3
			FROM before b WHERE l.room = b.room RETURNING l.epoch, b.mine`, room, holder, ttl).Scan(&epoch, &kept)
		if errors.Is(err, pgx.ErrNoRows) {
			return workshop.ErrHeld
		}
		if err == nil && !kept {
			s.ring(ctx, id)
		}
		return err
	})
	return epoch, err
}

// ring wakes everybody who waits for a workshop, on all replicas. Where it fails they look by themselves.
func (s *postgres) ring(ctx context.Context, id string) {
	s.pool.Exec(ctx, "SELECT pg_notify('callout', $1)", id)
}

func (s *postgres) Release(ctx context.Context, id, holder string, epoch int64) error {
	return s.try(ctx, func(ctx context.Context) error {
		room, err := s.room(ctx, id)
		if err != nil {
			return err
		}
		done, err := s.pool.Exec(ctx, "UPDATE callout.leases SET until = '-infinity' WHERE room = $1 AND holder = $2 AND epoch = $3", room, holder, epoch)
		if err == nil && done.RowsAffected() > 0 {
			s.ring(ctx, id)
		}
		return err
	})
}

package store

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"

	"callout/game/workshop"
)

// appending is one statement, so that a server that stops has either not asked yet or is done: with several, one that stopped
// between two of them would hold the lease's row, and nobody could take over. The row is locked until the commit: whoever
// takes the lease waits for entries that are being stored, and entries that come later find another epoch.
const appending = `
	WITH mine AS MATERIALIZED (
		SELECT room FROM callout.leases
		WHERE room = (SELECT room FROM callout.workshops WHERE id = $1) AND epoch = $2 AND until > clock_timestamp()
		FOR SHARE
	), fit AS MATERIALIZED (
		SELECT room FROM mine
		WHERE $3::bigint <= 1 OR EXISTS (SELECT FROM callout.entries e WHERE e.room = mine.room AND e.seq = $3 - 1)
	), stored AS (
		INSERT INTO callout.entries (room, seq, epoch, at, seat, n, kind, body, sum)
		SELECT fit.room, e.seq, $2, e.at, e.seat, e.n, e.kind, e.body, e.sum
		FROM fit, unnest($4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::text[], $9::bytea[], $10::bigint[]) AS e (seq, at, seat, n, kind, body, sum)
	), named AS (
		INSERT INTO callout.names (room, who, name) SELECT fit.room, n.who, n.name FROM fit, unnest($11::text[], $12::bytea[]) AS n (who, name)
		ON CONFLICT (room, who) DO UPDATE SET name = excluded.name
	)
	SELECT (SELECT count(*) FROM mine), (SELECT count(*) FROM fit), (SELECT pg_notify('callout', $1)::text FROM fit)`

func (s *postgres) Append(ctx context.Context, id string, epoch int64, entries []workshop.Entry, names []workshop.Name) error {
	if err := errors.Join(checkEntries(epoch, entries), checkNames(names), checkWords(id)); err != nil {
		return err
	}
	var first int64
	c := columnsOf(id, entries)
	if len(entries) > 0 {
		first = entries[0].Seq
	}
	who, name := nameColumns(names)
	return s.try(ctx, func(ctx context.Context) error {
		var mine, fit int
		var rung *string
		err := s.pool.QueryRow(ctx, appending, id, epoch, first, c.seq, c.at, c.seat, c.n, c.kind, c.body, c.sum, who, name).Scan(&mine, &fit, &rung)
		switch {
		case err == nil && fit > 0:
			return nil
		case err != nil && !hasCode(err, uniqueViolation):
			return err
		}
		return s.notStored(ctx, id, entries, mine == 0 && err == nil)
	})
}

// notStored says why entries were not stored now: they were before, the epoch is over, or they do not fit.
func (s *postgres) notStored(ctx context.Context, id string, entries []workshop.Entry, fenced bool) error {
	room, err := s.room(ctx, id)
	if err != nil {
		return err
	}
	if len(entries) > 0 {
		found, err := s.pool.Query(ctx, "SELECT "+entryColumns+" FROM callout.entries WHERE room = $1 AND seq BETWEEN $2 AND $3 ORDER BY seq",
			room, entries[0].Seq, entries[len(entries)-1].Seq)
		if err != nil {
			return err
		}
		there, err := pgx.CollectRows(found, func(r pgx.CollectableRow) (stored, error) { return scanEntry(r) })
		if err != nil {
			return err
		}
		if same, err := sameEntries(there, entries); same || err != nil && !fenced {
			return err
		}
	}
	if fenced {
		return workshop.ErrFenced
	}
	return fmt.Errorf("%w: entry %d was to be stored, and there is none before it", workshop.ErrGap, entries[0].Seq)
}

// columns are entries as the database takes them in one statement.
type columns struct {
	seq, at, seat, n, sum []int64
	kind                  []string
	body                  [][]byte
}

func columnsOf(id string, entries []workshop.Entry) (c columns) {
	for _, e := range entries {
		c.seq, c.at, c.seat, c.n = append(c.seq, e.Seq), append(c.at, e.At), append(c.seat, int64(e.Seat)), append(c.n, e.N)
		c.kind, c.body, c.sum = append(c.kind, string(e.Kind)), append(c.body, e.Body), append(c.sum, sum(id, e))
	}
	return c
}

// nameColumns are names as the database takes them in one statement: of several for the same, the last counts.
func nameColumns(names []workshop.Name) (who []string, name [][]byte) {
	at := map[workshop.Who]int{}
	for _, n := range names {
		if i, ok := at[n.Who]; ok {
			name[i] = []byte(n.Name)
			continue
		}
		at[n.Who] = len(who)
		who, name = append(who, string(n.Who)), append(name, []byte(n.Name))
	}
	return who, name
}

func (s *postgres) Read(ctx context.Context, id string, after int64, do func(workshop.Entry) error) error {
	return readPages(after, id, do, func(after int64) ([]stored, error) {
		return collect(ctx, s, id, func(r pgx.CollectableRow) (stored, error) { return scanEntry(r) },
			"SELECT "+entryColumns+" FROM callout.entries WHERE room = $1 AND seq > $2 ORDER BY seq LIMIT $3", after, page)
	})
}

func (s *postgres) Names(ctx context.Context, id string) ([]workshop.Name, error) {
	return collect(ctx, s, id, func(r pgx.CollectableRow) (n workshop.Name, err error) {
		var name []byte
		err = r.Scan(&n.Who, &name)
		n.Name = string(name)
		return n, err
	}, "SELECT who, name FROM callout.names WHERE room = $1 ORDER BY who")
}

func (s *postgres) Forget(ctx context.Context, id string, who workshop.Who) error {
	if err := checkWords(string(who)); err != nil {
		return err
	}
	err := s.try(ctx, func(ctx context.Context) error {
		room, err := s.room(ctx, id)
		if err == nil {
			_, err = s.pool.Exec(ctx, "SELECT callout.forget($1, $2)", room, string(who))
		}
		return err
	})
	return s.erased(ctx, id, err)
}

func (s *postgres) Purge(ctx context.Context, id string) error {
	tried := 0
	err := s.try(ctx, func(ctx context.Context) error {
		tried++
		room, err := s.room(ctx, id)
		if err == nil {
			_, err = s.pool.Exec(ctx, "SELECT callout.purge($1)", room)
		} else if tried > 1 && errors.Is(err, workshop.ErrUnknown) {
			err = nil // done by the attempt before, of which nothing was heard
		}
		return err
	})
	return s.erased(ctx, id, err)
}

// erased has the write-ahead log cut off behind what was erased, so that the server can reuse or remove it. Not every role may
// ask for that; then it happens at the server's next checkpoints.
func (s *postgres) erased(ctx context.Context, id string, err error) error {
	if err != nil {
		return err
	}
	s.ring(ctx, id)
	for _, ask := range []string{"SELECT pg_switch_wal()", "CHECKPOINT"} {
		s.pool.Exec(ctx, ask)
	}
	return nil
}

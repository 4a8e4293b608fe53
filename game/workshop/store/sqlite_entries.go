package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"

	"callout/game/workshop"
)

// page is how many entries are read at once.
const page = 500

// stored is an entry with its checksum.
type stored struct {
	workshop.Entry
	sum int64
}

const entryColumns = "seq, epoch, at, seat, n, kind, body, sum"

func (s *lite) Append(ctx context.Context, id string, epoch int64, entries []workshop.Entry, names []workshop.Name) error {
	if err := errors.Join(checkEntries(epoch, entries), checkNames(names)); err != nil {
		return err
	}
	err := s.write(ctx, &job{do: func(w *writing) error {
		if err := w.known(id); err != nil {
			return err
		}
		if same, err := w.has(id, entries); err != nil || same {
			return err
		}
		if err := s.fenced(id, epoch); err != nil {
			return err
		}
		return w.append(id, entries, names)
	}})
	if err == nil {
		s.bells.ring(id)
	}
	return err
}

// append stores entries that go on where the stored ones end.
func (w *writing) append(id string, entries []workshop.Entry, names []workshop.Name) error {
	if len(entries) > 0 {
		var last int64
		if _, err := w.find(&last, "SELECT coalesce(max(seq), 0) FROM entries WHERE workshop = ?", id); err != nil {
			return err
		}
		if entries[0].Seq != last+1 {
			return fmt.Errorf("%w: entry %d was to be stored, the next is %d", workshop.ErrGap, entries[0].Seq, last+1)
		}
	}
	for _, e := range entries {
		if _, err := w.add.ExecContext(context.Background(), id, e.Seq, e.Epoch, e.At, e.Seat, e.N, string(e.Kind), e.Body, sum(id, e)); err != nil {
			return err
		}
	}
	for _, n := range names {
		if _, err := w.exec("INSERT INTO names (workshop, who, name) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name", id, string(n.Who), []byte(n.Name)); err != nil {
			return err
		}
	}
	return nil
}

// has tells whether these entries are stored already, and says ErrGap where others are in their place.
func (w *writing) has(id string, entries []workshop.Entry) (bool, error) {
	if len(entries) == 0 {
		return false, nil
	}
	found, err := w.conn.QueryContext(context.Background(), "SELECT "+entryColumns+" FROM entries WHERE workshop = ? AND seq BETWEEN ? AND ? ORDER BY seq",
		id, entries[0].Seq, entries[len(entries)-1].Seq)
	if err != nil {
		return false, err
	}
	defer found.Close()
	var there []stored
	for found.Next() {
		e, err := scanEntry(found)
		if err != nil {
			return false, err
		}
		there = append(there, e)
	}
	if err := found.Err(); err != nil {
		return false, err
	}
	return sameEntries(there, entries)
}

// sameEntries tells whether what was found in the place of entries is those entries: all, or none of them. Anything else is
// ErrGap.
func sameEntries(there []stored, entries []workshop.Entry) (bool, error) {
	if len(there) == 0 {
		return false, nil
	}
	for i, e := range entries {
		if i >= len(there) || !sameEntry(there[i].Entry, e) {
			return false, fmt.Errorf("%w: from entry %d on there are others", workshop.ErrGap, entries[0].Seq)
		}
	}
	return true, nil
}

func sameEntry(a, b workshop.Entry) bool {
	return a.Seq == b.Seq && a.Epoch == b.Epoch && a.At == b.At && a.Seat == b.Seat && a.N == b.N && a.Kind == b.Kind && bytes.Equal(a.Body, b.Body)
}

func scanEntry(r interface{ Scan(...any) error }) (e stored, err error) {
	err = r.Scan(&e.Seq, &e.Epoch, &e.At, &e.Seat, &e.N, &e.Kind, &e.Body, &e.sum)
	if len(e.Body) == 0 {
		e.Body = nil
	}
	return e, err
}

func (s *lite) Read(ctx context.Context, id string, after int64, do func(workshop.Entry) error) error {
	if err := s.known(ctx, id); err != nil {
		return err
	}
	return readPages(after, id, do, func(after int64) ([]stored, error) {
		return rows(ctx, s, func(r *sql.Rows) (stored, error) { return scanEntry(r) },
			"SELECT "+entryColumns+" FROM entries WHERE workshop = ? AND seq > ? ORDER BY seq LIMIT ?", id, after, page)
	})
}

// readPages calls do for the entries of one page after the other, each checked.
func readPages(after int64, id string, do func(workshop.Entry) error, next func(after int64) ([]stored, error)) error {
	for {
		list, err := next(after)
		if err != nil {
			return err
		}
		for _, e := range list {
			if err := follow(id, after, e.Entry, e.sum); err != nil {
				return err
			}
			if err := do(e.Entry); err != nil {
				return err
			}
			after = e.Seq
		}
		if len(list) < page {
			return nil
		}
	}
}

func (s *lite) Names(ctx context.Context, id string) ([]workshop.Name, error) {
	if err := s.known(ctx, id); err != nil {
		return nil, err
	}
	return rows(ctx, s, func(r *sql.Rows) (n workshop.Name, err error) { return n, r.Scan(&n.Who, &n.Name) },
		"SELECT who, name FROM names WHERE workshop = ? ORDER BY who", id)
}

func (s *lite) Forget(ctx context.Context, id string, who workshop.Who) error {
	err := s.write(ctx, &job{alone: true, erase: true, do: func(w *writing) error {
		if err := w.known(id); err != nil {
			return err
		}
		if _, err := w.exec("DELETE FROM names WHERE workshop = ? AND who = ?", id, string(who)); err != nil {
			return err
		}
		_, err := w.exec("DELETE FROM submitted_names WHERE who = ? AND ticket IN (SELECT ticket FROM submissions WHERE workshop = ?)", string(who), id)
		return err
	}})
	if err == nil {
		s.bells.ring(id)
	}
	return err
}

func (s *lite) Purge(ctx context.Context, id string) error {
	err := s.write(ctx, &job{alone: true, erase: true, do: func(w *writing) error {
		n, err := w.exec("DELETE FROM workshops WHERE id = ?", id)
		if err == nil && n == 0 {
			err = workshop.ErrUnknown
		}
		return err
	}, then: func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		delete(s.leases, id)
	}})
	if err == nil {
		s.bells.ring(id)
	}
	return err
}

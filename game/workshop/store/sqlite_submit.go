package store

import (
	"context"
	"database/sql"
	"errors"

	"callout/game/workshop"
)

func (s *lite) Submit(ctx context.Context, id string, c workshop.Command, names []workshop.Name) (int64, error) {
	if err := errors.Join(checkBody(c.Kind, c.Body), checkNames(names)); err != nil {
		return 0, err
	}
	var ticket int64
	err := s.write(ctx, &job{do: func(w *writing) error {
		if err := w.known(id); err != nil {
			return err
		}
		const before = "SELECT ticket FROM submissions WHERE workshop = ? AND seat = ? AND n = ? AND n <> 0 AND coalesce(refusal, '') = ''"
		if ok, err := w.find(&ticket, before, id, c.Seat, c.N); err != nil || ok {
			return err
		}
		if _, err := w.find(&ticket, "INSERT INTO submissions (workshop, seat, n, kind, body) VALUES (?, ?, ?, ?, ?) RETURNING ticket", id, c.Seat, c.N, string(c.Kind), c.Body); err != nil {
			return err
		}
		for _, n := range names {
			if _, err := w.exec("INSERT INTO submitted_names (ticket, who, name) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name", ticket, string(n.Who), []byte(n.Name)); err != nil {
				return err
			}
		}
		return nil
	}})
	if err != nil {
		return 0, err
	}
	s.bells.ring(id)
	return ticket, nil
}

func (s *lite) Submitted(ctx context.Context, id string) ([]workshop.Submission, error) {
	if err := s.known(ctx, id); err != nil {
		return nil, err
	}
	lines, err := rows(ctx, s, func(r *sql.Rows) (submissionLine, error) { return scanSubmission(r) },
		`SELECT ticket, seat, n, kind, body, who, name FROM submissions LEFT JOIN submitted_names USING (ticket)
		WHERE workshop = ? AND refusal IS NULL ORDER BY ticket, who`, id)
	return joinLines(lines), err
}

func (s *lite) Answer(ctx context.Context, id string, ticket int64, refusal string) error {
	err := s.write(ctx, &job{do: func(w *writing) error {
		if err := w.known(id); err != nil {
			return err
		}
		// The command itself stands in the entries from now on, or was refused: it need not be kept here.
		if _, err := w.exec("UPDATE submissions SET refusal = ?, body = NULL WHERE ticket = ? AND workshop = ? AND refusal IS NULL", refusal, ticket, id); err != nil {
			return err
		}
		_, err := w.exec("DELETE FROM submitted_names WHERE ticket IN (SELECT ticket FROM submissions WHERE ticket = ? AND workshop = ?)", ticket, id)
		return err
	}})
	if err == nil {
		s.bells.ring(id)
	}
	return err
}

func (s *lite) Answered(ctx context.Context, id string, ticket int64) (string, bool, error) {
	if err := s.known(ctx, id); err != nil {
		return "", false, err
	}
	said, err := rows(ctx, s, func(r *sql.Rows) (refusal string, err error) { return refusal, r.Scan(&refusal) },
		"SELECT refusal FROM submissions WHERE ticket = ? AND workshop = ? AND refusal IS NOT NULL", ticket, id)
	if err != nil || len(said) == 0 {
		return "", false, err
	}
	return said[0], true, nil
}

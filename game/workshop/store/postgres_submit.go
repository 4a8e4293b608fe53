package store

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"

	"callout/game/workshop"
)

// submitting leaves a command unless it is there: waiting, or done.
const submitting = `
	WITH new AS (
		INSERT INTO callout.submissions (room, seat, n, kind, body) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (room, seat, n) WHERE n <> 0 AND (refusal IS NULL OR refusal = '') DO NOTHING RETURNING ticket
	), named AS (
		INSERT INTO callout.submitted_names (room, ticket, who, name)
		SELECT $1, new.ticket, n.who, n.name FROM new, unnest($6::text[], $7::bytea[]) AS n (who, name)
	)
	SELECT new.ticket, pg_notify('callout', $8)::text FROM new`

func (s *postgres) Submit(ctx context.Context, id string, c workshop.Command, names []workshop.Name) (ticket int64, err error) {
	if err := errors.Join(checkBody(c.Kind, c.Body), checkNames(names)); err != nil {
		return 0, err
	}
	try := s.try
	if c.N == 0 {
		try = s.once
	}
	who, name := nameColumns(names)
	err = try(ctx, func(ctx context.Context) error {
		room, err := s.room(ctx, id)
		if err != nil {
			return err
		}
		for {
			var rung *string
			err := s.pool.QueryRow(ctx, submitting, room, c.Seat, c.N, string(c.Kind), c.Body, who, name, id).Scan(&ticket, &rung)
			if !errors.Is(err, pgx.ErrNoRows) {
				return err
			}
			err = s.pool.QueryRow(ctx, "SELECT ticket FROM callout.submissions WHERE room = $1 AND seat = $2 AND n = $3 AND (refusal IS NULL OR refusal = '')",
				room, c.Seat, c.N).Scan(&ticket)
			if !errors.Is(err, pgx.ErrNoRows) { // else it was refused in between
				return err
			}
		}
	})
	return ticket, err
}

func (s *postgres) Submitted(ctx context.Context, id string) ([]workshop.Submission, error) {
	lines, err := collect(ctx, s, id, func(r pgx.CollectableRow) (submissionLine, error) { return scanSubmission(r) },
		`SELECT ticket, seat, n, kind, body, who, name FROM callout.submissions LEFT JOIN callout.submitted_names USING (room, ticket)
		WHERE room = $1 AND refusal IS NULL ORDER BY ticket, who`)
	return joinLines(lines), err
}

func (s *postgres) Answer(ctx context.Context, id string, ticket int64, refusal string) error {
	return s.try(ctx, func(ctx context.Context) error {
		room, err := s.room(ctx, id)
		if err != nil {
			return err
		}
		// The command itself stands in the entries from now on, or was refused: it need not be kept here.
		_, err = s.pool.Exec(ctx, `
			WITH answered AS (
				UPDATE callout.submissions SET refusal = $3, body = NULL WHERE room = $1 AND ticket = $2 AND refusal IS NULL
			), unnamed AS (
				DELETE FROM callout.submitted_names WHERE room = $1 AND ticket = $2
			)
			SELECT pg_notify('callout', $4)`, room, ticket, []byte(refusal), id)
		return err
	})
}

func (s *postgres) Answered(ctx context.Context, id string, ticket int64) (string, bool, error) {
	said, err := collect(ctx, s, id, func(r pgx.CollectableRow) (refusal []byte, err error) { return refusal, r.Scan(&refusal) },
		"SELECT refusal FROM callout.submissions WHERE room = $1 AND ticket = $2 AND refusal IS NOT NULL", ticket)
	if err != nil || len(said) == 0 {
		return "", false, err
	}
	return string(said[0]), true, nil
}

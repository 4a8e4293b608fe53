package store

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"callout/game/workshop"
)

// postgresFormats is how many formats of the database there have been. schema/postgres-N.sql makes format N from the one before.
const postgresFormats = 1

// migrating is the advisory lock that all replicas take before they look at the format: "callout" on a telephone.
const migrating = 2255688

// A postgres is a store in a PostgreSQL database, which any number of servers may have open.
type postgres struct {
	pool   *pgxpool.Pool
	bells  bells
	stop   context.CancelFunc
	ended  sync.WaitGroup // the listener
	closed atomic.Bool
}

// openPostgres opens a database, and brings it to the newest format.
func openPostgres(ctx context.Context, at string) (*postgres, error) {
	config, err := postgresConfig(at)
	if err != nil {
		return nil, err
	}
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, fmt.Errorf("open the workshops in the database: %w", err)
	}
	s := &postgres{pool: pool}
	if err := s.migrate(ctx); err != nil {
		pool.Close()
		return nil, fmt.Errorf("open the workshops in the database %s on %s: %w", config.ConnConfig.Database, config.ConnConfig.Host, err)
	}
	listening, stop := context.WithCancel(context.WithoutCancel(ctx))
	s.stop = stop
	s.ended.Go(func() { s.listen(listening, config.ConnConfig.Copy()) })
	return s, nil
}

// postgresConfig is how to connect. What a URL may not change is set after it: an answer means that it is on the disk, and no
// statement waits forever, so that a server that stopped in the middle of one holds nobody up for long.
func postgresConfig(at string) (*pgxpool.Config, error) {
	config, err := pgxpool.ParseConfig(at)
	if err != nil {
		return nil, fmt.Errorf("%s; a PostgreSQL store is postgres://USER:PASSWORD@HOST:PORT/DATABASE, with what is neither letter nor digit in a password written as %%XX", notURL(at, err))
	}
	for name, value := range map[string]string{
		"application_name": "callout", "search_path": "pg_catalog", "timezone": "UTC", "client_encoding": "UTF8",
		"statement_timeout": "5s", "lock_timeout": "3s", "idle_in_transaction_session_timeout": "3s",
		"tcp_keepalives_idle": "2", "tcp_keepalives_interval": "1", "tcp_keepalives_count": "2",
	} {
		config.ConnConfig.RuntimeParams[name] = value
	}
	if config.ConnConfig.RuntimeParams["synchronous_commit"] != "remote_apply" { // which promises more
		config.ConnConfig.RuntimeParams["synchronous_commit"] = "on"
	}
	if config.ConnConfig.ConnectTimeout == 0 || config.ConnConfig.ConnectTimeout > attempt {
		config.ConnConfig.ConnectTimeout = attempt
	}
	return config, nil
}

// notURL says why an address cannot be read without repeating it: there may be a password in it.
func notURL(at string, err error) string {
	const silent = "the address of the store cannot be read"
	u, parsed := url.Parse(at)
	var wrong *pgconn.ParseConfigError
	if parsed != nil || !errors.As(err, &wrong) || errors.Unwrap(wrong) == nil {
		return silent
	}
	why := errors.Unwrap(wrong).Error()
	if password, ok := u.User.Password(); ok && password != "" && strings.Contains(why, password) {
		return silent
	}
	return silent + ": " + why
}

// migrate brings the database to the newest format, one replica at a time.
func (s *postgres) migrate(ctx context.Context) error {
	return pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error {
		var format int
		if _, err := tx.Exec(ctx, "SET LOCAL lock_timeout = '60s'; SET LOCAL statement_timeout = '60s'"); err != nil {
			return err
		}
		if _, err := tx.Exec(ctx, "SELECT pg_advisory_xact_lock($1)", migrating); err != nil {
			return err
		}
		var there bool
		if err := tx.QueryRow(ctx, "SELECT to_regclass('callout.format') IS NOT NULL").Scan(&there); err != nil {
			return err
		}
		if !there {
			if _, err := tx.Exec(ctx, "CREATE SCHEMA IF NOT EXISTS callout; CREATE TABLE callout.format (format int NOT NULL); INSERT INTO callout.format VALUES (0)"); err != nil {
				return err
			}
		}
		if err := tx.QueryRow(ctx, "SELECT format FROM callout.format").Scan(&format); err != nil {
			return err
		}
		if format > postgresFormats {
			return newer(format, postgresFormats)
		}
		for f := format + 1; f <= postgresFormats; f++ {
			text, err := schema.ReadFile(fmt.Sprintf("schema/postgres-%d.sql", f))
			if err != nil {
				return err
			}
			if _, err := tx.Exec(ctx, string(text)); err != nil {
				return fmt.Errorf("bring it from format %d to %d: %w", format, f, err)
			}
			if _, err := tx.Exec(ctx, "UPDATE callout.format SET format = $1", f); err != nil {
				return err
			}
		}
		return nil
	})
}

// listen rings the bells that other replicas, and this one, ask to be rung. It is no more than a wake-up: where the connection
// is lost, those who wait look by themselves.
func (s *postgres) listen(ctx context.Context, config *pgx.ConnConfig) {
	for ctx.Err() == nil {
		s.bells.ringAll()
		s.hear(ctx, config)
		select {
		case <-ctx.Done():
		case <-time.After(200 * time.Millisecond):
		}
	}
}

// hear listens until the connection is lost.
func (s *postgres) hear(ctx context.Context, config *pgx.ConnConfig) {
	conn, err := pgx.ConnectConfig(ctx, config)
	if err != nil {
		return
	}
	defer conn.Close(context.WithoutCancel(ctx))
	if _, err := conn.Exec(ctx, "LISTEN callout"); err != nil {
		return
	}
	for {
		quiet, cancel := context.WithTimeout(ctx, 20*time.Second)
		said, err := conn.WaitForNotification(quiet)
		cancel()
		switch {
		case err == nil:
			s.bells.ring(said.Payload)
		case ctx.Err() != nil || conn.IsClosed():
			return
		default: // nothing was said for a while: is anybody there?
			alive, cancel := context.WithTimeout(ctx, attempt)
			err := conn.Ping(alive)
			cancel()
			if err != nil {
				return
			}
		}
	}
}

func (s *postgres) Wait(ctx context.Context, id string) error { return s.bells.wait(ctx, id) }

// Close lets the connections go.
func (s *postgres) Close() error {
	if s.closed.Swap(true) {
		return nil
	}
	s.stop()
	s.ended.Wait()
	s.pool.Close()
	s.bells.ringAll()
	return nil
}

var _ workshop.Store = (*postgres)(nil)

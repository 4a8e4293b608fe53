package store

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"callout/game/workshop"
	"callout/game/workshop/store/pgtest"
	"callout/game/workshop/store/storetest"
)

// connect opens a store in a database, as one replica does.
func connect(t *testing.T, at string) *postgres {
	t.Helper()
	s, err := openPostgres(t.Context(), at)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// emptied is a database without what tests before have left, which is quicker than another one.
func emptied(t *testing.T, at string) string {
	t.Helper()
	c, err := pgx.Connect(t.Context(), at)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close(t.Context())
	if _, err := c.Exec(t.Context(), "DROP SCHEMA IF EXISTS callout CASCADE"); err != nil {
		t.Fatal(err)
	}
	return at
}

func TestPostgres(t *testing.T) {
	at := pgtest.Database(t)
	storetest.Run(t, func(t *testing.T) workshop.Store { return connect(t, emptied(t, at)) })
}

// TestPostgresLeavesNoTrace looks into the server's files, its write-ahead log too, where the server removes what it has done
// with (wal_recycle=off) and the store's role may ask it to.
func TestPostgresLeavesNoTrace(t *testing.T) {
	if testing.Short() {
		t.Skip("it starts a server and reads all its files")
	}
	c := pgtest.Start(t)
	storetest.Erase(t, func(t *testing.T) workshop.Store { return connect(t, c.Database(t)) }, func(t *testing.T, _ workshop.Store, words ...string) map[string]string {
		return traces(t, c.Data(), words)
	})
}

// TestPostgresOnTwoReplicas: what one stores the other reads, is woken for, and may not overwrite.
func TestPostgresOnTwoReplicas(t *testing.T) {
	at := pgtest.Database(t)
	one, two := connect(t, at), connect(t, at)
	w := storetest.Workshop(1)
	if err := one.Create(t.Context(), w); err != nil {
		t.Fatal(err)
	}
	epoch, err := one.Lease(t.Context(), w.ID, "one", time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := two.Lease(t.Context(), w.ID, "two", time.Minute); !errors.Is(err, workshop.ErrHeld) {
		t.Errorf("both have the lease: %v", err)
	}
	ticket, err := two.Submit(t.Context(), w.ID, workshop.Command{Seat: 1, N: 1, Kind: workshop.Gave}, nil)
	if err != nil {
		t.Fatal(err)
	}
	list, err := one.Submitted(t.Context(), w.ID)
	if err != nil || len(list) != 1 || list[0].Ticket != ticket {
		t.Fatalf("one sees %v, %v", list, err)
	}
	if err := one.Append(t.Context(), w.ID, epoch, storetest.Entries(epoch, 1, 1), nil); err != nil {
		t.Fatal(err)
	}
	if err := one.Answer(t.Context(), w.ID, ticket, ""); err != nil {
		t.Fatal(err)
	}
	if _, ok, err := two.Answered(t.Context(), w.ID, ticket); !ok || err != nil {
		t.Errorf("two has no answer: %v", err)
	}
	if err := one.Release(t.Context(), w.ID, "one", epoch); err != nil {
		t.Fatal(err)
	}
	next, err := two.Lease(t.Context(), w.ID, "two", time.Minute)
	if err != nil || next <= epoch {
		t.Fatalf("two has epoch %d after %d, %v", next, epoch, err)
	}
	if err := one.Append(t.Context(), w.ID, epoch, storetest.Entries(epoch, 2, 1), nil); !errors.Is(err, workshop.ErrFenced) {
		t.Errorf("one stored without a lease: %v", err)
	}
	if err := two.Append(t.Context(), w.ID, next, storetest.Entries(next, 2, 1), nil); err != nil {
		t.Error(err)
	}
}

// TestPostgresClockSetBack: a lease that ends later than it could was given before the database's clock was set back.
func TestPostgresClockSetBack(t *testing.T) {
	s := connect(t, pgtest.Database(t))
	w := storetest.Workshop(1)
	if err := s.Create(t.Context(), w); err != nil {
		t.Fatal(err)
	}
	epoch, err := s.Lease(t.Context(), w.ID, "dead", 3*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.pool.Exec(t.Context(), "UPDATE callout.leases SET until = until + interval '1 h'"); err != nil {
		t.Fatal(err)
	}
	next, err := s.Lease(t.Context(), w.ID, "heir", 3*time.Second)
	if err != nil || next <= epoch {
		t.Errorf("the heir has epoch %d after %d, %v", next, epoch, err)
	}
}

func TestPostgresMigratesOnce(t *testing.T) {
	at := pgtest.Database(t)
	opened := make(chan error)
	for range 6 {
		go func() {
			s, err := openPostgres(t.Context(), at)
			if err == nil {
				s.Close()
			}
			opened <- err
		}()
	}
	for range 6 {
		if err := <-opened; err != nil {
			t.Error(err)
		}
	}
	s := connect(t, at)
	if _, err := s.pool.Exec(t.Context(), "UPDATE callout.format SET format = 2"); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), at); err == nil || !strings.Contains(err.Error(), "a newer Callout has written them: their format is 2, this one reads up to 1") {
		t.Errorf("opened: %v", err)
	}
}

// TestPostgresIsToldWhatToPromise: a URL cannot ask for less than a commit on the disk.
func TestPostgresIsToldWhatToPromise(t *testing.T) {
	s := connect(t, pgtest.Database(t)+"&synchronous_commit=off&statement_timeout=0&search_path=public")
	for setting, want := range map[string]string{"synchronous_commit": "on", "statement_timeout": "5s", "lock_timeout": "3s", "search_path": "pg_catalog"} {
		var got string
		if err := s.pool.QueryRow(t.Context(), "SELECT current_setting($1)", setting).Scan(&got); err != nil || got != want {
			t.Errorf("%s is %q, %v, want %q", setting, got, err, want)
		}
	}
}

func TestPostgresKeepsThePasswordToItself(t *testing.T) {
	const secret = "g3he1m"
	for _, at := range []string{
		"postgres://u:" + secret + "@127.0.0.1:1/db?connect_timeout=1", "postgres://u:" + secret + "@127.0.0.1:nan/db",
		"postgres://u:" + secret + "%@host/db", "postgres://u:" + secret + "@host/db?sslmode=nonsense", "postgres://u:" + secret + "@host:99999/db",
		"postgres://u@host:" + secret + "/db", "host=localhost password=" + secret, "postgresql://u:" + secret + "@[::1/db",
		"postgres://127.0.0.1:1/db?connect_timeout=1&password=" + secret, "postgres://u:" + secret + "@127.0.0.1:1/db?pool_max_conns=x",
	} {
		s, err := Open(t.Context(), at)
		if err == nil {
			s.Close()
			t.Fatalf("%s was opened", at)
		}
		if strings.Contains(err.Error(), secret) {
			t.Errorf("it tells the password: %v", err)
		}
		if !strings.Contains(err.Error(), "postgres://USER:PASSWORD@HOST") && !strings.Contains(err.Error(), "127.0.0.1") {
			t.Errorf("it does not say what would be right, or where it was: %v", err)
		}
	}
}

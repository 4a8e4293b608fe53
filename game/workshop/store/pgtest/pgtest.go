package pgtest

import (
	"context"
	"crypto/rand"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"
)

// Variable of the environment names a server on which tests may make and drop databases.
const Variable = "CALLOUT_TEST_POSTGRES"

var shared struct {
	sync.Mutex
	cluster *Cluster
}

// Run runs the tests of a package and stops the server that they shared: call it from TestMain.
func Run(m *testing.M) int {
	defer func() {
		if shared.cluster != nil {
			shared.cluster.remove()
		}
	}()
	return m.Run()
}

// Database makes an empty database for one test, on the server that the environment names, or else on one of this process's
// own. Where neither can be had the test is left out, and says so.
func Database(t testing.TB) string {
	t.Helper()
	server := os.Getenv(Variable)
	if server == "" {
		shared.Lock()
		if shared.cluster == nil {
			shared.cluster = begin(t)
		}
		server = shared.cluster.URL()
		shared.Unlock()
	}
	return fresh(t, server)
}

// fresh makes a database on a server, which goes with the test.
func fresh(t testing.TB, server string) string {
	t.Helper()
	name := "callout_test_" + strings.ToLower(rand.Text())
	run := func(statement string) {
		t.Helper()
		ctx := context.Background()
		conn, err := pgx.Connect(ctx, server)
		if err != nil {
			t.Fatalf("the server of %s: %v", Variable, err)
		}
		defer conn.Close(ctx)
		if _, err := conn.Exec(ctx, statement); err != nil {
			t.Fatal(err)
		}
	}
	run("CREATE DATABASE " + pgx.Identifier{name}.Sanitize())
	t.Cleanup(func() { run("DROP DATABASE " + pgx.Identifier{name}.Sanitize() + " WITH (FORCE)") })
	at, err := url.Parse(server)
	if err != nil {
		t.Fatalf("%s is no URL: %v", Variable, err)
	}
	at.Path = "/" + name
	return at.String()
}

// Start is a server of the test's own, which it may stop and start again.
func Start(t testing.TB) *Cluster {
	t.Helper()
	c := begin(t)
	t.Cleanup(c.remove)
	return c
}

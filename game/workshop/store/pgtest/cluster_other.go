//go:build !linux

package pgtest

import "testing"

// A Cluster is a PostgreSQL server of the tests' own, which is only started on Linux.
type Cluster struct{}

func begin(t testing.TB) *Cluster {
	t.Helper()
	t.Skipf("LEFT OUT: set %s to the URL of a PostgreSQL server to test on", Variable)
	return nil
}

// URL is how to reach the server.
func (c *Cluster) URL() string { return "" }

func (c *Cluster) remove() {}

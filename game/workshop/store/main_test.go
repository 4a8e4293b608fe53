package store

import (
	"os"
	"testing"

	"callout/game/workshop/store/pgtest"
)

// TestMain is a worker where a test asks for one, so that the test can kill it at any moment.
func TestMain(m *testing.M) {
	if runWorker(os.Stderr) {
		os.Exit(1)
	}
	os.Exit(pgtest.Run(m))
}

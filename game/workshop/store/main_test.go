package store

import (
	"os"
	"testing"

	"callout/game/workshop/store/pgtest"
)

func TestMain(m *testing.M) { os.Exit(pgtest.Run(m)) }

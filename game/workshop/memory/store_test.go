package memory_test

import (
	"testing"

	"callout/game/workshop"
	"callout/game/workshop/memory"
	"callout/game/workshop/store/storetest"
)

func TestStore(t *testing.T) {
	storetest.Run(t, func(*testing.T) workshop.Store { return memory.New() })
}

//go:build !linux

package powercut

import (
	"math/rand/v2"
	"testing"
)

// A Disk is only there on Linux.
type Disk struct{ Folder string }

// Mount leaves the test out.
func Mount(t testing.TB) *Disk {
	t.Helper()
	t.Skip("LEFT OUT: power cuts need Linux")
	return nil
}

// Cut takes the power away.
func (d *Disk) Cut(*rand.Rand) {}

// Fail lets the disk fail.
func (d *Disk) Fail(Fault) {}

// Failed tells whether it did.
func (d *Disk) Failed() bool { return false }

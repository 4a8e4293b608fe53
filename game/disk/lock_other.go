//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd || windows)

package disk

import "os"

// Lock does nothing: this system has no lock that the end of a process lets go.
func Lock(*os.File) error { return nil }

// SyncFolder has nothing to do where folders cannot be synced.
func SyncFolder(string) error { return nil }

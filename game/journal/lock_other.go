//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd || windows)

package journal

import "os"

// lock does nothing: this system has no lock that the end of a process lets go.
func lock(*os.File) error { return nil }

// syncFolder has nothing to do where folders cannot be synced.
func syncFolder(string) error { return nil }

package disk

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// Lock takes the file for this process until it is closed, or until the process ends in whatever way. It does not wait:
// the error is ErrLocked where another process has it. It locks a byte far behind the end, because on Windows a locked
// byte cannot be read by others.
func Lock(f *os.File) error {
	far := windows.Overlapped{OffsetHigh: 1 << 30}
	err := windows.LockFileEx(windows.Handle(f.Fd()),
		windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &far)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return ErrLocked
	}
	return err
}

// SyncFolder has nothing to do: Windows does not sync folders.
func SyncFolder(string) error { return nil }

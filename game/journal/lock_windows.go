package journal

import (
	"errors"
	"fmt"
	"os"

	"golang.org/x/sys/windows"
)

// lock takes the file for this process until it is closed, or until the process ends in whatever way. It locks a byte
// far behind the end, because on Windows a locked byte cannot be read by others.
func lock(f *os.File) error {
	far := windows.Overlapped{OffsetHigh: 1 << 30}
	err := windows.LockFileEx(windows.Handle(f.Fd()),
		windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &far)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return fmt.Errorf("%w: leave it there first", ErrInUse)
	}
	if err != nil {
		return fmt.Errorf("lock the saved game: %w", err)
	}
	return nil
}

// syncFolder has nothing to do: Windows does not sync folders.
func syncFolder(string) error { return nil }

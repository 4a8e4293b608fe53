package progress

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"callout/game/disk"
	"callout/game/words"
	"callout/ui/saves"
)

// most is how large the file may be. An entry has some 700 bytes.
const most = 32 << 20

// Store is where progress is kept. It may be used by many at once.
type Store struct {
	folder string
	now    func() time.Time
}

// Mine is the player's own, beside the folder of saved games.
func Mine() Store { return Store{filepath.Dir(saves.Folder()), time.Now} }

// File is the file that it lies in.
func (s Store) File() string { return filepath.Join(s.folder, "progress.json") }

// Read reads the progress; where there is none yet it is empty. A file that is not progress is an error and stays where it
// is: Change moves it aside.
func (s Store) Read() (Progress, error) {
	p, err := s.read()
	if errors.Is(err, os.ErrNotExist) {
		return Progress{Format: format}, nil
	}
	return p, err
}

// Reasons for refusing a file, for errors.Is. Each comes wrapped in a sentence with the file.
var (
	ErrForeign = errors.New("it does not hold the progress of Callout")
	ErrNewer   = errors.New("it was written by a newer Callout")
	ErrBusy    = errors.New("another Callout is writing it")
)

func (s Store) read() (Progress, error) {
	info, err := os.Stat(s.File())
	if err != nil {
		return Progress{}, fmt.Errorf("read the progress: %w", err)
	}
	if !info.Mode().IsRegular() || info.Size() > most {
		return Progress{}, fmt.Errorf("%s: %w", s.File(), ErrForeign)
	}
	b, err := os.ReadFile(s.File())
	if err != nil {
		return Progress{}, fmt.Errorf("read the progress: %w", err)
	}
	p, err := decode(b)
	if err != nil {
		return p, fmt.Errorf("%s: %w", s.File(), err)
	}
	return p, nil
}

// decode reads what encode wrote, and takes nothing over that makes no sense.
func decode(b []byte) (Progress, error) {
	var version struct {
		Format *int `json:"callout_progress"`
	}
	if err := json.Unmarshal(b, &version); err != nil || version.Format == nil || *version.Format < 1 {
		return Progress{}, ErrForeign
	}
	if *version.Format > format {
		return Progress{}, fmt.Errorf("%w: its format is %d, this one reads up to %d", ErrNewer, *version.Format, format)
	}
	var read Progress
	if err := json.Unmarshal(b, &read); err != nil {
		return Progress{}, fmt.Errorf("%w: %w", ErrForeign, err)
	}
	p := Progress{Format: format}
	p.Merge(sensible(read))
	return p, nil
}

func encode(p Progress) ([]byte, error) {
	p.Format = format
	p.Games, p.Skips, p.Rounds = append([]Game{}, p.Games...), append([]Skip{}, p.Skips...), append([]Round{}, p.Rounds...) // lists, also where they are empty
	b, err := json.MarshalIndent(p, "", " ")
	if err != nil {
		return nil, fmt.Errorf("write the progress: %w", err)
	}
	return append(b, '\n'), nil
}

// Change reads the progress, changes it and writes it, while nobody else does. It returns what is written now, and a
// sentence to show where the file that was there was none and had to be moved aside. Where change says that nothing
// changed, nothing is written.
func (s Store) Change(change func(*Progress) bool) (p Progress, notice string, err error) {
	if err := disk.MakeFolder(s.folder); err != nil {
		return p, "", fmt.Errorf("make the folder of the progress: %w", err)
	}
	unlock, err := s.lock()
	if err != nil {
		return p, "", err
	}
	defer unlock()
	s.sweepWritings()
	p, err = s.read()
	switch {
	case errors.Is(err, os.ErrNotExist):
		p, err = Progress{Format: format}, nil
	case errors.Is(err, ErrForeign):
		notice, err = s.setAside()
		p = Progress{Format: format}
	}
	if err != nil || !change(&p) {
		return p, notice, err
	}
	b, err := encode(p)
	if err != nil {
		return p, notice, err
	}
	if err := disk.Write(s.File(), b); err != nil {
		return p, notice, fmt.Errorf("keep the progress: %w", err)
	}
	return p, notice, nil
}

// patience is how long Change waits for another Callout: it has the file for some milliseconds.
const patience = 5 * time.Second

// lock takes the progress for this process. The lock is a file of its own, because the progress is replaced by each writing.
func (s Store) lock() (unlock func(), err error) {
	f, err := os.OpenFile(filepath.Join(s.folder, "progress.lock"), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("lock the progress: %w", err)
	}
	for waited := time.Duration(0); ; waited += 5 * time.Millisecond {
		err := disk.Lock(f)
		if err == nil {
			return func() { f.Close() }, nil
		}
		if !errors.Is(err, disk.ErrLocked) || waited >= patience {
			f.Close()
			if errors.Is(err, disk.ErrLocked) {
				err = ErrBusy
			}
			return nil, fmt.Errorf("lock the progress in %s: %w", s.File(), err)
		}
		time.Sleep(5 * time.Millisecond)
	}
}

// sweepWritings removes what writings left behind that were ended by force. It is called under the lock.
func (s Store) sweepWritings() {
	left, _ := filepath.Glob(filepath.Join(s.folder, ".progress.json.*.new"))
	for _, l := range left {
		os.Remove(l)
	}
}

// setAside moves what lies in the file's place out of the way, under a name that nothing has, and says so.
func (s Store) setAside() (notice string, err error) {
	for n := 1; n < 1000; n++ {
		aside := fmt.Sprintf("%s.aside%d", s.File(), n)
		if _, err := os.Lstat(aside); !errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err := errors.Join(os.Rename(s.File(), aside), disk.SyncFolder(aside)); err != nil {
			return "", fmt.Errorf("move aside what is not progress: %w", err)
		}
		return words.Say("campaign.notice.aside", "file", aside), nil
	}
	return "", fmt.Errorf("%s: %w, and there are a thousand such files already: look at them", s.File(), ErrForeign)
}

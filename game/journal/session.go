package journal

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"callout/game"
	"callout/game/disk"
)

// A Session is a game being played, with or without a file that records it. Screens and the line-by-line mode play
// through it. It is not safe for concurrent use.
type Session struct {
	Game *game.Game // for looking at; orders go through Do, or they are not recorded

	header  Header
	history history
	path    string
	cut     string
	file    *os.File // nil where nothing is recorded
	end     int64    // offset after the last line
	sum     uint32   // checksum of the last line
	err     error    // why nothing more can be recorded
}

// New begins a game that is not recorded.
func New(l *game.Level, seed game.Seed) *Session {
	setup := Setup{Level: l, Seed: seed}
	h := newHistory(l, seed)
	return &Session{Game: h.game, header: setup.header(), history: h}
}

// Brief is New for a game of which nobody will ask what happened before: it keeps no events, which take more memory than the
// game does. EndTurn returns them, once.
func Brief(l *game.Level, seed game.Seed) *Session {
	s := New(l, seed)
	s.history.brief = true
	return s
}

// Create begins a game that is recorded in a new file at path. Missing folders are made. A file that is there already
// is refused, unless it is empty.
func Create(path string, s Setup) (*Session, error) {
	if err := disk.MakeFolder(filepath.Dir(path)); err != nil {
		return nil, fmt.Errorf("make the folder of a saved game: %w", err)
	}
	if h := s.header(); h.unprintable() {
		return nil, fmt.Errorf("create a saved game: %q, where its level or model comes from, has characters that cannot be printed: rename it", s.Source+s.Model)
	}
	if err := free(path); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return nil, fmt.Errorf("create a saved game: %w", err)
	}
	session := New(s.Level, s.Seed)
	session.path, session.file, session.header = path, f, s.header()
	if err := session.begin(session.header); err != nil {
		f.Close()
		return nil, err
	}
	return session, nil
}

// free tells that a new file can be made at path: there is none, or an empty one.
func free(path string) error {
	if info, err := os.Stat(path); err == nil && (!info.Mode().IsRegular() || info.Size() > 0) {
		return errTaken(path)
	}
	return nil
}

func errTaken(path string) error {
	return fmt.Errorf("create a saved game: %s exists already and is left alone: resume it, or choose another file", path)
}

// begin locks the new file and writes its first line.
func (s *Session) begin(h Header) error {
	if err := lock(s.file); err != nil {
		return fmt.Errorf("%s: %w", s.path, err)
	}
	if info, err := s.file.Stat(); err != nil || info.Size() > 0 {
		return errTaken(s.path)
	}
	if err := s.append(h); err != nil {
		return err
	}
	return disk.SyncFolder(s.path)
}

// Resume goes on with the game recorded at path. It plays the game again and compares every digest. A last line that
// was never finished is cut off and kept in a file of its own, see Cut; any other fault is an error, and then the
// file is left as it is.
func Resume(path string, load Loader) (*Session, error) {
	f, err := open(path, os.O_RDWR|os.O_APPEND)
	if err != nil {
		return nil, err
	}
	s := &Session{path: path, file: f}
	err = lock(f)
	if err == nil {
		err = s.resume(load)
	}
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return s, nil
}

func (s *Session) resume(load Loader) error {
	p, err := replay(s.file, load, nil)
	if err != nil {
		return err
	}
	s.header, s.history, s.Game = p.report.Header, p.history, p.game
	s.end, s.sum = p.read.end, p.read.sum
	switch {
	case len(p.read.torn) > 0:
		return s.cutOff(p.read.torn)
	case p.read.noFeed:
		return s.write([]byte("\n"))
	}
	return nil
}

// lock takes the journal's file for this process.
func lock(f *os.File) error {
	err := disk.Lock(f)
	if errors.Is(err, disk.ErrLocked) {
		return fmt.Errorf("%w: leave it there first", ErrInUse)
	}
	if err != nil {
		return fmt.Errorf("lock the saved game: %w", err)
	}
	return nil
}

// cutOff moves a line that was never finished to a file of its own, and only then shortens the journal.
func (s *Session) cutOff(torn []byte) error {
	for n := 1; ; n++ {
		aside := fmt.Sprintf("%s.cut%d", s.path, n)
		f, err := os.OpenFile(aside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if errors.Is(err, os.ErrExist) && n < 1000 {
			continue
		}
		if err != nil {
			return fmt.Errorf("keep a copy of its unfinished last line: %w", err)
		}
		_, err = io.Copy(f, bytes.NewReader(torn))
		err = errors.Join(err, f.Sync(), f.Close(), disk.SyncFolder(aside))
		if err != nil {
			return fmt.Errorf("keep a copy of its unfinished last line: %w", err)
		}
		s.cut = aside
		break
	}
	if err := errors.Join(s.file.Truncate(s.end), s.file.Sync()); err != nil {
		return fmt.Errorf("cut off its unfinished last line: %w", err)
	}
	return nil
}

// Path is the journal's file, or empty where nothing is recorded.
func (s *Session) Path() string { return s.path }

// Cut is the file that Resume moved an unfinished last line to, or empty. What stood in it was never acknowledged.
func (s *Session) Cut() string { return s.cut }

// Events is everything that happened since the game began, in order, hidden events included: nothing of it may be
// shown that the View does not tell, before the game is over.
func (s *Session) Events() []game.Event { return s.history.events }

// Header says what the game was made from.
func (s *Session) Header() Header { return s.header }

// Orders are the orders of each turn that stand, from the first; the last turn has not ended.
func (s *Session) Orders() [][]game.Order { return s.history.orders }

// Turns is how many turns have ended.
func (s *Session) Turns() int { return s.history.turns() }

// Notes are the notes, in the order in which they were made.
func (s *Session) Notes() []Note { return s.history.notes }

// Err is why nothing more can be recorded, or nil.
func (s *Session) Err() error { return s.err }

// Do gives an order. When it returns without error the order is accepted and on the disk. An order that is refused
// changes nothing and is not recorded.
func (s *Session) Do(o game.Order) error {
	if s.err != nil {
		return s.err
	}
	text := s.Game.Level().FormatOrder(o)
	o, err := s.Game.Level().ParseOrder(text)
	if err != nil {
		return err
	}
	if err := s.history.do(o); err != nil {
		return err
	}
	return s.append(order{text})
}

// CanUndo tells whether there is an order to take back: the last one of the turn that has not ended.
func (s *Session) CanUndo() bool { return s.err == nil && len(s.history.pending()) > 0 }

// Undo takes back the last order of the turn that has not ended, and returns it. The game is as if it had never been
// given. When it returns without error, that is on the disk.
func (s *Session) Undo() (game.Order, error) {
	if s.err != nil {
		return game.Order{}, s.err
	}
	o, err := s.history.undo()
	if errors.Is(err, errNothingToUndo) {
		return game.Order{}, err
	}
	if err != nil {
		s.err = err
		return game.Order{}, err
	}
	return o, s.append(undo{1})
}

// Note writes down something about the game that does not change it, such as a hint that was taken. The kind has small
// letters and dashes, the text is printable and in one line. A note that is refused changes nothing. Notes may be made
// after the end of the game; taking back an order does not take back notes.
func (s *Session) Note(kind, text string) error {
	if s.err != nil {
		return s.err
	}
	n := note{kind, text}
	if err := s.history.write(n); err != nil {
		return err
	}
	return s.append(n)
}

// EndTurn ends the turn and returns what happened, hidden events included, as game.EndTurn does. When it returns
// without error the turn is on the disk. After the end of the game it does nothing.
func (s *Session) EndTurn() ([]game.Event, error) {
	if s.err != nil {
		return nil, s.err
	}
	if s.Game.Over() {
		return nil, nil
	}
	events := s.history.endTurn()
	if err := s.append(record(s.Game, s.Turns())); err != nil {
		return nil, err
	}
	return events, nil
}

// Close ends the recording. The game can be resumed from its file.
func (s *Session) Close() error {
	if s.file == nil {
		return nil
	}
	err := s.file.Close()
	s.file, s.err = nil, errors.New("the game was closed")
	return err
}

// append writes one line and syncs it. After a failure nothing more is accepted: the game in memory is ahead of its
// file, and what is on the disk is what counts.
func (s *Session) append(v any) error {
	if s.file == nil {
		return nil
	}
	line, sum, err := encode(v, s.sum)
	if err == nil && s.end+int64(len(line)) > maxFile {
		err = fmt.Errorf("it would grow beyond %d bytes", maxFile)
	}
	if err == nil {
		err = s.write(line)
	}
	if err != nil {
		s.err = fmt.Errorf("the game cannot be saved any more, what was acknowledged before is in %s: %w", s.path, err)
		return s.err
	}
	s.sum = sum
	return nil
}

// write adds bytes to the end of the file and syncs it. What a failed write left behind is taken off again, so that
// the file stays whole if the disk allows it.
func (s *Session) write(b []byte) error {
	if _, err := s.file.Write(b); err != nil {
		return errors.Join(err, s.file.Truncate(s.end))
	}
	if err := s.file.Sync(); err != nil {
		return err
	}
	s.end += int64(len(b))
	return nil
}

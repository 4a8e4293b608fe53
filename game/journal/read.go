package journal

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
)

// A reader walks through the lines of a journal and checks their seals.
type reader struct {
	in     *bufio.Reader
	line   int    // number of the line read last, 1 for the first
	sum    uint32 // its checksum
	end    int64  // offset after the last good line
	noFeed bool   // the last good line lacks its line feed
	torn   []byte // what follows the last good line, if it was never finished
}

// A fault in a line is told with the line's number.
func (r *reader) wrong(err error) error { return fmt.Errorf("line %d: %w", r.line, err) }

// open opens a file for reading that can be a journal: an ordinary file within the limits.
func open(path string, flag int) (*os.File, error) {
	info, err := os.Stat(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("there is no saved game %s: %w", path, os.ErrNotExist)
	}
	if err != nil {
		return nil, fmt.Errorf("open a saved game: %w", err)
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: %w, but a folder or a device", path, ErrForeign)
	}
	if info.Size() > maxFile {
		return nil, fmt.Errorf("%s: %w: it has %d bytes, more than the %d that one may have", path, ErrForeign, info.Size(), maxFile)
	}
	f, err := os.OpenFile(path, flag, 0)
	if err != nil {
		return nil, fmt.Errorf("open a saved game: %w", err)
	}
	return f, nil
}

// begin reads the header.
func begin(in io.Reader) (*reader, Header, error) {
	r := &reader{in: bufio.NewReaderSize(io.LimitReader(in, maxFile+1), maxLine), line: 1}
	line, err := r.in.ReadSlice('\n')
	switch {
	case err == io.EOF && len(line) == 0:
		return nil, Header{}, fmt.Errorf("%w: it is empty", ErrForeign)
	case errors.Is(err, bufio.ErrBufferFull):
		return nil, Header{}, r.wrong(ErrForeign)
	case err != nil && err != io.EOF:
		return nil, Header{}, fmt.Errorf("read a saved game: %w", err)
	}
	r.noFeed = err == io.EOF
	h, sum, err := readHeader(bytes.TrimSuffix(line, []byte("\n")))
	if err != nil && r.noFeed && bytes.HasPrefix(line, []byte(`{"callout":`)) {
		err = fmt.Errorf("%w: it ends in the middle of its first line", ErrDamaged)
	}
	if err != nil {
		return nil, Header{}, r.wrong(err)
	}
	r.sum, r.end = sum, int64(len(line))
	return r, h, nil
}

// next returns the JSON of the next line without its seal. At the end it returns io.EOF; a last line that was never
// finished counts as the end and is left in r.torn.
func (r *reader) next() ([]byte, error) {
	line, err := r.in.ReadSlice('\n')
	if len(line) == 0 && err == io.EOF {
		return nil, io.EOF
	}
	r.line++
	switch {
	case errors.Is(err, bufio.ErrBufferFull):
		return nil, r.wrong(fmt.Errorf("%w: it is longer than %d bytes", ErrDamaged, maxLine))
	case err != nil && err != io.EOF:
		return nil, fmt.Errorf("read a saved game: %w", err)
	}
	body, sum, bad := unseal(bytes.TrimSuffix(line, []byte("\n")), r.sum)
	if bad == nil {
		r.sum, r.end, r.noFeed = sum, r.end+int64(len(line)), err == io.EOF
		return body, nil
	}
	if r.unfinished(line, err == io.EOF) {
		r.torn = bytes.Clone(line)
		return nil, io.EOF
	}
	return nil, r.wrong(fmt.Errorf("%w: %w", ErrDamaged, bad))
}

// unfinished tells whether a bad line is a write that was cut short: the last line, either without its line feed, or
// with a hole of zeros where a page never reached the disk.
func (r *reader) unfinished(line []byte, last bool) bool {
	if last {
		return true
	}
	if bytes.IndexByte(line, 0) < 0 {
		return false
	}
	_, err := r.in.Peek(1)
	return err == io.EOF
}

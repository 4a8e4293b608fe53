package after

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"slices"

	"callout/game"
	"callout/game/journal"
	"callout/game/workshop"
)

// A recording is a workshop as a file: for keeping, and for saying what went wrong. It has a header, one line for each entry,
// and an end, each an object of JSON with a checksum before it: eight hexadecimal digits of CRC-32 and a blank. A level that
// is not shipped stands behind the header in pieces, for no line is long. Nobody's name is in it, nor what anybody comes back
// by; what the facilitator said to all is left out.

// Limits of a recording.
const (
	maxLine    = 64 << 10 // bytes
	maxLines   = 1_000_000
	maxPiece   = 32 << 10 // of a level's text
	maxText    = 256 << 10
	recordings = 1 // version of the format
)

// recordHeader is the first line.
type recordHeader struct {
	Format     string `json:"format"` // always recordFormat
	Version    int    `json:"version"`
	Rules      int    `json:"rules"`
	Level      string `json:"level"`
	Digest     string `json:"level_digest"`
	Commitment string `json:"commitment"`
}

const recordFormat = "callout workshop"

// recordLine is any other line: one of these.
type recordLine struct {
	Text  string       `json:"text,omitempty"`
	Entry *recordEntry `json:"entry,omitempty"`
	End   *recordEnd   `json:"end,omitempty"`
}

// recordEntry is an entry.
type recordEntry struct {
	Seq   int64           `json:"seq"`
	Epoch int64           `json:"epoch"`
	At    int64           `json:"at"`
	Seat  int             `json:"seat,omitempty"`
	N     int64           `json:"n,omitempty"`
	Kind  workshop.Kind   `json:"kind"`
	Body  json.RawMessage `json:"body,omitempty"`
}

// recordEnd is the last line: what the games came to, so that whoever plays them again can tell.
type recordEnd struct {
	Entries int      `json:"entries"`
	Digests []string `json:"digests"` // by team, hexadecimal
}

// ErrRunning says that a workshop is not over, and its recording would tell its seed.
var ErrRunning = errors.New("the workshop is not over, and a recording of it would tell its seed")

// Record writes the recording of a workshop that is finished. entries gives its entries once more, as the store does.
func (k *Kept) Record(w io.Writer, entries func(do func(workshop.Entry) error) error) error {
	if !k.Finished() {
		return ErrRunning
	}
	o := k.Opening
	out := bufio.NewWriter(w)
	if err := writeLine(out, recordHeader{recordFormat, recordings, o.Rules, o.Level, o.Digest, o.Commitment}); err != nil {
		return err
	}
	for text := o.LevelText; text != ""; {
		piece := text[:min(len(text), maxPiece/6)] // a byte may take six as JSON
		text = text[len(piece):]
		if err := writeLine(out, recordLine{Text: hex.EncodeToString([]byte(piece))}); err != nil {
			return err
		}
	}
	err := entries(func(e workshop.Entry) error {
		body, err := nameless(&e)
		if err != nil {
			return fmt.Errorf("entry %d (%s): %w", e.Seq, e.Kind, err)
		}
		return writeLine(out, recordLine{Entry: &recordEntry{e.Seq, e.Epoch, e.At, e.Seat, e.N, e.Kind, body}})
	})
	if err != nil {
		return fmt.Errorf("write the recording: %w", err)
	}
	if err := writeLine(out, recordLine{End: &recordEnd{k.Entries, digests(k.Picture)}}); err != nil {
		return err
	}
	return out.Flush()
}

// nameless is the body of an entry without what could name anybody, and without a level's text.
func nameless(e *workshop.Entry) ([]byte, error) {
	switch e.Kind {
	case workshop.Opened:
		var o workshop.Opening
		if err := json.Unmarshal(e.Body, &o); err != nil {
			return nil, err
		}
		o.LevelText = ""
		return json.Marshal(o)
	case workshop.Joined:
		var j workshop.Joining
		if err := json.Unmarshal(e.Body, &j); err != nil {
			return nil, err
		}
		j.Key, j.Return = "", ""
		return json.Marshal(j)
	case workshop.Broadcast:
		return json.Marshal(workshop.Text{Text: "…"})
	case workshop.Noted:
		var n workshop.Note
		if err := json.Unmarshal(e.Body, &n); err != nil {
			return nil, err
		}
		if !slices.Contains(ownNotes, n.Kind) {
			n.Text = "…"
		}
		return json.Marshal(n)
	}
	return e.Body, nil
}

func digests(p *workshop.Picture) []string {
	list := []string{}
	for _, t := range p.Teams {
		t.Look(func(g *game.Game) { list = append(list, fmt.Sprintf("%016x", g.Digest())) })
	}
	return list
}

func writeLine(w *bufio.Writer, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("write the recording: %w", err)
	}
	if len(b)+10 > maxLine {
		return fmt.Errorf("write the recording: a line of %d bytes is longer than %d", len(b)+10, maxLine)
	}
	_, err = fmt.Fprintf(w, "%s %s\n", checksum(b), b)
	return err
}

// checksum is what stands before a line.
func checksum(line []byte) string { return fmt.Sprintf("%08x", crc32.ChecksumIEEE(line)) }

// Import reads a recording and plays it: it is damaged, of other rules, or leads to the games that it says. Errors name the
// line. load finds the shipped levels.
func Import(r io.Reader, load journal.Loader) (*Kept, error) {
	in := &recordReader{in: bufio.NewReaderSize(r, maxLine), sum: sha256.New()}
	k, err := in.read(load)
	if err != nil {
		return nil, fmt.Errorf("line %d of the recording: %w", in.line, err)
	}
	k.Workshop.ID = hex.EncodeToString(in.sum.Sum(nil)[:16])
	if err := k.show(nil); err != nil {
		return nil, fmt.Errorf("the recording: %w", err)
	}
	if !slices.Equal(digests(k.Picture), in.end.Digests) {
		return nil, fmt.Errorf("the recording leads to games with the digests %v, and says that they have %v", digests(k.Picture), in.end.Digests)
	}
	return k, nil
}

// recordReader reads a recording line by line.
type recordReader struct {
	in   *bufio.Reader
	line int
	sum  interface {
		io.Writer
		Sum([]byte) []byte
	}
	end recordEnd
}

func (r *recordReader) read(load journal.Loader) (*Kept, error) {
	var h recordHeader
	if err := r.next(&h); err != nil {
		return nil, err
	}
	switch {
	case h.Format != recordFormat:
		return nil, fmt.Errorf("%.30q is not the recording of a workshop: its first line says %q", h.Format, recordFormat)
	case h.Version != recordings:
		return nil, fmt.Errorf("it is of version %d, and this program reads version %d", h.Version, recordings)
	case h.Rules != game.Rules:
		return nil, fmt.Errorf("it was played under rules %d, and these are rules %d", h.Rules, game.Rules)
	}
	k, text := newKept(load), ""
	for {
		var l recordLine
		if err := r.next(&l); err != nil {
			if errors.Is(err, io.EOF) {
				err = errors.New("the recording ends here, without saying that it does: the rest is lost")
			}
			return nil, err
		}
		switch {
		case l.End != nil:
			if l.End.Entries != k.Entries {
				return nil, fmt.Errorf("it says that there are %d entries, and there are %d", l.End.Entries, k.Entries)
			}
			r.end = *l.End
			return k, r.over()
		case l.Entry != nil:
			if err := k.add(l.Entry.entry(h, text)); err != nil {
				return nil, err
			}
			if k.Opening.Commitment != h.Commitment || k.Opening.Digest != h.Digest || k.Opening.Level != h.Level {
				return nil, errors.New("the workshop is not the one of the header")
			}
		case l.Text != "" && k.Entries == 0:
			piece, err := hex.DecodeString(l.Text)
			if err != nil || len(text)+len(piece) > maxText {
				return nil, fmt.Errorf("it is no piece of a level: it has hexadecimal digits, and a level up to %d bytes", maxText)
			}
			text += string(piece)
		default:
			return nil, errors.New("it is neither an entry nor the end")
		}
	}
}

// entry is the entry as it was kept, an Opening with the level's text in its place.
func (e *recordEntry) entry(h recordHeader, text string) workshop.Entry {
	body := []byte(e.Body)
	if e.Kind == workshop.Opened && text != "" {
		var o workshop.Opening
		if json.Unmarshal(body, &o) == nil {
			o.LevelText = text
			body = workshop.Body(o)
		}
	}
	return workshop.Entry{Seq: e.Seq, Epoch: e.Epoch, At: e.At, Seat: e.Seat, N: e.N, Kind: e.Kind, Body: body}
}

// next reads a line into v.
func (r *recordReader) next(v any) error {
	r.line++
	line, err := r.in.ReadSlice('\n')
	switch {
	case errors.Is(err, bufio.ErrBufferFull):
		return fmt.Errorf("it is longer than %d bytes", maxLine)
	case errors.Is(err, io.EOF) && len(line) == 0:
		return io.EOF
	case err != nil && !errors.Is(err, io.EOF):
		return err
	case err != nil:
		return errors.New("it is torn: it does not end with a new line")
	case r.line > maxLines:
		return fmt.Errorf("there are more than %d lines", maxLines)
	}
	r.sum.Write(line)
	line = line[:len(line)-1]
	if len(line) < 10 || line[8] != ' ' {
		return errors.New("it is no line of a recording: a checksum of eight hexadecimal digits comes first, and a blank")
	}
	if sum := checksum(line[9:]); sum != string(line[:8]) {
		return fmt.Errorf("it is damaged: its checksum is %s, and it says %.8s", sum, line)
	}
	d := json.NewDecoder(bytes.NewReader(line[9:]))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		return fmt.Errorf("it cannot be read: %w", err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("it has more than one object")
	}
	return nil
}

// over tells whether nothing follows the end.
func (r *recordReader) over() error {
	if _, err := r.in.ReadByte(); !errors.Is(err, io.EOF) {
		r.line++
		return errors.New("something follows the end")
	}
	return nil
}

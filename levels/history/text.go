package history

import (
	"bufio"
	"errors"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// letters makes UTF-8 of what a file may be written in: UTF-8 and UTF-16 with a byte order mark, UTF-8 without one, and
// Windows-1252, byte by byte wherever something is no UTF-8. foreign counts such bytes.
func letters(in *bufio.Reader) (out io.Reader, foreign func() int) {
	none := func() int { return 0 }
	head, _ := in.Peek(3)
	switch {
	case len(head) >= 2 && head[0] == 0xff && head[1] == 0xfe, len(head) >= 2 && head[0] == 0xfe && head[1] == 0xff:
		return transform.NewReader(in, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()), none
	case len(head) == 3 && head[0] == 0xef && head[1] == 0xbb && head[2] == 0xbf:
		in.Discard(3)
	}
	w := &western{}
	return transform.NewReader(in, w), func() int { return w.bytes }
}

// western passes UTF-8 on and reads every other byte as Windows-1252.
type western struct{ bytes int }

func (w *western) Reset() { w.bytes = 0 }

func (w *western) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		r, size := rune(src[nSrc]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(src[nSrc:])
			if r == utf8.RuneError && size == 1 {
				if !atEOF && !utf8.FullRune(src[nSrc:]) {
					return nDst, nSrc, transform.ErrShortSrc
				}
				r = charmap.Windows1252.DecodeByte(src[nSrc])
				w.bytes++
			}
		}
		if nDst+utf8.RuneLen(r) > len(dst) {
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += utf8.EncodeRune(dst[nDst:], r)
		nSrc += size
	}
	return nDst, nSrc, nil
}

// longest is how many bytes one entry may have.
const longest = 4 << 20

var errTooLong = errors.New("an entry is longer than 4 MiB: a quote or a bracket is missing, or it is another kind of file")

// A guard stops reading where one entry has no end.
type guard struct {
	in   io.Reader
	left int
}

func (g *guard) Read(p []byte) (int, error) {
	if g.left <= 0 {
		return 0, errTooLong
	}
	n, err := g.in.Read(p[:min(len(p), g.left)])
	g.left -= n
	return n, err
}

// entry begins a new one.
func (g *guard) entry() { g.left = longest }

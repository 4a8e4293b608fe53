package line

import (
	"strings"
	"sync"
)

// Style is how text looks: the escape sequence that switches it on, empty for text as the terminal has it.
type Style struct{ On string }

const off = "\x1b[0m"

// With is s and other together; what other sets wins.
func (s Style) With(other Style) Style { return Style{s.On + other.On} }

// Block is a rectangle of text, written row by row. Rows are padded and cut to its width, missing rows are blank, rows
// too many are dropped.
type Block struct {
	w, h int
	buf  *[]byte // borrowed until the block is done
	ends []int
	col  int   // cells used of the current row
	base Style // under everything in the current row
}

// buffers are what blocks are written into; only the finished text is kept.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

// NewBlock is an empty block of w by h cells.
func NewBlock(w, h int) *Block {
	w, h = max(w, 0), max(h, 0)
	buf := buffers.Get().(*[]byte)
	*buf = (*buf)[:0]
	return &Block{w: w, h: h, buf: buf, ends: make([]int, 0, h)}
}

// Width is the width of the block in cells.
func (b *Block) Width() int { return b.w }

// Left is the number of rows still to be written, the current one included.
func (b *Block) Left() int { return b.h - len(b.ends) }

// Col is the number of cells written in the current row.
func (b *Block) Col() int { return b.col }

// Room is the number of cells left in the current row.
func (b *Block) Room() int { return b.w - b.col }

// Base sets the style that lies under everything of the current row, such as the background of a selected one.
func (b *Block) Base(s Style) *Block {
	b.base = s
	return b
}

// Put writes text, cut where the row ends.
func (b *Block) Put(s Style, text string) *Block { return b.put(s, text, b.w-b.col) }

// Cell writes text in exactly width cells, aligned left.
func (b *Block) Cell(s Style, text string, width int) *Block {
	to := min(b.col+width, b.w)
	return b.put(s, text, to-b.col).To(to)
}

// Right writes text in exactly width cells, aligned right.
func (b *Block) Right(s Style, text string, width int) *Block {
	to := min(b.col+width, b.w)
	text = Cut(text, to-b.col)
	return b.To(to-Width(text)).put(s, text, to-b.col)
}

// To moves to column col of the row, counted from 0; it never moves back.
func (b *Block) To(col int) *Block {
	b.repeat(b.base, " ", min(col, b.w)-b.col)
	return b
}

// Space writes n blanks.
func (b *Block) Space(n int) *Block { return b.To(b.col + n) }

// Fill writes glyph, which takes one cell, n times.
func (b *Block) Fill(s Style, glyph string, n int) *Block {
	b.repeat(Style{b.base.On + s.On}, glyph, min(n, b.w-b.col))
	return b
}

// End ends the row.
func (b *Block) End() *Block {
	if b.col > 0 {
		b.To(b.w)
	}
	if len(b.ends) < b.h {
		b.ends = append(b.ends, len(*b.buf))
	}
	b.col, b.base = 0, Style{}
	return b
}

// Line writes one row of text.
func (b *Block) Line(s Style, text string) *Block { return b.Put(s, text).End() }

// Para writes text over as many rows as it needs, each after indent blanks.
func (b *Block) Para(s Style, text string, indent int) *Block {
	for _, l := range Wrap(text, b.w-indent) {
		b.Space(indent).Put(s, l).End()
	}
	return b
}

// Styled writes text that is already styled and width cells wide, if it fits.
func (b *Block) Styled(text string, width int) *Block {
	if width <= b.Room() {
		b.write(text)
		b.col += width
	}
	return b
}

// Join writes rows of another block, which are width cells wide, one row each.
func (b *Block) Join(rows []string, width int) *Block {
	for _, r := range rows {
		b.Styled(r, width).End()
	}
	return b
}

// View is the rows of the block with line breaks between them.
func (b *Block) View() string { return strings.Join(b.Rows(), "\n") }

// Rows are the rows of the block: as many as it is high, each as wide as it is. The block is done with then.
func (b *Block) Rows() []string {
	if b.col > 0 {
		b.End()
	}
	for len(b.ends) < b.h {
		b.End()
	}
	all := string(*b.buf)
	buffers.Put(b.buf)
	b.buf = nil
	rows := make([]string, b.h)
	from := 0
	for i, to := range b.ends {
		if rows[i] = all[from:to]; from == to {
			rows[i] = Blanks(b.w)
		}
		from = to
	}
	return rows
}

const blanks = "                                                                                                                                                                "

// Blanks is n blanks.
func Blanks(n int) string {
	if n > len(blanks) {
		return strings.Repeat(" ", n)
	}
	return blanks[:max(n, 0)]
}

// write appends to the current row; below the last row there is nothing to write on.
func (b *Block) write(text string) {
	if len(b.ends) < b.h {
		*b.buf = append(*b.buf, text...)
	}
}

func (b *Block) put(s Style, text string, room int) *Block {
	text = Cut(text, room)
	if text == "" {
		return b
	}
	b.write(b.base.On)
	b.write(s.On)
	b.write(text)
	if b.base.On != "" || s.On != "" {
		b.write(off)
	}
	b.col += Width(text)
	return b
}

func (b *Block) repeat(s Style, glyph string, n int) {
	if n <= 0 {
		return
	}
	b.write(s.On)
	for range n {
		b.write(glyph)
	}
	if s.On != "" {
		b.write(off)
	}
	b.col += n
}

// Plain is a row without its styles.
func Plain(row string) string {
	if strings.IndexByte(row, 0x1b) < 0 {
		return row
	}
	var b strings.Builder
	b.Grow(len(row))
	for {
		i := strings.IndexByte(row, 0x1b)
		if i < 0 {
			b.WriteString(row)
			return b.String()
		}
		b.WriteString(row[:i])
		end := strings.IndexByte(row[i:], 'm')
		if end < 0 {
			return b.String()
		}
		row = row[i+end+1:]
	}
}

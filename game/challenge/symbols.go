package challenge

import "strings"

// alphabet is Crockford's base32: a symbol has five bits. I, L, O and U are left out.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// fold keeps of a text what counts in a code: letters and digits, with those that are easily confused made one.
func fold(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			r -= 'a' - 'A'
		case r >= 'A' && r <= 'Z', r >= '0' && r <= '9':
		default:
			return -1
		}
		switch r {
		case 'O':
			return '0'
		case 'I', 'L':
			return '1'
		}
		return r
	}, text)
}

// symbols are numbers from 0 to 31.
type symbols []byte

// number appends n in exactly count symbols, the highest first.
func (s *symbols) number(n uint64, count int) {
	for i := count - 1; i >= 0; i-- {
		*s = append(*s, byte(n>>(5*i)&31))
	}
}

// varying appends n in as few symbols as it needs: four bits in each, and one that says that more follow.
func (s *symbols) varying(n uint64) {
	count := 1
	for rest := n >> 4; rest > 0; rest >>= 4 {
		count++
	}
	for i := count - 1; i >= 0; i-- {
		more := byte(0)
		if i > 0 {
			more = 16
		}
		*s = append(*s, byte(n>>(4*i)&15)|more)
	}
}

// text writes symbols in groups of four.
func (s symbols) text() string {
	var b strings.Builder
	for i, x := range s {
		if i > 0 && i%4 == 0 {
			b.WriteByte('-')
		}
		b.WriteByte(alphabet[x])
	}
	return b.String()
}

// A scanner takes symbols from a folded text. Once something is wrong, it gives zeros.
type scanner struct {
	rest string
	read symbols
	err  error
}

func (s *scanner) symbol() byte {
	if s.err != nil {
		return 0
	}
	if s.rest == "" {
		s.err = ErrCut
		return 0
	}
	x := strings.IndexByte(alphabet, s.rest[0])
	if x < 0 {
		s.err = ErrWrong
		return 0
	}
	s.rest = s.rest[1:]
	s.read = append(s.read, byte(x))
	return byte(x)
}

func (s *scanner) number(count int) uint64 {
	n := uint64(0)
	for range count {
		if n >= 1<<59 {
			s.fail()
		}
		n = n<<5 | uint64(s.symbol())
	}
	return n
}

func (s *scanner) varying() uint64 {
	n := uint64(0)
	for i := 0; ; i++ {
		x := s.symbol()
		if n >= 1<<60 || i == 0 && x == 16 {
			s.fail()
			return 0
		}
		n = n<<4 | uint64(x&15)
		if x < 16 {
			return n
		}
	}
}

// fail says that a symbol cannot be right.
func (s *scanner) fail() {
	if s.err == nil {
		s.err = ErrWrong
	}
}

package workshop

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"strings"
)

// alphabet is Crockford's base32: a symbol has five bits. I, L, O and U are left out.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// Lengths of codes, in symbols.
const (
	codeLength   = 6  // 2³⁰: with a hundred tries a minute, eight hours find it once in 22,000
	returnLength = 8  // 2⁴⁰
	tokenLength  = 28 // 2¹⁴⁰
)

// newCode is a code of so many symbols, by chance that nobody can foresee.
func newCode(length int) string {
	b := make([]byte, length)
	rand.Read(b) // never fails
	for i := range b {
		b[i] = alphabet[b[i]&31]
	}
	return string(b)
}

// NormalCode is a code as it was made: in capitals, without dashes and blanks, and with what is easily confused made right:
// O is zero, I and L are one.
func NormalCode(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' {
			r -= 'a' - 'A'
		}
		switch {
		case r == 'O':
			return '0'
		case r == 'I' || r == 'L':
			return '1'
		case strings.ContainsRune(alphabet, r):
			return r
		}
		return -1
	}, text)
}

// IsCode tells whether a text is written as the code of a room is, and not as a name or a token.
func IsCode(text string) bool {
	letters := strings.Map(func(r rune) rune {
		if r == '-' || r == ' ' {
			return -1
		}
		return r
	}, text)
	return len(letters) == codeLength && len(NormalCode(letters)) == codeLength
}

// IsReturn tells whether a text is written as a return code is.
func IsReturn(text string) bool {
	return len(text) == returnLength+1 && text[returnLength/2] == '-' && len(NormalCode(text)) == returnLength
}

// ShowCode is a code as people read it: in groups of three or four.
func ShowCode(code string) string {
	group := 4
	if len(code)%3 == 0 {
		group = 3
	}
	var parts []string
	for ; len(code) > group; code = code[group:] {
		parts = append(parts, code[:group])
	}
	return strings.Join(append(parts, code), "-")
}

// hashToken is what is kept of a facilitator's token.
func hashToken(token string) string {
	sum := sha256.Sum256([]byte("callout workshop token\x00" + NormalCode(token)))
	return hex.EncodeToString(sum[:])
}

// sealed is what is kept of something by which a player comes back, under the workshop's secret. what keeps keys and codes
// apart.
func (w *Workshop) sealed(what, text string) string {
	secret, _ := hex.DecodeString(w.Secret)
	mac := hmac.New(sha256.New, secret)
	mac.Write([]byte(what + "\x00" + text))
	return hex.EncodeToString(mac.Sum(nil))
}

// same compares two texts in a time that does not depend on where they differ.
func same(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }

// random is so many random bytes in hexadecimal.
func random(n int) string {
	b := make([]byte, n)
	rand.Read(b) // never fails
	return hex.EncodeToString(b)
}

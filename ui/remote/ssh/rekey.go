package ssh

import (
	"crypto/rand"
	"errors"
	"io"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// errKeys is why a connection ends that asks for new keys all the time.
var errKeys = errors.New("new keys were asked for too often")

// A client may ask for new keys as often as it likes, and each costs the server a signature and more. Clients do so after
// an hour or a gigabyte, so these are many.
const (
	mostKeys  = 16 // at once
	keysEvery = time.Minute
)

// exchanges are those of one connection. They are its source of random numbers as well, because that is all by which the
// signer learns for whom it signs.
type exchanges struct {
	io.Reader
	began   time.Time
	n       int // one comes after the other
	tooMany func()
}

func newExchanges(tooMany func()) *exchanges {
	return &exchanges{Reader: rand.Reader, began: time.Now(), tooMany: tooMany}
}

// signer signs every exchange of keys with the host key, unless there were too many in the same connection.
type signer struct{ gossh.Signer }

// Sign signs. An error ends the connection.
func (s signer) Sign(random io.Reader, data []byte) (*gossh.Signature, error) {
	if err := count(random); err != nil {
		return nil, err
	}
	return s.Signer.Sign(random, data)
}

// SignWithAlgorithm signs with a key that knows several algorithms, such as one for RSA.
func (s signer) SignWithAlgorithm(random io.Reader, data []byte, algorithm string) (*gossh.Signature, error) {
	several, ok := s.Signer.(gossh.AlgorithmSigner)
	if !ok {
		return s.Sign(random, data)
	}
	if err := count(random); err != nil {
		return nil, err
	}
	return several.SignWithAlgorithm(random, data, algorithm)
}

// count counts one exchange of the connection whose random numbers these are.
func count(random io.Reader) error {
	e, ok := random.(*exchanges)
	if !ok {
		return nil
	}
	if e.n++; e.n <= mostKeys+int(time.Since(e.began)/keysEvery) {
		return nil
	}
	e.tooMany()
	return errKeys
}

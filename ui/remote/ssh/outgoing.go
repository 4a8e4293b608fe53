package ssh

import (
	"io"
	"sync/atomic"
	"time"
)

// outgoing is what is written to a caller, by one goroutine at a time. It knows how long the caller takes to read.
type outgoing struct {
	io.Writer
	since atomic.Int64 // when the write began that goes on, Unix nanoseconds; 0 while none does
}

func (o *outgoing) Write(b []byte) (int, error) {
	o.since.Store(time.Now().UnixNano())
	defer o.since.Store(0)
	return o.Writer.Write(b)
}

// busy is how long the write has taken that goes on; 0 while none does.
func (o *outgoing) busy(at time.Time) time.Duration {
	since := o.since.Load()
	if since == 0 {
		return 0
	}
	return at.Sub(time.Unix(0, since))
}

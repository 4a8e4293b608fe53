package workshop

import (
	"context"
	"errors"
	"time"
)

// Store keeps workshops. Everything it is given is on the disk, or in the database, when a method returns without error.
// All methods may be called from many goroutines.
type Store interface {
	// Create keeps a new workshop. Its ID and code must not be in use.
	Create(ctx context.Context, w Workshop) error
	// Workshops are those that are kept, oldest first.
	Workshops(ctx context.Context) ([]Workshop, error)

	// Lease gives the room to holder for a time by the store's own clock, if nobody else has it, and returns the epoch under
	// which holder may append; it is higher than any before. Calling it again before the time is over keeps the epoch.
	// ErrHeld says that somebody else has it.
	Lease(ctx context.Context, id, holder string, ttl time.Duration) (epoch int64, err error)
	// Release gives a lease back before its time.
	Release(ctx context.Context, id, holder string, epoch int64) error

	// Append stores entries, with names that belong to them, all or nothing. They go on where those that are stored end, or
	// it is ErrGap. ErrFenced says that the epoch is over: another has the room, and nothing was stored. After any other error
	// they may have been stored or not: the same entries may be given again, which is the same append.
	Append(ctx context.Context, id string, epoch int64, entries []Entry, names []Name) error
	// Read calls do for every entry after that number, in order, and stops at the first error. ErrDamaged names an entry that
	// is not what was stored.
	Read(ctx context.Context, id string, after int64, do func(Entry) error) error
	// Names are the names of a workshop.
	Names(ctx context.Context, id string) ([]Name, error)

	// Submit leaves a command for whoever has the lease, and returns its number. The same seat and N again is the same command,
	// unless that was refused; with an N of 0 every one is another.
	Submit(ctx context.Context, id string, c Command, names []Name) (ticket int64, err error)
	// Submitted are the commands without an answer, oldest first.
	Submitted(ctx context.Context, id string) ([]Submission, error)
	// Answer says what became of a command: empty where it was done, else why not. Append with the entries comes first.
	Answer(ctx context.Context, id string, ticket int64, refusal string) error
	// Answered is what was said; false as long as nothing was.
	Answered(ctx context.Context, id string, ticket int64) (refusal string, ok bool, err error)
	// Wait returns when something may have changed in the workshop, or after a second or so at the latest. It is a wake-up, no promise.
	Wait(ctx context.Context, id string) error

	// Forget removes the names of a seat for good, from every file.
	Forget(ctx context.Context, id string, w Who) error
	// Purge removes everything of a workshop for good, from every file.
	Purge(ctx context.Context, id string) error
	Close() error
}

// Reasons of a Store, for errors.Is.
var (
	ErrHeld    = errors.New("another server drives this workshop")
	ErrFenced  = errors.New("another server has taken this workshop over")
	ErrUnknown = errors.New("there is no such workshop")
	ErrTaken   = errors.New("there is a workshop with that ID or code")
	ErrGap     = errors.New("the entries do not go on where the stored ones end")
	ErrDamaged = errors.New("it is damaged")
)

// Workshop is what is known of a workshop without reading its entries.
type Workshop struct {
	ID     string // random, 128 bits in hexadecimal; never shown to players
	Code   string // with which players join
	Token  string // SHA-256 of the facilitator's token, in hexadecimal
	Secret string // random, 256 bits in hexadecimal: key of the HMAC under which players' SSH keys are kept
	Opened int64  // Unix milliseconds
}

// Who is somebody or something with a name: seat "s12", team "t3".
type Who string

// Name is a name as it was given, cleaned. It stands apart from the entries.
type Name struct {
	Who  Who
	Name string
}

// Submission is a command that waits for the holder of the lease.
type Submission struct {
	Ticket int64
	Command
	Names []Name
}

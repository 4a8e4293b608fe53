package after

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"strconv"
	"time"

	"callout/game/workshop"
)

// leaseTime is how long the workshop is held while a seat of it is forgotten.
const leaseTime = 5 * time.Second

// Forget removes the name of a seat of a kept workshop for good, and what its player could come back by; where the seat is
// the only one at its team, the team's name too. It fails with workshop.ErrHeld while a server drives the workshop: there the
// facilitator can do it.
func Forget(ctx context.Context, store workshop.Store, k *Kept, seat int, now time.Time) error {
	if seat < 1 || seat > len(k.Picture.Seats) {
		return fmt.Errorf("there is no seat %d: the workshop has %d", seat, len(k.Picture.Seats))
	}
	id, holder := k.Workshop.ID, "forget "+rand.Text()
	epoch, err := store.Lease(ctx, id, holder, leaseTime)
	if err != nil {
		return err
	}
	defer store.Release(ctx, id, holder, epoch)
	gone := workshop.Entry{
		Seq: k.Last.Seq + 1, Epoch: epoch, At: max(now.UnixMilli(), k.Last.At), Kind: workshop.Forgot,
		Body: workshop.Body(workshop.SeatChange{Seat: seat}),
	}
	var refused workshop.Refusal
	switch err := k.state.Apply(gone); {
	case errors.As(err, &refused): // it was forgotten before; its name is looked for all the same
	case err != nil:
		return err
	default:
		if err := store.Append(ctx, id, epoch, []workshop.Entry{gone}, nil); err != nil {
			return err
		}
	}
	who := []workshop.Who{workshop.Who("s" + strconv.Itoa(seat))}
	if k.Alone(seat) {
		who = append(who, workshop.Who("t"+strconv.Itoa(k.Picture.Seats[seat-1].Team)))
	}
	for _, w := range who {
		if err := store.Forget(ctx, id, w); err != nil {
			return err
		}
	}
	return nil
}

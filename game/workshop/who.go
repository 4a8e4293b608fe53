package workshop

import "strconv"

// seatWho is how names call a seat.
func seatWho(n int) Who { return Who("s" + strconv.Itoa(n)) }

// teamWho is how names call a team.
func teamWho(n int) Who { return Who("t" + strconv.Itoa(n)) }

// A name that comes with somebody who joins is for a seat or a team that has no number yet.
const (
	newSeat Who = "s0"
	newTeam Who = "t0"
)

// Command load puts players on a server and measures how it feels to them.
//
//	go run ./cmd/load --players 300 --for 10m
//
// It starts a server as a process of its own on loopback, whose processor time and memory are then nobody else's; lets the
// players in all at once, over real SSH connections with terminals of 120 by 40 cells; lets each press a key every second,
// while the world changes every screen wholly once a second; and says how long it took from a key to the frame that answers
// it. Beside that it measures a bare echo of bytes over the same SSH library in the same run, because on a machine that is
// busy with other things an echo is late too.
//
// With --browsers more of them play by HTTP, as the page does: frames come as a stream of events, and keys go in requests.
// What they do is the same, and how it feels to them has a row of its own.
//
//	go run ./cmd/load --players 200 --browsers 100
//
// With --host the server is "callout host" itself: the players join by the code, play the first round of a real workshop,
// and end turns, which are stored on the disk before they are shown.
//
//	go build ./cmd/callout && go run ./cmd/load --host ./callout
//
// Players may stop reading (--stalled). They come in beside the others, and are in no figure of theirs. A server ends their
// sessions when what it keeps for them has piled up, which takes a while where the screen changes little.
//
// The server may be another one (--address, --web, --code), whose games have begun. How much of a processor a server uses,
// and its memory, are read from /proc, and only known on Linux and for a server of this machine (--pid).
//
// It exits with 1 when something was lost: a player who was not let in or was thrown out, or a key that was not answered.
package main

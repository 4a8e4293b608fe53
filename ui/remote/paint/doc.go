// Package paint runs a Bubble Tea model for somebody at another machine, and draws it with as little as can be.
//
// Bubble Tea's own renderer measures every changed line, writes while it holds its lock, and ticks while nothing
// happens; with hundreds of sessions that is most of what a server does, and one caller who stops reading stops the
// rest. Here the model and its keys are Bubble Tea's, and the picture is a [Painter]'s:
//
//   - A model is asked for its view when there is time to show one, not after each message. A newer frame takes the place
//     of one that was not shown.
//   - A writer, one goroutine per session, compares lines by their hash and hands on those that changed. It measures
//     nothing and does nothing while nothing changes. A caller who does not read holds up this goroutine and no other.
//   - A frame after a key is shown at once; others at most thirty times a second; those that come to everybody at the same
//     instant ([remote.Everybody]) at the session's own time.
//
// Where a frame goes is a [Screen]: [Terminal] writes escape sequences, a web page is another.
//
// What callers send goes through [Keys] first: whole keys only, nothing that a keyboard does not send, pasted text in
// one piece and not too much of it, and no more than fingers can do. Of callers without a screen it is [Lines]: whole ones, not
// too long, and no faster.
package paint

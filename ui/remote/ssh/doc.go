// Package ssh lets people play with the SSH client that they have.
//
// It asks nobody anything. Whoever comes with a key is known by it, whoever comes without one is let in all the same: what a
// caller may do is decided behind the [remote.Door], not here. There is no shell, no command, no file, no forwarding, no
// agent, and nothing of a caller's environment but how many colours it shows.
//
// Who asks for a terminal sees screens. Who asks for none, as "ssh -T" does and every client whose input is a pipe, is behind
// the [remote.PlainDoor]: lines come and lines go, for a screen reader, a program, or a terminal that can do no more.
//
// The server is meant to stand open to a whole room, and to whoever else finds the port. Its [Limits] say what one caller
// may cost; every one of them has a default, and a test with a real client that tries to go beyond it:
//
//   - Until it has logged in, a connection has to get on, and makes way for others when it does not ([gate]).
//   - One connection is one session. Sizes of terminals are clamped, names of terminals go through a list, lines have a length.
//   - Who a caller is comes from the key that signed, as x/crypto/ssh keeps it with the connection, and never from a
//     callback: those are asked about keys that a caller merely names.
//   - A watch over all sessions asks those that say nothing whether they are still there, and ends those that are not, that
//     do not read, or that were left alone. Every session has its own writer, so none of them is felt by others.
//   - A panic costs one session. No goroutine is started but through remote.Safely.
//
// When the server is told to stop, every caller sees why, and Serve returns when all are gone, or a few seconds later.
package ssh

// Package local is the server's own terminal: whoever started it sees what to tell the room, and leads it from there. They
// need no token, because they have the machine.
package local

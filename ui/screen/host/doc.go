// Package host is the screen of whoever started a server: what to tell the room, and what is for them alone.
package host

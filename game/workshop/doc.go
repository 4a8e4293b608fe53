// Package workshop is a room full of players who all face the same demand, and the facilitator who sets the pace.
//
// A workshop is a list of entries, and nothing else: what was said to it, in order, as it was stored. A [State] is those
// entries played again; the same entries give the same state on every machine, so a server that was killed, and a replica
// that takes over, are where the others were. Whatever somebody wants is a [Command]: it is checked against the state,
// stored, applied, and only then acknowledged. A command that is refused leaves no entry. Each seat numbers its commands,
// so that none is applied twice.
//
// One goroutine owns a room. Everybody else looks at a [Picture], which never changes once it is published. Names of
// people stand apart from the entries, so that they can be forgotten.
//
// The package knows no terminal and no network. It is told what time it is.
package workshop

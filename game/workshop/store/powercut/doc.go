// Package powercut is a file system for tests that loses power: on a signal it forgets what was not synced, and of what was
// written since, each page of 4 kB survives by chance, so that files are torn and writes come in another order. It also fails
// on request, as a full or a broken disk does.
//
// Names and lengths that are cut count as kept at once, as a journalling file system keeps them. A disk that lies about what
// it has synced is not played.
package powercut

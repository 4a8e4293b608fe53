// Package store keeps workshops: in one SQLite file for a single server, or in a PostgreSQL database for several.
//
// Both acknowledge only what is on the disk: SQLite writes ahead with synchronous=FULL, PostgreSQL with
// synchronous_commit=on. Only the holder of a lease appends: each lease has an epoch, and an append is checked against it in
// the same step that stores it, so that a server that slept through its lease writes nothing when it wakes.
//
// # What is kept, and how it is removed
//
// Names stand in a table of their own, entries hold numbers of seats. Forget and Purge leave no trace in any file of a
// SQLite store: freed space is overwritten with zeros, and the write-ahead log is emptied before they return.
package store

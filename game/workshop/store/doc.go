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
//
// In PostgreSQL a row that was deleted stays in its file for a while. Therefore each workshop has tables of its own, which are
// truncated and filled again with what is kept, or dropped: their files go when that is committed. The server's write-ahead
// log keeps what was written until the server has done with it: at once where the store's role may ask for a checkpoint
// (a superuser, or a member of pg_checkpoint, with EXECUTE on pg_switch_wal) and wal_recycle is off; else some checkpoints
// later, when it overwrites the segment. Copies that somebody made of the log, the database or the file hold what they held:
// they are for their owner to delete. Names under a key that is thrown away would not help, because the key would stand in
// the same log and the same copies.
package store

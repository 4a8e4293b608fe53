CREATE TABLE workshops (
	id     TEXT PRIMARY KEY,
	code   TEXT NOT NULL UNIQUE,
	token  TEXT NOT NULL,
	secret TEXT NOT NULL,
	opened INTEGER NOT NULL,           -- Unix milliseconds
	epoch  INTEGER NOT NULL DEFAULT 0  -- of the last lease; who has it is known to the one process that has the file
) STRICT;

CREATE TABLE entries (
	workshop TEXT NOT NULL REFERENCES workshops ON DELETE CASCADE,
	seq      INTEGER NOT NULL CHECK (seq > 0),
	epoch    INTEGER NOT NULL,
	at       INTEGER NOT NULL,         -- Unix milliseconds
	seat     INTEGER NOT NULL,
	n        INTEGER NOT NULL,
	kind     TEXT NOT NULL,
	body     BLOB,
	sum      INTEGER NOT NULL,         -- CRC-32C of all of it
	PRIMARY KEY (workshop, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE names (
	workshop TEXT NOT NULL REFERENCES workshops ON DELETE CASCADE,
	who      TEXT NOT NULL,
	name     BLOB NOT NULL,
	PRIMARY KEY (workshop, who)
) STRICT, WITHOUT ROWID;

CREATE TABLE submissions (
	ticket   INTEGER PRIMARY KEY AUTOINCREMENT,
	workshop TEXT NOT NULL REFERENCES workshops ON DELETE CASCADE,
	seat     INTEGER NOT NULL,
	n        INTEGER NOT NULL,
	kind     TEXT NOT NULL,
	body     BLOB,
	refusal  TEXT                      -- NULL as long as there is no answer, empty where it was done
) STRICT;
CREATE INDEX submissions_by_seat ON submissions (workshop, seat, n);

CREATE TABLE submitted_names (
	ticket INTEGER NOT NULL REFERENCES submissions ON DELETE CASCADE,
	who    TEXT NOT NULL,
	name   BLOB NOT NULL,
	PRIMARY KEY (ticket, who)
) STRICT, WITHOUT ROWID;

-- Whatever belongs to one workshop stands in partitions of its own, so that it can be removed for good: a row that is only
-- deleted stays in its file until the place is used again, a table that is dropped or truncated leaves its file.
--
-- Columns that tell of people have no statistics: ANALYZE would copy samples of them into the catalogue.

CREATE SEQUENCE callout.rooms;
CREATE SEQUENCE callout.tickets;

CREATE TABLE callout.workshops (
	room   bigint PRIMARY KEY DEFAULT nextval('callout.rooms'), -- never used again; names the partitions
	id     text NOT NULL UNIQUE,
	code   text NOT NULL UNIQUE,
	token  text NOT NULL,
	secret text NOT NULL,
	opened bigint NOT NULL                                      -- Unix milliseconds
);
ALTER TABLE callout.workshops ALTER id SET STATISTICS 0, ALTER code SET STATISTICS 0, ALTER token SET STATISTICS 0, ALTER secret SET STATISTICS 0;

CREATE TABLE callout.leases (
	room   bigint PRIMARY KEY,
	holder text NOT NULL DEFAULT '',
	epoch  bigint NOT NULL DEFAULT 0,
	until  timestamptz NOT NULL DEFAULT '-infinity', -- by this server's clock
	ttl    interval NOT NULL DEFAULT '0'
);

CREATE TABLE callout.entries (
	room  bigint NOT NULL,
	seq   bigint NOT NULL CHECK (seq > 0),
	epoch bigint NOT NULL,
	at    bigint NOT NULL,                           -- Unix milliseconds
	seat  bigint NOT NULL,
	n     bigint NOT NULL,
	kind  text NOT NULL,
	body  bytea,
	sum   bigint NOT NULL,                           -- CRC-32C of all of it
	PRIMARY KEY (room, seq)
) PARTITION BY LIST (room);

CREATE TABLE callout.names (
	room bigint NOT NULL,
	who  text NOT NULL,
	name bytea NOT NULL,
	PRIMARY KEY (room, who)
) PARTITION BY LIST (room);

CREATE TABLE callout.submissions (
	room    bigint NOT NULL,
	ticket  bigint NOT NULL DEFAULT nextval('callout.tickets'),
	seat    bigint NOT NULL,
	n       bigint NOT NULL,
	kind    text NOT NULL,
	body    bytea,
	refusal bytea,                                   -- NULL as long as there is no answer, empty where it was done
	PRIMARY KEY (room, ticket)
) PARTITION BY LIST (room);
CREATE UNIQUE INDEX ON callout.submissions (room, seat, n) WHERE n <> 0 AND (refusal IS NULL OR refusal = '');

CREATE TABLE callout.submitted_names (
	room   bigint NOT NULL,
	ticket bigint NOT NULL,
	who    text NOT NULL,
	name   bytea NOT NULL,
	PRIMARY KEY (room, ticket, who)
) PARTITION BY LIST (room);

-- Locks are taken in one order everywhere: workshops, leases, entries, names, submissions, submitted_names.

CREATE FUNCTION callout.open_room(new_id text, new_code text, new_token text, new_secret text, new_opened bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	new_room bigint;
	part text;
BEGIN
	INSERT INTO callout.workshops (id, code, token, secret, opened) VALUES (new_id, new_code, new_token, new_secret, new_opened) RETURNING room INTO new_room;
	INSERT INTO callout.leases (room) VALUES (new_room);
	FOREACH part IN ARRAY ARRAY['entries', 'names', 'submissions', 'submitted_names'] LOOP
		EXECUTE format('CREATE TABLE callout.%I PARTITION OF callout.%I FOR VALUES IN (%s)', part || '_' || new_room, part, new_room);
	END LOOP;
	EXECUTE format('ALTER TABLE callout.%I ALTER body SET STATISTICS 0', 'entries_' || new_room);
	EXECUTE format('ALTER TABLE callout.%I ALTER name SET STATISTICS 0', 'names_' || new_room);
	EXECUTE format('ALTER TABLE callout.%I ALTER body SET STATISTICS 0', 'submissions_' || new_room);
	EXECUTE format('ALTER TABLE callout.%I ALTER name SET STATISTICS 0', 'submitted_names_' || new_room);
END $$;

CREATE FUNCTION callout.forget(old_room bigint, old_who text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	kept callout.names[];
	waiting callout.submitted_names[];
BEGIN
	EXECUTE format('LOCK TABLE callout.%I, callout.%I IN ACCESS EXCLUSIVE MODE', 'names_' || old_room, 'submitted_names_' || old_room);
	kept := ARRAY(SELECT n FROM callout.names n WHERE n.room = old_room AND n.who <> old_who);
	waiting := ARRAY(SELECT n FROM callout.submitted_names n WHERE n.room = old_room AND n.who <> old_who);
	EXECUTE format('TRUNCATE callout.%I, callout.%I', 'names_' || old_room, 'submitted_names_' || old_room);
	INSERT INTO callout.names SELECT * FROM unnest(kept);
	INSERT INTO callout.submitted_names SELECT * FROM unnest(waiting);
END $$;

CREATE FUNCTION callout.purge(old_room bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	kept callout.workshops[];
	part text;
BEGIN
	LOCK TABLE callout.workshops, callout.leases, callout.entries, callout.names, callout.submissions, callout.submitted_names IN ACCESS EXCLUSIVE MODE;
	FOREACH part IN ARRAY ARRAY['entries', 'names', 'submissions', 'submitted_names'] LOOP
		EXECUTE format('DROP TABLE callout.%I', part || '_' || old_room);
	END LOOP;
	DELETE FROM callout.leases WHERE room = old_room;
	kept := ARRAY(SELECT w FROM callout.workshops w WHERE room <> old_room);
	TRUNCATE callout.workshops;
	INSERT INTO callout.workshops SELECT * FROM unnest(kept);
END $$;

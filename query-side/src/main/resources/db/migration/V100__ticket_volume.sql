-- How much was written on each ticket, which may not grow without end.
ALTER TABLE ticket_details ADD COLUMN messages integer NOT NULL DEFAULT 0;
ALTER TABLE ticket_details ADD COLUMN files integer NOT NULL DEFAULT 0;
ALTER TABLE ticket_details ADD COLUMN characters bigint NOT NULL DEFAULT 0;
UPDATE ticket_details SET messages = written.messages, characters = written.characters
FROM (SELECT ticket_id, count(*) AS messages, sum(length(body)) AS characters FROM ticket_message GROUP BY ticket_id) written
WHERE written.ticket_id = ticket_details.ticket_id;
UPDATE ticket_details SET files = attached.files
FROM (SELECT ticket_id, count(*) AS files FROM ticket_attachment GROUP BY ticket_id) attached
WHERE attached.ticket_id = ticket_details.ticket_id;

ALTER TABLE customer_ticket ADD COLUMN messages integer NOT NULL DEFAULT 0;
ALTER TABLE customer_ticket ADD COLUMN files integer NOT NULL DEFAULT 0;
ALTER TABLE customer_ticket ADD COLUMN characters bigint NOT NULL DEFAULT 0;
UPDATE customer_ticket SET messages = details.messages, files = details.files, characters = details.characters
FROM ticket_details details WHERE details.ticket_id = customer_ticket.ticket_id;

-- Conversations are read page by page, the newest first.
CREATE INDEX ticket_message_written_idx ON ticket_message (ticket_id, written_at, version);
DROP INDEX customer_ticket_entry_ticket_idx;
CREATE INDEX customer_ticket_entry_ticket_idx ON customer_ticket_entry (ticket_id, written_at, position);

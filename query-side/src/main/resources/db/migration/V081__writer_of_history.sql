-- Which account wrote the text of an entry, if it has one: for the look before an erasure.
ALTER TABLE ticket_history ADD COLUMN writer text;
CREATE INDEX ticket_history_writer_idx ON ticket_history (writer, ticket_id) WHERE writer IS NOT NULL;

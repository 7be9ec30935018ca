-- A resolution can be rejected from when it was recorded, however long ago it happened; of older ones only that is known.
ALTER TABLE ticket_board ADD COLUMN unconfirmed_since timestamptz;
UPDATE ticket_board SET unconfirmed_since = resolved_at WHERE status = 'RESOLVED';
DROP INDEX ticket_board_unconfirmed_idx;
CREATE INDEX ticket_board_unconfirmed_idx ON ticket_board (unconfirmed_since, ticket_id) WHERE status = 'RESOLVED';

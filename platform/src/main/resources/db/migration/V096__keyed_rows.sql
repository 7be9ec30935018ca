-- Rows that let somebody in carry a hash made with a key derived from the master key: whoever can write here cannot make
-- one. Rows from before get theirs at the first start of the product that knows the key.
ALTER TABLE credential ADD COLUMN keyed_hash bytea;
ALTER TABLE sign_in ADD COLUMN keyed_hash bytea;
ALTER TABLE one_time_link ADD COLUMN keyed_hash bytea;
ALTER TABLE outside_identity ADD COLUMN keyed_hash bytea;

-- Snapshots carry one, too. Those from before have none and would never be used; the events tell the rest.
DELETE FROM snapshot_event_entry;

-- Made with a key derived from the master key, as for the rows that let somebody in.
ALTER TABLE command_receipt ADD COLUMN keyed_hash bytea;

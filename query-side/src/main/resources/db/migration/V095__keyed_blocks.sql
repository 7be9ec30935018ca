-- Made with a key that is derived from the master key: whoever can write here cannot make one. Blocks from before have
-- none until the first start of the product that knows the key.
ALTER TABLE audit_block ADD COLUMN keyed_hash bytea;

-- Who sent a file: it is encrypted under this account's key, too.
ALTER TABLE attachment ADD COLUMN author_id text;
CREATE INDEX attachment_author_idx ON attachment (author_id) WHERE erased_at IS NULL;

-- What was asked for, so that the same request is the same replay; unknown of those from before.
ALTER TABLE sla_what_if ADD COLUMN request_hash bytea;

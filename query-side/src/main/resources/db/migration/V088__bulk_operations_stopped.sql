-- Who stopped a bulk operation; it lists the newest first.
ALTER TABLE bulk_operation ADD COLUMN stopped_by text;
CREATE INDEX bulk_operation_requested_idx ON bulk_operation (requested_at, operation_id);

CREATE TABLE bulk_operation (
    operation_id text PRIMARY KEY,
    kind text NOT NULL,
    finished boolean NOT NULL,
    requested_by text,
    requested_at timestamptz NOT NULL,
    reason text,
    undoes text,
    total integer NOT NULL,
    done integer NOT NULL,
    skipped integer NOT NULL,
    rejected integer NOT NULL,
    version bigint NOT NULL
);

CREATE TABLE bulk_operation_item (
    item_key text PRIMARY KEY,
    operation_id text NOT NULL,
    place integer NOT NULL,
    ticket_id text NOT NULL,
    outcome text,
    code text,
    reason text
);
CREATE INDEX bulk_operation_item_operation_idx ON bulk_operation_item (operation_id, place);

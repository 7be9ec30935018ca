-- What a handler could not digest, kept until somebody retries or discards it.
CREATE TABLE dead_letter_entry (
    dead_letter_id text PRIMARY KEY,
    processing_group text NOT NULL,
    sequence_identifier text NOT NULL,
    sequence_index bigint NOT NULL,
    message_type text NOT NULL,
    event_identifier text NOT NULL,
    time_stamp text NOT NULL,
    payload_type text NOT NULL,
    payload_revision text,
    payload bytea NOT NULL,
    meta_data bytea,
    type text,
    aggregate_identifier text,
    sequence_number bigint,
    token_type text,
    token bytea,
    enqueued_at timestamptz NOT NULL,
    last_touched timestamptz,
    processing_started timestamptz,
    cause_type text,
    cause_message text,
    diagnostics bytea,
    UNIQUE (processing_group, sequence_identifier, sequence_index)
);
CREATE INDEX dead_letter_entry_processing_group_idx ON dead_letter_entry (processing_group);

-- Evidence of what the event store held. No view: it is never computed anew, and nothing here is ever changed.

-- Events sealed together, each block tied to the one before it.
CREATE TABLE audit_block (
    number bigint PRIMARY KEY,
    previous bytea NOT NULL,
    first_position bigint NOT NULL,
    last_position bigint NOT NULL,
    events integer NOT NULL,
    root bytea NOT NULL,
    hash bytea NOT NULL,
    sealed_at timestamptz NOT NULL
);

-- The seal of each event, with what the audit trail is searched by.
CREATE TABLE audit_event (
    position bigint PRIMARY KEY,
    block bigint NOT NULL,
    hash bytea NOT NULL,
    event_id text NOT NULL,
    aggregate_id text NOT NULL,
    sequence bigint NOT NULL,
    event text NOT NULL,
    actor text,
    role text,
    channel text,
    command_id text,
    correlation_id text,
    trace_id text,
    recorded_at timestamptz,
    occurred_at timestamptz
);
CREATE INDEX audit_event_aggregate_idx ON audit_event (aggregate_id, sequence);
CREATE INDEX audit_event_actor_idx ON audit_event (actor, position);
CREATE INDEX audit_event_event_idx ON audit_event (event, position);
CREATE INDEX audit_event_command_idx ON audit_event (command_id);
CREATE INDEX audit_event_correlation_idx ON audit_event (correlation_id);
CREATE INDEX audit_event_trace_idx ON audit_event (trace_id);
-- both grow with the position, nearly
CREATE INDEX audit_event_recorded_idx ON audit_event USING brin (recorded_at);
CREATE INDEX audit_event_occurred_idx ON audit_event USING brin (occurred_at);

-- What was signed, to the letter.
CREATE TABLE audit_checkpoint (
    number bigint PRIMARY KEY,
    previous text NOT NULL,
    first_block bigint NOT NULL,
    last_block bigint NOT NULL,
    root text NOT NULL,
    events bigint NOT NULL,
    taken_at text NOT NULL,
    public_key text NOT NULL,
    signature text NOT NULL
);

-- The last comparison of all this with the event store.
CREATE TABLE audit_verification (
    name text PRIMARY KEY,
    running boolean NOT NULL,
    touched_at timestamptz NOT NULL,
    report text NOT NULL
);

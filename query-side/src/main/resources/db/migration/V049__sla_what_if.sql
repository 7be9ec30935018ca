-- Replays of the past with other terms. No view: they are asked for, told about, and forgotten after a while.
CREATE TABLE sla_what_if (
    what_if_id text PRIMARY KEY,
    running boolean NOT NULL,
    begun_at timestamptz NOT NULL,
    touched_at timestamptz NOT NULL,
    report text NOT NULL
);
-- one at a time
CREATE UNIQUE INDEX sla_what_if_running_idx ON sla_what_if (running) WHERE running;

CREATE TABLE sla_what_if_flip (
    what_if_id text NOT NULL,
    place bigint NOT NULL,
    ticket_id text NOT NULL,
    number text NOT NULL,
    customer_id text,
    priority text NOT NULL,
    clock text NOT NULL,
    cycle integer NOT NULL,
    before text,
    after text,
    due_before timestamptz,
    due_after timestamptz,
    actual_at timestamptz,
    PRIMARY KEY (what_if_id, place)
);

-- Event processors that an operator told to rest, on every node and over every restart, until told to go on.
CREATE TABLE processor_pause (
    processor_name text        PRIMARY KEY,
    paused_at      timestamptz NOT NULL DEFAULT now(),
    paused_by      text        NOT NULL
);

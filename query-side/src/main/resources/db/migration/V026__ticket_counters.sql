CREATE TABLE ticket_counter (
    dimension text NOT NULL,
    value text NOT NULL,
    open bigint NOT NULL,
    total bigint NOT NULL,
    PRIMARY KEY (dimension, value)
);

-- What each ticket was counted as, to take it out again when it changes.
CREATE TABLE ticket_counter_ticket (
    ticket_id text PRIMARY KEY,
    type text NOT NULL,
    category text,
    channel text NOT NULL,
    customer_id text,
    status text NOT NULL,
    technician_id text,
    team_id text,
    accepted boolean NOT NULL,
    resume_at timestamptz,
    priority text NOT NULL,
    cycle integer NOT NULL,
    responded_at timestamptz,
    resolved_by text,
    resolved_at timestamptz,
    closure text,
    closed_at timestamptz,
    merged_into text,
    archived boolean NOT NULL,
    version bigint NOT NULL
);

-- What happened, as fields; the words are found when somebody reads it, so that names are today's.
CREATE TABLE ticket_history (
    position text PRIMARY KEY,
    ticket_id text NOT NULL,
    version bigint NOT NULL,
    event text NOT NULL,
    fields text NOT NULL,
    actor text,
    role text,
    channel text,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL
);
CREATE INDEX ticket_history_ticket_idx ON ticket_history (ticket_id, version);

-- How each ticket stood before.
CREATE TABLE ticket_history_ticket (
    ticket_id text PRIMARY KEY,
    number text NOT NULL,
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
CREATE INDEX ticket_history_ticket_number_idx ON ticket_history_ticket (number);

-- How each ticket stood after each of its events. The personal columns are those of the board.
CREATE TABLE ticket_timeline (
    ticket_id text NOT NULL,
    version bigint NOT NULL,
    effective_at timestamptz NOT NULL,
    effective_until timestamptz,
    recorded_at timestamptz NOT NULL,
    recorded_until timestamptz,
    number text NOT NULL,
    title text NOT NULL,
    type text NOT NULL,
    category text,
    sub_category text,
    channel text NOT NULL,
    requested_priority text,
    customer_id text,
    contact_id text,
    site_id text,
    product text,
    serial_number text,
    search_text text NOT NULL,
    raised_at timestamptz NOT NULL,
    last_activity_at timestamptz NOT NULL,
    last_news_at timestamptz NOT NULL,
    escalated_at timestamptz,
    comments integer NOT NULL,
    customer_waits boolean NOT NULL,
    urgency smallint NOT NULL,
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
    PRIMARY KEY (ticket_id, version)
);

-- What was on the board at a moment: by when it happened, and by when it was known. Few tickets at any one moment.
CREATE INDEX ticket_timeline_effective_idx ON ticket_timeline USING gist (tstzrange(effective_at, effective_until)) WHERE NOT archived;
CREATE INDEX ticket_timeline_recorded_idx ON ticket_timeline USING gist (tstzrange(recorded_at, recorded_until)) WHERE NOT archived;

-- For those who also look at the archive of then, newest first.
CREATE INDEX ticket_timeline_raised_idx ON ticket_timeline (raised_at, ticket_id);

-- Which other tickets each ticket ever named.
CREATE TABLE ticket_relation (
    position text PRIMARY KEY,
    ticket_id text NOT NULL,
    other_ticket_id text NOT NULL,
    merge boolean NOT NULL
);
CREATE INDEX ticket_relation_ticket_idx ON ticket_relation (ticket_id);
CREATE INDEX ticket_relation_other_idx ON ticket_relation (other_ticket_id);

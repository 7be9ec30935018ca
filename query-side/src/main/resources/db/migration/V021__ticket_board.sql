-- Looking for a part of a word needs trigrams. The extension comes with PostgreSQL and may be created by the owner of
-- the database.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE ticket_board (
    ticket_id text PRIMARY KEY,
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
    version bigint NOT NULL
);

-- One for each order of the daily board, one for those who also look at the archive.
CREATE INDEX ticket_board_raised_idx ON ticket_board (raised_at, ticket_id) WHERE NOT archived;
CREATE INDEX ticket_board_urgency_idx ON ticket_board (urgency, raised_at, ticket_id) WHERE NOT archived;
CREATE INDEX ticket_board_activity_idx ON ticket_board (last_activity_at, ticket_id) WHERE NOT archived;
CREATE INDEX ticket_board_number_idx ON ticket_board (number, ticket_id);
CREATE INDEX ticket_board_raised_all_idx ON ticket_board (raised_at, ticket_id);

-- One for each filter that leaves few tickets.
CREATE INDEX ticket_board_status_idx ON ticket_board (status, raised_at, ticket_id) WHERE NOT archived;
CREATE INDEX ticket_board_technician_idx ON ticket_board (technician_id, raised_at, ticket_id) WHERE NOT archived;
CREATE INDEX ticket_board_team_idx ON ticket_board (team_id, raised_at, ticket_id) WHERE NOT archived;
CREATE INDEX ticket_board_customer_idx ON ticket_board (customer_id, raised_at, ticket_id);
CREATE INDEX ticket_board_escalated_idx ON ticket_board (raised_at, ticket_id) WHERE NOT archived AND escalated_at IS NOT NULL;
CREATE INDEX ticket_board_search_idx ON ticket_board USING gin (search_text gin_trgm_ops);

-- What time alone does to tickets.
CREATE INDEX ticket_board_resume_idx ON ticket_board (resume_at, ticket_id) WHERE status IN ('PENDING_CUSTOMER', 'PENDING_PARTS') AND resume_at IS NOT NULL;
CREATE INDEX ticket_board_unconfirmed_idx ON ticket_board (resolved_at, ticket_id) WHERE status = 'RESOLVED';
CREATE INDEX ticket_board_archive_idx ON ticket_board (closed_at, ticket_id) WHERE status = 'CLOSED' AND NOT archived;

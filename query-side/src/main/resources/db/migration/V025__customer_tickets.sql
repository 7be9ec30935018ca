-- Only what the customer may see.
CREATE TABLE customer_ticket (
    ticket_id text PRIMARY KEY,
    number text NOT NULL,
    title text NOT NULL,
    description text,
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
    work_done text,
    merged_into_number text,
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
CREATE INDEX customer_ticket_customer_idx ON customer_ticket (customer_id, raised_at, ticket_id);
CREATE INDEX customer_ticket_number_idx ON customer_ticket (number);

CREATE TABLE customer_ticket_entry (
    position text PRIMARY KEY,
    ticket_id text NOT NULL,
    version bigint NOT NULL,
    entry_id text NOT NULL,
    author_kind text NOT NULL,
    author_id text,
    contact_id text,
    body text NOT NULL,
    written_at timestamptz NOT NULL
);
CREATE INDEX customer_ticket_entry_ticket_idx ON customer_ticket_entry (ticket_id, written_at);

CREATE TABLE customer_ticket_attachment (
    position text PRIMARY KEY,
    ticket_id text NOT NULL,
    version bigint NOT NULL,
    attachment_id text NOT NULL,
    file_name text NOT NULL,
    media_type text NOT NULL,
    size_in_bytes bigint NOT NULL,
    attached_at timestamptz NOT NULL
);
CREATE INDEX customer_ticket_attachment_ticket_idx ON customer_ticket_attachment (ticket_id, version);

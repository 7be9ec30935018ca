CREATE TABLE ticket_details (
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
    raised_by text,
    product text,
    serial_number text,
    language text,
    follow_up_of text,
    created_at timestamptz NOT NULL,
    raised_at timestamptz NOT NULL,
    first_contact_at timestamptz NOT NULL,
    last_activity_at timestamptz NOT NULL,
    waiting_reason text,
    work_done text,
    closing_note text,
    cancel_reason text,
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
CREATE INDEX ticket_details_number_idx ON ticket_details (number);
CREATE INDEX ticket_details_merged_idx ON ticket_details (merged_into) WHERE merged_into IS NOT NULL;

-- What happened to a ticket is keyed by its position: ticket id, @, version.
CREATE TABLE ticket_message (
    position text PRIMARY KEY,
    ticket_id text NOT NULL,
    version bigint NOT NULL,
    message_id text NOT NULL,
    internal boolean NOT NULL,
    author_kind text NOT NULL,
    author_id text,
    contact_id text,
    body text NOT NULL,
    via_ticket_id text,
    written_at timestamptz NOT NULL
);
CREATE INDEX ticket_message_ticket_idx ON ticket_message (ticket_id, version);

CREATE TABLE ticket_attachment (
    position text PRIMARY KEY,
    ticket_id text NOT NULL,
    version bigint NOT NULL,
    attachment_id text NOT NULL,
    file_name text NOT NULL,
    media_type text NOT NULL,
    size_in_bytes bigint NOT NULL,
    sha256 text,
    internal boolean NOT NULL,
    uploaded_by text,
    attached_at timestamptz NOT NULL
);
CREATE INDEX ticket_attachment_ticket_idx ON ticket_attachment (ticket_id, version);

CREATE TABLE ticket_assignment (
    position text PRIMARY KEY,
    ticket_id text NOT NULL,
    version bigint NOT NULL,
    technician_id text,
    team_id text,
    reason text,
    assigned_at timestamptz NOT NULL
);
CREATE INDEX ticket_assignment_ticket_idx ON ticket_assignment (ticket_id, version);

CREATE TABLE ticket_escalation (
    position text PRIMARY KEY,
    ticket_id text NOT NULL,
    version bigint NOT NULL,
    escalated_by text,
    to_account_id text,
    to_team_id text,
    reason text,
    escalated_at timestamptz NOT NULL
);
CREATE INDEX ticket_escalation_ticket_idx ON ticket_escalation (ticket_id, version);

CREATE TABLE ticket_cycle (
    cycle_id text PRIMARY KEY,
    ticket_id text NOT NULL,
    cycle integer NOT NULL,
    started_at timestamptz NOT NULL,
    reason text,
    resolved_at timestamptz,
    resolved_by text,
    work_done text,
    closed_at timestamptz,
    outcome text
);
CREATE INDEX ticket_cycle_ticket_idx ON ticket_cycle (ticket_id, cycle);

CREATE TABLE ticket_link (
    link_id text PRIMARY KEY,
    ticket_id text NOT NULL,
    other_ticket_id text NOT NULL,
    kind text NOT NULL
);
CREATE INDEX ticket_link_ticket_idx ON ticket_link (ticket_id);
CREATE INDEX ticket_link_other_idx ON ticket_link (other_ticket_id);

CREATE TABLE ticket_watcher (
    watcher_id text PRIMARY KEY,
    ticket_id text NOT NULL,
    account_id text NOT NULL
);
CREATE INDEX ticket_watcher_ticket_idx ON ticket_watcher (ticket_id);

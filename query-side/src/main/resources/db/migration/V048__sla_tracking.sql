-- What happened to each ticket as far as its promises go. No verdict, due time or color: they are computed when asked for.
CREATE TABLE sla_tracking (
    ticket_id text PRIMARY KEY,
    number text NOT NULL,
    customer_id text,
    category text,
    raised_at timestamptz NOT NULL,
    answered_by text,
    arrived_by text,
    resolvers text NOT NULL,
    course text NOT NULL,
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
CREATE INDEX sla_tracking_number_idx ON sla_tracking (number);
CREATE INDEX sla_tracking_raised_idx ON sla_tracking (raised_at, ticket_id);
CREATE INDEX sla_tracking_customer_idx ON sla_tracking (customer_id, raised_at, ticket_id);

-- The policies and calendars, each in its newest version, to choose from. What the versions say is in their events.
CREATE TABLE sla_policy (
    policy_id text PRIMARY KEY,
    name text NOT NULL,
    published integer NOT NULL,
    customer_id text,
    customer_kind text,
    plan text,
    category text,
    priority text,
    retired boolean NOT NULL,
    search_text text NOT NULL,
    version bigint NOT NULL
);
CREATE INDEX sla_policy_name_idx ON sla_policy (name, policy_id);

CREATE TABLE sla_calendar (
    calendar_id text PRIMARY KEY,
    name text NOT NULL,
    published integer NOT NULL,
    zone text NOT NULL,
    holiday_country text,
    holiday_region text,
    retired boolean NOT NULL,
    search_text text NOT NULL,
    version bigint NOT NULL
);
CREATE INDEX sla_calendar_name_idx ON sla_calendar (name, calendar_id);

-- What was agreed on with a customer about promises.
ALTER TABLE customer ADD COLUMN plan text, ADD COLUMN sla_policy_id text;
ALTER TABLE customer_timeline ADD COLUMN plan text, ADD COLUMN sla_policy_id text;

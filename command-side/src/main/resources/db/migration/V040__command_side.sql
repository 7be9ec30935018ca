-- What each accepted command was answered, so that the same command sent twice is done once.
CREATE TABLE command_receipt (
    command_id   uuid        PRIMARY KEY,
    request_hash bytea       NOT NULL,
    aggregate_id text        NOT NULL,
    version      bigint      NOT NULL,
    number       text,
    recorded_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX command_receipt_recorded_at ON command_receipt (recorded_at);

-- Numbers that people say on the phone.
CREATE SEQUENCE ticket_number START 100001 CACHE 1;

-- Which ticket a number means and whose it is; written with the ticket's first event.
CREATE TABLE ticket_register (
    ticket_id   text PRIMARY KEY,
    number      text NOT NULL UNIQUE,
    customer_id text NOT NULL,
    contact_id  text
);

-- The bytes of attached files, in pieces; the event says what they are.
CREATE TABLE attachment (
    attachment_id text        PRIMARY KEY,
    ticket_id     text        NOT NULL,
    stored_at     timestamptz NOT NULL DEFAULT now(),
    attached      boolean     NOT NULL DEFAULT false
);
CREATE TABLE attachment_piece (
    attachment_id text    NOT NULL REFERENCES attachment ON DELETE CASCADE,
    piece         integer NOT NULL,
    bytes         bytea   NOT NULL,
    PRIMARY KEY (attachment_id, piece)
);
ALTER TABLE attachment_piece ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- db-scheduler: work that waits for its time.
CREATE TABLE scheduled_tasks (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);
CREATE INDEX scheduled_tasks_priority_execution_time ON scheduled_tasks (priority DESC, execution_time);

-- What commands may refer to; written with the events that made it.
CREATE TABLE customer_register (
    customer_id text PRIMARY KEY,
    language    text
);
CREATE TABLE contact_register (
    contact_id  text PRIMARY KEY,
    customer_id text NOT NULL,
    language    text
);
CREATE TABLE site_register (
    site_id     text PRIMARY KEY,
    customer_id text NOT NULL
);
CREATE TABLE account_register (
    account_id  text PRIMARY KEY,
    role        text    NOT NULL,
    customer_id text,
    contact_id  text,
    active      boolean NOT NULL
);
CREATE TABLE team_register (
    team_id text PRIMARY KEY
);
CREATE TABLE team_member_register (
    team_id    text NOT NULL,
    account_id text NOT NULL,
    PRIMARY KEY (account_id, team_id)
);

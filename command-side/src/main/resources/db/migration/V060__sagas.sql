-- Processes that wait: for the time of a promise, and later for parts and vendors.
CREATE TABLE saga (
    saga_id   text  PRIMARY KEY,
    saga_type text  NOT NULL,
    revision  text,
    state     bytea NOT NULL
);

-- What each of them is about.
CREATE TABLE saga_association (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    association_key   text NOT NULL,
    association_value text NOT NULL,
    saga_type         text NOT NULL,
    saga_id           text NOT NULL
);
CREATE INDEX saga_association_by_value ON saga_association (association_value, association_key, saga_type);
CREATE INDEX saga_association_of_saga ON saga_association (saga_id);

-- What was told once is told no more, whatever is heard twice.
CREATE TABLE sla_notice (
    ticket_id text NOT NULL,
    notice    text NOT NULL,
    PRIMARY KEY (ticket_id, notice)
);

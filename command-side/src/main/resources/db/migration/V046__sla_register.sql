-- Which calendars and policies there are for new tickets, in their newest version; written with the events that made it.
CREATE TABLE sla_calendar_register (
    calendar_id text    PRIMARY KEY,
    version     integer NOT NULL,
    retired     boolean NOT NULL DEFAULT false
);
CREATE TABLE sla_policy_register (
    policy_id     text    PRIMARY KEY,
    version       integer NOT NULL,
    customer_id   text,
    customer_kind text,
    plan          text,
    category      text,
    priority      text,
    calendars     text[]  NOT NULL,
    retired       boolean NOT NULL DEFAULT false,
    -- Each part weighs more than all after it together. Scopes differ, so that of those that fit a ticket one wins.
    specificity   integer NOT NULL GENERATED ALWAYS AS (
        CASE WHEN customer_id IS NULL THEN 0 ELSE 16 END + CASE WHEN plan IS NULL THEN 0 ELSE 8 END
        + CASE WHEN customer_kind IS NULL THEN 0 ELSE 4 END + CASE WHEN category IS NULL THEN 0 ELSE 2 END
        + CASE WHEN priority IS NULL THEN 0 ELSE 1 END) STORED
);
CREATE INDEX sla_policy_register_customer_idx ON sla_policy_register (customer_id);

-- What decides about a customer's promises.
ALTER TABLE customer_register ADD COLUMN kind text;
ALTER TABLE customer_register ADD COLUMN plan text;
ALTER TABLE customer_register ADD COLUMN plan_version bigint NOT NULL DEFAULT 0;
ALTER TABLE customer_register ADD COLUMN sla_policy_id text;
ALTER TABLE customer_register ADD COLUMN sla_policy_version bigint NOT NULL DEFAULT 0;
CREATE INDEX customer_register_sla_policy_idx ON customer_register (sla_policy_id) WHERE sla_policy_id IS NOT NULL;

-- Customers that are there already: their events know what they are. Where Axon Server keeps the events, the register
-- hears all of them once more, from the first, as if they had been missed.
UPDATE customer_register SET kind = convert_from(event.payload, 'UTF8')::json ->> 'kind'
FROM domain_event_entry event
WHERE event.aggregate_identifier = customer_register.customer_id AND event.sequence_number = 0
    AND event.payload_type = 'dev.callout.api.customer.CustomerRegistered';
DELETE FROM token_entry WHERE processor_name = 'register-catch-up'
    AND EXISTS (SELECT FROM customer_register WHERE kind IS NULL);

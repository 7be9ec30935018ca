-- Who was erased, by id alone, and what that covered.
CREATE TABLE erasure (
    erasure_id text PRIMARY KEY,
    person_id text NOT NULL,
    kind text NOT NULL,
    ground text NOT NULL,
    ordered_by text,
    ordered_at timestamptz NOT NULL,
    completed_at timestamptz,
    customers integer NOT NULL,
    tickets integer NOT NULL,
    accounts integer NOT NULL,
    events bigint NOT NULL,
    files integer NOT NULL,
    position bigint NOT NULL,
    version bigint NOT NULL
);
CREATE INDEX erasure_ordered_idx ON erasure (ordered_at, erasure_id);

-- To find what the events of one ticket wrote, whichever ticket shows it.
CREATE INDEX customer_ticket_entry_told_idx ON customer_ticket_entry (position text_pattern_ops);
CREATE INDEX account_contact_idx ON account (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX ticket_details_contact_idx ON ticket_details (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX ticket_details_customer_idx ON ticket_details (customer_id) WHERE customer_id IS NOT NULL;

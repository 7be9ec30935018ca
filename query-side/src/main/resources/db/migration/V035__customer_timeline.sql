-- What was known of each customer after each of its events.
CREATE TABLE customer_timeline (
    customer_id text NOT NULL,
    version bigint NOT NULL,
    effective_at timestamptz NOT NULL,
    effective_until timestamptz,
    recorded_at timestamptz NOT NULL,
    recorded_until timestamptz,
    kind text NOT NULL,
    name text NOT NULL,
    email text,
    phone text,
    language text,
    vip boolean NOT NULL,
    search_text text NOT NULL,
    PRIMARY KEY (customer_id, version)
);

-- Customers stay, so that nearly all of them are there at any moment: they are read in their order.
CREATE INDEX customer_timeline_name_idx ON customer_timeline (name, customer_id);

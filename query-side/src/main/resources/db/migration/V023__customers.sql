CREATE TABLE customer (
    customer_id text PRIMARY KEY,
    kind text NOT NULL,
    name text NOT NULL,
    email text,
    phone text,
    language text,
    vip boolean NOT NULL,
    search_text text NOT NULL,
    version bigint NOT NULL
);
CREATE INDEX customer_name_idx ON customer (name, customer_id);
CREATE INDEX customer_search_idx ON customer USING gin (search_text gin_trgm_ops);

CREATE TABLE customer_contact (
    contact_key text PRIMARY KEY,
    customer_id text NOT NULL,
    contact_id text NOT NULL,
    name text NOT NULL,
    email text,
    phone text,
    language text,
    UNIQUE (customer_id, contact_id)
);

CREATE TABLE customer_site (
    site_key text PRIMARY KEY,
    customer_id text NOT NULL,
    site_id text NOT NULL,
    name text NOT NULL,
    street text,
    postal_code text,
    city text,
    country text,
    UNIQUE (customer_id, site_id)
);

CREATE INDEX customer_contact_id_idx ON customer_contact (contact_id);
CREATE INDEX customer_site_id_idx ON customer_site (site_id);

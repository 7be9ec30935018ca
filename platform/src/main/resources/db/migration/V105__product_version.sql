-- Each version of the product that has worked on this database: an older one does not know what a newer one wrote.
CREATE TABLE product_version (
    version          text        PRIMARY KEY,
    first_started_at timestamptz NOT NULL DEFAULT now()
);

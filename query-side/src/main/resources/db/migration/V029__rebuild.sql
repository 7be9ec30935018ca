-- While a view is rebuilt its new tables grow here; readers see the old ones until all is there.
CREATE SCHEMA IF NOT EXISTS rebuild;

CREATE TABLE rebuild_run (
    projection text PRIMARY KEY,
    state text NOT NULL,
    started_at timestamptz NOT NULL,
    finished_at timestamptz,
    done bigint NOT NULL,
    total bigint NOT NULL,
    error text
);

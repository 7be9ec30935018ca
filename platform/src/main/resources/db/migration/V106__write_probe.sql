-- Always empty: readiness writes into it and takes it back, to see whether anything can be written. Unlogged, so that
-- backups pass it over and wait for nothing.
CREATE UNLOGGED TABLE write_probe (filler text NOT NULL);

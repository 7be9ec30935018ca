#!/bin/sh
# Runs once, when the database is made: the product's own login is no superuser and owns its one database.
set -eu
psql --username postgres --set ON_ERROR_STOP=1 --set password="$(cat /run/secrets/database-password)" <<'SQL'
CREATE ROLE callout LOGIN PASSWORD :'password';
CREATE DATABASE callout OWNER callout;
REVOKE CONNECT ON DATABASE callout FROM PUBLIC;
SQL

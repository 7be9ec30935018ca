-- Idempotency keys of requests at work, such as uploads: taken before anything is stored, given back at the end.
CREATE TABLE request_reservation (
    command_id   uuid        PRIMARY KEY,
    request_hash bytea       NOT NULL,
    reserved_at  timestamptz NOT NULL DEFAULT now()
);

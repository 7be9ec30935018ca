-- The key of each person, wrapped under the operator's master key. Who is erased keeps the row and loses the key.
CREATE TABLE person_key (
    person_id   text        PRIMARY KEY,
    wrapped_key bytea,
    created_at  timestamptz NOT NULL DEFAULT now(),
    erased_at   timestamptz,
    CHECK ((wrapped_key IS NULL) = (erased_at IS NOT NULL))
);

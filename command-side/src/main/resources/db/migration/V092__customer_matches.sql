-- By what a customer would be taken for one that is known: digests, which can be compared and not read.
CREATE FUNCTION match_digest(kind text, value text) RETURNS bytea
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN sha256(convert_to(nullif(CASE kind
        WHEN 'EMAIL' THEN lower(btrim($2))
        WHEN 'PHONE' THEN CASE WHEN length(regexp_replace($2, '\D', '', 'g')) < 6 THEN ''
            ELSE right(regexp_replace($2, '\D', '', 'g'), 8) END -- with or without the country's code
        ELSE regexp_replace(public.search_fold($2), '[^[:alnum:]]+', '', 'g')
    END, ''), 'UTF8'));

CREATE TABLE customer_match (
    customer_id text   NOT NULL,
    contact_id  text   NOT NULL, -- empty: the customer itself
    kind        text   NOT NULL, -- NAME, EMAIL or PHONE
    digest      bytea,
    version     bigint NOT NULL,
    PRIMARY KEY (customer_id, contact_id, kind)
);
CREATE INDEX customer_match_digest_idx ON customer_match (kind, digest);

INSERT INTO customer_match
SELECT customer_id, '', said.kind, match_digest(said.kind, said.value), version
FROM customer CROSS JOIN LATERAL (VALUES ('NAME', name), ('EMAIL', email), ('PHONE', phone)) AS said (kind, value)
WHERE NOT EXISTS (SELECT FROM person_key WHERE person_id = customer_id AND erased_at IS NOT NULL);
INSERT INTO customer_match
SELECT customer_id, contact_id, said.kind, match_digest(said.kind, said.value), 0
FROM customer_contact CROSS JOIN LATERAL (VALUES ('EMAIL', email), ('PHONE', phone)) AS said (kind, value)
WHERE NOT EXISTS (SELECT FROM person_key WHERE person_id IN (customer_id, contact_id) AND erased_at IS NOT NULL);

-- In which ticket of the same customer a duplicate lives on: whoever reported it may read that one, too.
ALTER TABLE ticket_register ADD COLUMN merged_into text;
CREATE INDEX ticket_register_merged_idx ON ticket_register (merged_into) WHERE merged_into IS NOT NULL;

-- Merges of before are known to a view, where there is one.
DO $$
BEGIN
    IF to_regclass('ticket_details') IS NOT NULL THEN
        UPDATE ticket_register merged SET merged_into = details.merged_into
        FROM ticket_details details, ticket_register survivor
        WHERE details.ticket_id = merged.ticket_id AND survivor.ticket_id = details.merged_into
            AND survivor.customer_id = merged.customer_id;
    END IF;
END
$$;

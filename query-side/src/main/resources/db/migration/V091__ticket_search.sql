-- Kept apart from ticket_details: a ticket's row changes with each of its events, and its description hardly ever.
CREATE TABLE ticket_description (
    ticket_id text PRIMARY KEY,
    body text NOT NULL
);
INSERT INTO ticket_description SELECT ticket_id, description FROM ticket_details WHERE description IS NOT NULL;

CREATE INDEX ticket_description_search_idx ON ticket_description USING gin (search_fold(body) gin_trgm_ops);
CREATE INDEX ticket_message_search_idx ON ticket_message USING gin (search_fold(body) gin_trgm_ops);
CREATE INDEX customer_contact_search_idx ON customer_contact USING gin (search_fold(name) gin_trgm_ops);

DROP INDEX ticket_board_search_idx;
CREATE INDEX ticket_board_search_idx ON ticket_board USING gin (search_fold(search_text) gin_trgm_ops);
DROP INDEX customer_search_idx;
CREATE INDEX customer_search_idx ON customer USING gin (search_fold(search_text) gin_trgm_ops);

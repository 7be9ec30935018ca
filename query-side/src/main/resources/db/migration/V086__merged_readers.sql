-- The follow-ups of a ticket.
CREATE INDEX ticket_details_follow_up_idx ON ticket_details (follow_up_of) WHERE follow_up_of IS NOT NULL;

-- Which tickets of a contact live on in another one, which the contact may read, too.
CREATE INDEX customer_ticket_merged_idx ON customer_ticket (customer_id, contact_id) WHERE merged_into IS NOT NULL;

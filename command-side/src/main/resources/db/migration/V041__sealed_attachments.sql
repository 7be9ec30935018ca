-- Under whose key the pieces of a file are sealed; none for files from before that. Who is erased leaves the row.
ALTER TABLE attachment ADD person_id text, ADD erased_at timestamptz;
CREATE INDEX attachment_person_idx ON attachment (person_id);
CREATE INDEX ticket_register_customer_idx ON ticket_register (customer_id);
CREATE INDEX contact_register_customer_idx ON contact_register (customer_id);
CREATE INDEX account_register_contact_idx ON account_register (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX account_register_customer_idx ON account_register (customer_id) WHERE customer_id IS NOT NULL;

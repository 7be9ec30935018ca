-- The duplicate to which a file was sent, where it was passed on.
ALTER TABLE ticket_attachment ADD COLUMN via_ticket_id text;

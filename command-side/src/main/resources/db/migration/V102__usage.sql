-- How much room each file takes, and to whom how many mails went.
ALTER TABLE attachment ADD COLUMN size_in_bytes bigint NOT NULL DEFAULT 0;
UPDATE attachment SET size_in_bytes = stored.size
FROM (SELECT attachment_id, sum(length(bytes)) AS size FROM attachment_piece GROUP BY attachment_id) stored
WHERE stored.attachment_id = attachment.attachment_id;
CREATE INDEX IF NOT EXISTS attachment_ticket_idx ON attachment (ticket_id);
CREATE INDEX IF NOT EXISTS attachment_author_idx ON attachment (author_id);
CREATE INDEX IF NOT EXISTS ticket_register_customer_idx ON ticket_register (customer_id);
CREATE INDEX IF NOT EXISTS mail_recipient_idx ON mail (lower(recipient), written_at);

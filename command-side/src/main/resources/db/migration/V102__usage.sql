-- How much room each file takes, and to whom how many mails went.
ALTER TABLE attachment ADD COLUMN size_in_bytes bigint NOT NULL DEFAULT 0;
UPDATE attachment SET size_in_bytes = stored.size
FROM (SELECT attachment_id, sum(length(bytes)) AS size FROM attachment_piece GROUP BY attachment_id) stored
WHERE stored.attachment_id = attachment.attachment_id;
CREATE INDEX attachment_ticket_idx ON attachment (ticket_id);
CREATE INDEX mail_recipient_idx ON mail (lower(recipient), written_at);

-- What was said with a step stays when the work goes on, so that undoing a later step shows it again.
ALTER TABLE ticket_details ADD COLUMN earlier_work_done text;
ALTER TABLE ticket_details ADD COLUMN earlier_closing_note text;

-- Customers read what is waited for, why a ticket ended, and which ticket goes on with another one.
ALTER TABLE customer_ticket ADD COLUMN waiting_reason text;
ALTER TABLE customer_ticket ADD COLUMN earlier_work_done text;
ALTER TABLE customer_ticket ADD COLUMN closing_note text;
ALTER TABLE customer_ticket ADD COLUMN earlier_closing_note text;
ALTER TABLE customer_ticket ADD COLUMN cancel_reason text;
ALTER TABLE customer_ticket ADD COLUMN follow_up_of text;
UPDATE customer_ticket own SET waiting_reason = staff.waiting_reason, closing_note = staff.closing_note,
    cancel_reason = staff.cancel_reason, follow_up_of = staff.follow_up_of
FROM ticket_details staff WHERE staff.ticket_id = own.ticket_id;
CREATE INDEX customer_ticket_follow_up_idx ON customer_ticket (follow_up_of) WHERE follow_up_of IS NOT NULL;

-- A file stands in the conversation, too.
ALTER TABLE ticket_message ADD COLUMN attachment_id text;
ALTER TABLE ticket_message ADD COLUMN file_name text;
INSERT INTO ticket_message
    (position, ticket_id, version, message_id, internal, author_kind, author_id, body, attachment_id, file_name,
     via_ticket_id, written_at)
SELECT file.position, file.ticket_id, file.version, file.attachment_id, file.internal,
    CASE WHEN account.customer_id IS NULL THEN 'STAFF' ELSE 'CUSTOMER' END, file.uploaded_by, file.file_name, file.attachment_id,
    file.file_name, file.via_ticket_id, file.attached_at
FROM ticket_attachment file LEFT JOIN account ON account.account_id = file.uploaded_by;

ALTER TABLE customer_ticket_entry ADD COLUMN attachment_id text;
ALTER TABLE customer_ticket_entry ADD COLUMN file_name text;
INSERT INTO customer_ticket_entry
    (position, ticket_id, version, entry_id, author_kind, author_id, body, attachment_id, file_name, written_at)
SELECT file.position, file.ticket_id, file.version, file.message_id, file.author_kind, file.author_id, file.body,
    file.attachment_id, file.file_name, file.written_at
FROM ticket_message file JOIN customer_ticket_attachment shown ON shown.position = file.position;

-- Tickets that went back to the queue and that no mail has named yet.
CREATE TABLE returned_work (
    ticket_id text PRIMARY KEY
);

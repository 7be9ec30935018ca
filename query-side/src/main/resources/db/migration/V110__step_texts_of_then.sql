-- What was said with a step, for the lists of any moment; rows from before are filled in when the view is rebuilt.
ALTER TABLE ticket_timeline ADD COLUMN waiting_reason text;
ALTER TABLE ticket_timeline ADD COLUMN work_done text;
ALTER TABLE ticket_timeline ADD COLUMN earlier_work_done text;
ALTER TABLE ticket_timeline ADD COLUMN closing_note text;
ALTER TABLE ticket_timeline ADD COLUMN earlier_closing_note text;
ALTER TABLE ticket_timeline ADD COLUMN cancel_reason text;

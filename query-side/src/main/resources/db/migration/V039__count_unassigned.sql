-- Tickets that nobody has were not counted as such until now; from here on the projection does.
INSERT INTO ticket_counter (dimension, value, open, total)
SELECT 'unassigned', 'true', count(*) FILTER (WHERE status NOT IN ('RESOLVED', 'CLOSED', 'CANCELLED')), count(*)
FROM ticket_counter_ticket
WHERE team_id IS NULL AND technician_id IS NULL
HAVING count(*) > 0;

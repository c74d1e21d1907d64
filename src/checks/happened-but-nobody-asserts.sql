-- check: happened-but-nobody-asserts
-- level: warning
-- needs: nothing
-- The status is no firmer than the firmest source.
SELECT 'event' AS "table", e.rowid AS "row", 'status' AS "column",
       e.status || ', but no passage asserts it, they only hedge or deny; alleged or rumoured?' AS message
FROM event e
WHERE e.status IN ('happened', 'ongoing')
  AND EXISTS (SELECT 1 FROM evidence v WHERE v.event_id = e.id)
  AND NOT EXISTS (SELECT 1 FROM evidence v WHERE v.event_id = e.id AND v.stance = 'asserts');

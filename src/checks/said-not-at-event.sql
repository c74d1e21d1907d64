-- check: said-not-at-event
-- level: warning
-- needs: nothing
-- What was said at an event was said on a day of it.
SELECT 'quote' AS "table", q.rowid AS "row", 'said' AS "column",
       '''' || q.said || ''' does not meet ''' || e.id || ''' (' || e.date || '), at which it was said; mend one of the dates or quote_ref' AS message
FROM quote_ref r
JOIN quote q ON q.id = r.quote_id
JOIN event e ON e.id = r.event_id
WHERE r.relation = 'said_at'
  AND (q.said_latest < e.earliest OR q.said_earliest > e.latest);

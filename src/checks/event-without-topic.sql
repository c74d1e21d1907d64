-- check: event-without-topic
-- level: warning
-- needs: nothing
-- An event that belongs to no storyline is found by none of the queries that ask for one.
SELECT 'event' AS "table", e.rowid AS "row", 'id' AS "column",
       'belongs to no topic; add a row to event_topic.csv' AS message
FROM event e
WHERE NOT EXISTS (SELECT 1 FROM event_topic t WHERE t.event_id = e.id)
  AND EXISTS (SELECT 1 FROM topic);

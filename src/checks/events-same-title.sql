-- check: events-same-title
-- level: warning
-- needs: nothing
-- Two events that read the same are one event told twice, or need titles that tell them apart.
WITH titled AS (
  SELECT rowid AS "row", id, title,
         first_value(id) OVER (PARTITION BY fold(title) ORDER BY id) AS first_id
  FROM event
)
SELECT 'event' AS "table", "row", 'title' AS "column",
       '''' || title || ''' is the title of ''' || first_id || ''' too; merge them, or say what differs' AS message
FROM titled
WHERE id <> first_id;

-- check: part-of-two
-- level: error
-- needs: nothing
-- Parts form a tree: an event has one whole. A looser tie is follow_up_to or precedes.
WITH whole AS (
  SELECT min(rowid) AS "row", from_id, to_id,
         first_value(to_id) OVER (PARTITION BY from_id ORDER BY to_id) AS first_id
  FROM event_link
  WHERE kind = 'part_of'
    AND stance <> 'denies'
  GROUP BY from_id, to_id
)
SELECT 'event_link' AS "table", "row", 'to_id' AS "column",
       '''' || from_id || ''' is a part of ''' || first_id || ''' already; it cannot be one of ''' || to_id || ''' too' AS message
FROM whole
WHERE to_id <> first_id;

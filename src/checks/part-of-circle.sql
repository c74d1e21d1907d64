-- check: part-of-circle
-- level: error
-- needs: nothing
-- No event is a part of its own part. Each circle is reported once, at the link from its smallest id.
WITH RECURSIVE
walk ("row", start_id, at_id, path, steps) AS (
  SELECT rowid, from_id, to_id, from_id || ' → ' || to_id, 1
  FROM event_link
  WHERE kind = 'part_of'
    AND stance <> 'denies'
    AND to_id > from_id
  UNION
  SELECT w."row", w.start_id, k.to_id, w.path || ' → ' || k.to_id, w.steps + 1
  FROM walk w
  JOIN event_link k
    ON k.from_id = w.at_id
   AND k.kind = 'part_of'
  WHERE w.at_id <> w.start_id
    AND k.stance <> 'denies'
    AND k.to_id >= w.start_id
    AND w.steps < 40
)
SELECT 'event_link' AS "table", min("row") AS "row", 'to_id' AS "column",
       'part_of in a circle: ' || path || '; one of the links must go' AS message
FROM walk
WHERE at_id = start_id
GROUP BY path;

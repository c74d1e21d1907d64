-- check: place-within-circle
-- level: error
-- needs: nothing
-- No place holds itself. Each circle is reported once, at its smallest id.
WITH RECURSIVE
walk ("row", start_id, at_id, path, steps) AS (
  SELECT rowid, id, within_id, id || ' → ' || within_id, 1
  FROM place
  WHERE within_id > id
  UNION
  SELECT w."row", w.start_id, p.within_id, w.path || ' → ' || p.within_id, w.steps + 1
  FROM walk w
  JOIN place p ON p.id = w.at_id
  WHERE w.at_id <> w.start_id
    AND p.within_id >= w.start_id
    AND w.steps < 40
)
SELECT 'place' AS "table", "row", 'within_id' AS "column",
       'within in a circle: ' || path || '; one of them lies in none of the others' AS message
FROM walk
WHERE at_id = start_id;

-- check: asserted-but-only-alleged
-- level: warning
-- needs: nothing
-- The status is the modality in which the sources speak. Where each of them states it flatly in its own voice and
-- nobody denies it, it is neither a rumour nor an allegation.
WITH doubted AS (
  SELECT e.rowid AS "row", e.id, e.status
  FROM event e
  WHERE e.status IN ('rumoured', 'alleged')
    AND EXISTS (SELECT 1 FROM evidence v WHERE v.event_id = e.id)
    AND NOT EXISTS (SELECT 1 FROM evidence v WHERE v.event_id = e.id AND v.stance = 'denies')
),
reporting AS (
  -- one row per event and source: whether a passage in the author's own voice asserts it
  SELECT d."row", d.status, p.source_id,
         max(p.voice = 'author' AND v.stance = 'asserts') AS flat
  FROM doubted d
  JOIN evidence v ON v.event_id = d.id
  JOIN passage p ON p.id = v.passage_id
  GROUP BY d."row", d.status, p.source_id
)
SELECT 'event' AS "table", "row", 'status' AS "column",
       status || ', but every source that reports it asserts it in its own voice (' || group_concat(source_id, ', ') || '); happened, ongoing or planned?' AS message
FROM (SELECT * FROM reporting ORDER BY "row", source_id)
GROUP BY "row", status
HAVING min(flat) = 1;

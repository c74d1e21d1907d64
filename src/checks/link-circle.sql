-- check: link-circle
-- level: error
-- needs: nothing
-- Nothing is its own cause, and nothing precedes itself: one speaker in one source (or the curator) cannot mean a circle.
-- Circles of up to eight events are found; each is reported once, at the link from the smallest id.
WITH RECURSIVE
tie AS (
  SELECT k.rowid AS "row", k.kind, k.from_id, k.to_id, p.source_id, p.speaker_id
  FROM event_link k
  LEFT JOIN passage p ON p.id = k.passage_id
  WHERE k.kind IN ('caused_by', 'precedes')
    AND k.stance <> 'denies'
),
walk ("row", kind, source_id, speaker_id, start_id, at_id, path, steps) AS (
  SELECT "row", kind, source_id, speaker_id, from_id, to_id, from_id || ' → ' || to_id, 1
  FROM tie
  WHERE to_id > from_id
  UNION
  SELECT w."row", w.kind, w.source_id, w.speaker_id, w.start_id, t.to_id, w.path || ' → ' || t.to_id, w.steps + 1
  FROM walk w
  JOIN tie t
    ON t.from_id = w.at_id
   AND t.kind = w.kind
   AND t.source_id IS w.source_id
   AND t.speaker_id IS w.speaker_id
  WHERE w.at_id <> w.start_id
    AND t.to_id >= w.start_id
    AND w.steps < 8
)
SELECT 'event_link' AS "table", min("row") AS "row", 'to_id' AS "column",
       kind || ' in a circle: ' || path || CASE
         WHEN source_id IS NULL THEN ''
         ELSE ', all by ' || coalesce(speaker_id, 'the author') || ' in ' || source_id
       END || '; one of the links must go' AS message
FROM walk
WHERE at_id = start_id
GROUP BY kind, source_id, speaker_id, path;

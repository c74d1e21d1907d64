-- check: analogue-without-link
-- level: warning
-- needs: nothing
-- A parallel is drawn by somebody, to something.
SELECT 'event' AS "table", e.rowid AS "row", 'tier' AS "column",
       'an analogue, but nobody draws the parallel; add a link analogue_of or mirrors, or make it background' AS message
FROM event e
WHERE e.tier = 'analogue'
  AND NOT EXISTS (SELECT 1 FROM event_link k WHERE k.to_id = e.id AND k.kind IN ('analogue_of', 'mirrors'))
  AND NOT EXISTS (SELECT 1 FROM event_link k WHERE k.from_id = e.id AND k.kind IN ('analogue_of', 'mirrors'))
  AND NOT EXISTS (
    -- a part of an analogue is tied through its whole
    SELECT 1
    FROM event_link k
    JOIN event w ON w.id = k.to_id
    WHERE k.from_id = e.id
      AND k.kind = 'part_of'
      AND w.tier = 'analogue'
  );

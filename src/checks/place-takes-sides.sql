-- check: place-takes-sides
-- level: warning
-- needs: nothing
-- Where sources put an event in different places, its own place is one that all of them allow, or empty.
WITH place_claim AS (
  SELECT c.event_id, c.id, c.place_id,
         c.place_id = e.place_id
           OR EXISTS (SELECT 1 FROM place_within w WHERE w.place_id = e.place_id AND w.ancestor_id = c.place_id)
           OR EXISTS (SELECT 1 FROM place_within w WHERE w.place_id = c.place_id AND w.ancestor_id = e.place_id) AS allows
  FROM claim c
  JOIN event e ON e.id = c.event_id
  WHERE c.attribute_id = 'place'
    AND c.place_id IS NOT NULL
    AND c.subject_id IS NULL
    AND c.stance <> 'denies'
    AND c.extent = 'whole'
    AND e.place_id IS NOT NULL
),
disputed_event AS (
  SELECT event_id, min(CASE allows WHEN 1 THEN id END) AS allowed_id, min(CASE allows WHEN 0 THEN id END) AS excluded_id
  FROM place_claim
  GROUP BY event_id
  HAVING min(allows) = 0
     AND max(allows) = 1
)
SELECT 'event' AS "table", e.rowid AS "row", 'place_id' AS "column",
       '''' || e.place_id || ''' suits ' || x.allowed_id || ' but not ' || x.excluded_id || ', which says ''' || c.place_id
         || '''; use a place that holds both, or leave it empty' AS message
FROM disputed_event x
JOIN event e ON e.id = x.event_id
JOIN claim c ON c.id = x.excluded_id;

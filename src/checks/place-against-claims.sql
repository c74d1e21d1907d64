-- check: place-against-claims
-- level: error
-- needs: nothing
-- The place of an event is one that a source allows: the place that some claim on its attribute `place` gives, a larger
-- or a smaller one.
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
excluded_event AS (
  SELECT event_id, min(id) AS first_id, count(*) AS claims
  FROM place_claim
  GROUP BY event_id
  HAVING max(allows) = 0
)
SELECT 'event' AS "table", e.rowid AS "row", 'place_id' AS "column",
       '''' || e.place_id || ''' contradicts every place claim: ' || c.id || ' says ''' || c.place_id || ''''
         || CASE WHEN x.claims > 1 THEN ' (and ' || (x.claims - 1) || ' more)' ELSE '' END
         || '; use a place that holds them all, or leave it empty' AS message
FROM excluded_event x
JOIN event e ON e.id = x.event_id
JOIN claim c ON c.id = x.first_id;

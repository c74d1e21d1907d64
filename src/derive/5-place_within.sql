-- The closure of place.within_id, so that views need no recursion. UNION ends a circle, which a check reports.
INSERT INTO place_within (place_id, ancestor_id)
WITH RECURSIVE up(place_id, ancestor_id) AS (
  SELECT id, within_id FROM place WHERE within_id IS NOT NULL
  UNION
  SELECT up.place_id, p.within_id
  FROM up
  JOIN place p ON p.id = up.ancestor_id
  WHERE p.within_id IS NOT NULL
)
SELECT place_id, ancestor_id FROM up ORDER BY place_id, ancestor_id;

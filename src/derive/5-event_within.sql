-- The closure of the links part_of, so that no query walks them. UNION ends a circle, which a check reports.
INSERT INTO event_within (event_id, whole_id)
WITH RECURSIVE up(event_id, whole_id) AS (
  SELECT from_id, to_id FROM event_link WHERE kind = 'part_of' AND stance <> 'denies'
  UNION
  SELECT up.event_id, k.to_id
  FROM up
  JOIN event_link k ON k.from_id = up.whole_id
  WHERE k.kind = 'part_of' AND k.stance <> 'denies'
)
SELECT event_id, whole_id FROM up ORDER BY event_id, whole_id;

-- check: date-vaguer-than-claims
-- level: warning
-- needs: nothing
-- A one-day event keeps no day that a flat claim on its date excludes, as long as those claims meet.
WITH agreed_span AS (
  SELECT c.event_id, max(coalesce(c.date_earliest, '0000')) AS earliest, min(coalesce(c.date_latest, '9999-99')) AS latest
  FROM claim c
  WHERE c.attribute_id = 'date'
    AND c.date IS NOT NULL
    AND coalesce(c.date_earliest, c.date_latest) IS NOT NULL
    AND c.subject_id IS NULL
    AND c.stance = 'asserts'
    AND c.extent = 'whole'
  GROUP BY c.event_id
  HAVING max(coalesce(c.date_earliest, '0000')) <= min(coalesce(c.date_latest, '9999-99'))
)
SELECT 'event' AS "table", e.rowid AS "row", 'date' AS "column",
       '''' || e.date || ''' is wider than what all date claims allow: ' || replace(s.earliest, '0000', '…') || '..' || replace(s.latest, '9999-99', '…') AS message
FROM agreed_span s
JOIN event e ON e.id = s.event_id
JOIN event_type t ON t.id = e.type_id
WHERE (e.lasted = 'no' OR (e.lasted IS NULL AND t.instant = 'yes'))
  AND e.earliest <= s.latest
  AND e.latest >= s.earliest
  AND (e.earliest < s.earliest OR e.latest > s.latest)
  AND NOT EXISTS (
    -- a hedged claim that disagrees is reason enough to stay wide
    SELECT 1
    FROM claim h
    WHERE h.event_id = e.id
      AND h.attribute_id = 'date'
      AND h.stance = 'hedges'
      AND (h.date_earliest > s.latest OR h.date_latest < s.earliest)
  );

-- check: date-outside-claims
-- level: error
-- needs: nothing
-- The date of an event carries what all sources allow: where their claims on its attribute `date` meet, it lies where
-- they do.
WITH date_claim AS (
  SELECT c.event_id, c.id, c.date, coalesce(c.date_earliest, '0000') AS earliest, coalesce(c.date_latest, '9999-99') AS latest
  FROM claim c
  WHERE c.attribute_id = 'date'
    AND c.date IS NOT NULL
    AND coalesce(c.date_earliest, c.date_latest) IS NOT NULL
    AND c.subject_id IS NULL
    AND c.stance <> 'denies'
    AND c.extent = 'whole'
),
common_span AS (
  SELECT event_id, max(earliest) AS earliest, min(latest) AS latest
  FROM date_claim
  GROUP BY event_id
  HAVING max(earliest) <= min(latest)
)
SELECT 'event' AS "table", e.rowid AS "row", 'date' AS "column",
       '''' || e.date || ''' lies outside what the date claims agree on, ' || replace(s.earliest, '0000', '…') || '..' || replace(s.latest, '9999-99', '…')
         || ': ' || (
           SELECT d.id || ' says ' || d.date
           FROM date_claim d
           WHERE d.event_id = e.id
             AND (d.earliest > e.latest OR d.latest < e.earliest)
           ORDER BY d.id
           LIMIT 1
         ) AS message
FROM common_span s
JOIN event e ON e.id = s.event_id
WHERE e.latest < s.earliest
   OR e.earliest > s.latest;

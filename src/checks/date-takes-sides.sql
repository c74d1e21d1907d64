-- check: date-takes-sides
-- level: error
-- needs: nothing
-- Where the date claims of the sources do not meet, the event leaves room for each of them; a single day would decide
-- for one.
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
disputed_date AS (
  SELECT event_id, min(earliest) AS earliest, max(latest) AS latest
  FROM date_claim
  GROUP BY event_id
  HAVING max(earliest) > min(latest)
)
SELECT 'event' AS "table", e.rowid AS "row", 'date' AS "column",
       '''' || e.date || ''' leaves no room for ' || c.id || ', which says ' || c.date || '; the date claims do not meet: use bounds that hold all of them, ['
         || replace(d.earliest, '0000', '') || '..' || replace(d.latest, '9999-99', '') || ']' AS message
FROM disputed_date d
JOIN event e ON e.id = d.event_id
JOIN date_claim c ON c.event_id = d.event_id
WHERE c.earliest > e.latest
   OR c.latest < e.earliest;

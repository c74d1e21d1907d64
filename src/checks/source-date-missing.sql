-- check: source-date-missing
-- level: error
-- needs: nothing
-- Where an event is dated only by the report of it, the date of the report bounds it; bounds that are inferred from the
-- latest date in the text are enough.
WITH resting_event AS (
  -- past events that no dated source reports and whose own date comes from the report or is open
  SELECT p.source_id, min(e.id) AS first_id, count(DISTINCT e.id) AS events
  FROM event e
  JOIN evidence v ON v.event_id = e.id
  JOIN passage p ON p.id = v.passage_id
  WHERE e.status IN ('happened', 'alleged')
    AND (e.date_basis IN ('reported', 'inferred') OR (e.latest IS NULL AND (e.date GLOB '*..' OR e.date GLOB '*..]' OR e.date GLOB '*/')))
    AND NOT EXISTS (
      SELECT 1
      FROM evidence w
      JOIN passage g ON g.id = w.passage_id
      JOIN source d ON d.id = g.source_id
      WHERE w.event_id = e.id
        AND d.published IS NOT NULL
    )
  GROUP BY p.source_id
)
SELECT 'source' AS "table", s.rowid AS "row", 'published' AS "column",
       'empty, but the date of ''' || r.first_id || '''' || CASE WHEN r.events > 1 THEN ' and ' || (r.events - 1) || ' more' ELSE '' END
         || ' depends on it; give the bounds that the latest date in the text allows (published_basis inferred)' AS message
FROM resting_event r
JOIN source s ON s.id = r.source_id
WHERE s.published IS NULL;

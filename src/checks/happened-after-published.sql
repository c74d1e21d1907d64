-- check: happened-after-published
-- level: error
-- needs: nothing
-- What is told as past was over when its newest source appeared. What is ongoing, planned or predicted may reach past it.
WITH told_as_past AS (
  SELECT e.rowid AS "row", e.date, e.latest,
         (SELECT s.id
          FROM evidence v
          JOIN passage p ON p.id = v.passage_id
          JOIN source s ON s.id = p.source_id
          WHERE v.event_id = e.id
          ORDER BY s.published_latest IS NOT NULL, s.published_latest DESC, s.id
          LIMIT 1) AS newest_source_id -- one without a date counts as the newest
  FROM event e
  WHERE e.status IN ('happened', 'alleged')
)
SELECT 'event' AS "table", e."row", 'date' AS "column",
       '''' || e.date || CASE WHEN e.latest IS NULL THEN ''' is open at the end' ELSE ''' may be as late as ' || e.latest END
         || ', but its newest source (' || s.id || ') was published by ' || s.published_latest
         || '; what happened was over by then: give latest ' || s.published_latest || ' or an earlier day, or another status' AS message
FROM told_as_past e
JOIN source s ON s.id = e.newest_source_id
WHERE e.latest > s.published_latest
   OR (e.latest IS NULL AND s.published_latest IS NOT NULL AND (e.date GLOB '*..' OR e.date GLOB '*..]' OR e.date GLOB '*/'));

-- check: announced-after-published
-- level: error
-- needs: nothing
-- Plans, threats and forecasts were voiced before the source that tells of them appeared.
WITH voiced AS (
  SELECT e.rowid AS "row", e.announced, e.announced_earliest,
         (SELECT s.id
          FROM evidence v
          JOIN passage p ON p.id = v.passage_id
          JOIN source s ON s.id = p.source_id
          WHERE v.event_id = e.id
          ORDER BY s.published_latest IS NOT NULL, s.published_latest DESC, s.id
          LIMIT 1) AS newest_source_id -- one without a date counts as the newest
  FROM event e
  WHERE e.announced_earliest IS NOT NULL
)
SELECT 'event' AS "table", e."row", 'announced' AS "column",
       '''' || e.announced || ''' is later than its newest source (' || s.id || '), which was published by ' || s.published_latest AS message
FROM voiced e
JOIN source s ON s.id = e.newest_source_id
WHERE e.announced_earliest > s.published_latest;

-- check: announced-missing
-- level: warning
-- needs: nothing
-- What was only spoken of has a day on which it was spoken of, known at least by the source that tells it.
SELECT 'event' AS "table", e.rowid AS "row", 'announced' AS "column",
       'the event is ' || e.status || ', so somebody voiced it on some day; give that day, or bounds up to '
         || coalesce((
           SELECT min(s.published_latest)
           FROM evidence v
           JOIN passage p ON p.id = v.passage_id
           JOIN source s ON s.id = p.source_id
           WHERE v.event_id = e.id
         ), 'the publication of its source') AS message
FROM event e
WHERE e.status IN ('planned', 'proposed', 'threatened', 'predicted', 'rumoured')
  AND e.announced IS NULL;

-- check: claim-date-after-published
-- level: error
-- needs: nothing
-- A source cannot date what happened to a day after its own publication.
SELECT 'claim' AS "table", c.rowid AS "row", 'date' AS "column",
       '''' || c.date || ''' is later than its source ''' || s.id || ''', which was published by ' || s.published_latest
         || ', but ''' || e.id || ''' is told as past' AS message
FROM claim c
JOIN event e ON e.id = c.event_id
JOIN passage p ON p.id = c.passage_id
JOIN source s ON s.id = p.source_id
WHERE c.attribute_id = 'date'
  AND e.status IN ('happened', 'alleged')
  AND c.date_earliest > s.published_latest;

-- check: said-after-published
-- level: error
-- needs: nothing
-- Nobody is quoted before speaking.
SELECT 'quote' AS "table", q.rowid AS "row", 'said' AS "column",
       '''' || q.said || ''' is later than its source ''' || s.id || ''', which was published by ' || s.published_latest AS message
FROM quote q
JOIN passage p ON p.id = q.passage_id
JOIN source s ON s.id = p.source_id
WHERE q.said_earliest > s.published_latest;

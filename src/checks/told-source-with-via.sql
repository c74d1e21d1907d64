-- check: told-source-with-via
-- level: error
-- needs: nothing
-- What was told to the source itself came through nobody else.
SELECT 'quote' AS "table", q.rowid AS "row", 'medium' AS "column",
       'told-source, but the passage ''' || p.id || ''' came through ''' || p.via_id || '''; give the medium in which that outlet had it, or no via' AS message
FROM quote q
JOIN passage p ON p.id = q.passage_id
WHERE q.medium = 'told-source'
  AND p.via_id IS NOT NULL;

-- check: continues-not-before
-- level: error
-- needs: nothing
-- The part that is continued stands before it in the same document.
SELECT 'quote' AS "table", q.rowid AS "row", 'continues_id' AS "column",
       '''' || o.id || ''' stands ' || CASE
         WHEN p.source_id <> g.source_id THEN 'in ''' || g.source_id || ''', not in ''' || p.source_id || ''''
         ELSE 'at ' || g.start || ', not before ' || p.start
       END || '; only an earlier part of the same utterance can be continued' AS message
FROM quote q
JOIN quote o ON o.id = q.continues_id
JOIN passage p ON p.id = q.passage_id
JOIN passage g ON g.id = o.passage_id
WHERE p.source_id <> g.source_id
   OR g.start >= p.start;

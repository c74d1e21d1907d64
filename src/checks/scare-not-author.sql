-- check: scare-not-author
-- level: error
-- needs: nothing
-- Scare quotes are the author's own distance to a word; in another's mouth the words are a fragment.
SELECT 'quote' AS "table", q.rowid AS "row", 'form' AS "column",
       'scare, but the voice of ''' || p.id || ''' is ' || p.voice || coalesce(' (' || p.speaker_id || ')', '')
         || '; a fragment, or a passage in the author''s voice' AS message
FROM quote q
JOIN passage p ON p.id = q.passage_id
WHERE q.form = 'scare'
  AND p.voice <> 'author';

-- check: quote-form-against-voice
-- level: error
-- needs: nothing
-- Direct quotes and fragments are words in quotation marks with a speaker; what is told without marks is indirect.
SELECT 'quote' AS "table", q.rowid AS "row", 'form' AS "column",
       q.form || ', but the voice of ''' || p.id || ''' is ' || p.voice || CASE q.form
         WHEN 'indirect' THEN '; direct or fragment with its text, or a passage in voice reported'
         ELSE '; a passage in voice quoted, or the form ' || CASE p.voice WHEN 'author' THEN 'scare' ELSE 'indirect' END
       END AS message
FROM quote q
JOIN passage p ON p.id = q.passage_id
WHERE (q.form IN ('direct', 'fragment') AND p.voice IN ('author', 'reported'))
   OR (q.form = 'indirect' AND p.voice = 'quoted');

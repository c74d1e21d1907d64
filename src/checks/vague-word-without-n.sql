-- check: vague-word-without-n
-- level: error
-- needs: nothing
-- A rule reads its bounds from the number after the phrase, so the phrase ends with the N that stands for it; a phrase
-- with bounds of its own has no N.
SELECT 'vague_word' AS "table", w.rowid AS "row", 'phrase' AS "column",
       CASE
         WHEN w.rule IS NOT NULL THEN '''' || w.phrase || ''' has a rule but no number to use it on; write ''' || w.phrase || ' N'''
         ELSE '''' || w.phrase || ''' has bounds of its own; leave out the N, or give a rule'
       END AS message
FROM vague_word w
WHERE (w.rule IS NOT NULL) <> (w.phrase GLOB '* [Nn]')
  AND (w.rule IS NULL) <> (w.low IS NULL);

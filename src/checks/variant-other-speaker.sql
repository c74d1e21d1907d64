-- check: variant-other-speaker
-- level: warning
-- needs: nothing
-- Two renderings of one utterance in one document have one speaker. (A pull quote may stand in the author's voice; two
-- documents may name the office or the man.)
SELECT 'quote' AS "table", q.rowid AS "row", 'variant_of_id' AS "column",
       'said by ''' || p.speaker_id || ''', but ''' || o.id || ''', of which it is a variant, by '''
         || g.speaker_id || ''' in the same document' AS message
FROM quote q
JOIN quote o ON o.id = q.variant_of_id
JOIN passage p ON p.id = q.passage_id
JOIN passage g ON g.id = o.passage_id
WHERE p.source_id = g.source_id
  AND p.speaker_id <> g.speaker_id;

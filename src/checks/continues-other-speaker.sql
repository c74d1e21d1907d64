-- check: continues-other-speaker
-- level: error
-- needs: nothing
-- An utterance that is interrupted goes on in the same mouth.
SELECT 'quote' AS "table", q.rowid AS "row", 'continues_id' AS "column",
       'said by ' || coalesce('''' || p.speaker_id || '''', 'the author') || ', but ''' || o.id || ''', which it continues, by '
         || coalesce('''' || g.speaker_id || '''', 'the author') AS message
FROM quote q
JOIN quote o ON o.id = q.continues_id
JOIN passage p ON p.id = q.passage_id
JOIN passage g ON g.id = o.passage_id
WHERE p.speaker_id IS NOT g.speaker_id;

-- check: passage-twice
-- level: error
-- needs: nothing
-- The same words by the same speaker through the same outlet are one passage; several speakers of one range have one each.
WITH numbered AS (
  SELECT rowid AS "row", id,
         first_value(id) OVER same_words AS first_id
  FROM passage
  WINDOW same_words AS (PARTITION BY source_id, start, stop, coalesce(speaker_id, ''), coalesce(via_id, '') ORDER BY id)
)
SELECT 'passage' AS "table", "row", 'start' AS "column",
       'the same range, speaker and outlet as ''' || first_id || '''; cite that one' AS message
FROM numbered
WHERE id <> first_id;

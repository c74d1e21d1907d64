-- check: quote-repeated
-- level: warning
-- needs: nothing
-- The same words of the same speaker are one utterance, rendered twice.
WITH numbered AS (
  SELECT q.rowid AS "row", q.id,
         first_value(q.id) OVER (PARTITION BY fold(q.text), coalesce(p.speaker_id, '') ORDER BY q.id) AS first_id
  FROM quote q
  JOIN passage p ON p.id = q.passage_id
  WHERE q.text GLOB '* * * *' -- short ones recur
    AND q.variant_of_id IS NULL
    AND q.form <> 'scare'
)
SELECT 'quote' AS "table", "row", 'variant_of_id' AS "column",
       'the same words by the same speaker as ''' || first_id || '''; name it as what this is a variant of' AS message
FROM numbered
WHERE id <> first_id;
